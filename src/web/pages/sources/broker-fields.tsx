import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { readonly url: string; readonly topics: string; readonly onUrl: (url: string) => void; readonly onTopics: (topics: string) => void };

/** Which broker is listened to, and to what of it: a topic in each line. */
export function BrokerFields({ url, topics, onUrl, onTopics }: Props) {
  const { t } = useTranslation('sources');
  return (
    <>
      <TextInput label={t('form.url')} description={t('form.urlHint')} value={url} onChange={(event) => onUrl(event.currentTarget.value)} />
      <Textarea
        label={t('form.topics')}
        description={t('form.topicsHint')}
        value={topics}
        autosize
        minRows={2}
        onChange={(event) => onTopics(event.currentTarget.value)}
      />
    </>
  );
}
