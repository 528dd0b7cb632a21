import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LiveSourceSettings, type LiveSourceType, liveSourceTypes } from '../../../contract/index.ts';
import { answer, client } from '../../api/client.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { linesOf, readMapping } from './mapping-text.ts';
import { sourcesQuery } from './source-queries.ts';
import { BrokerFields } from './broker-fields.tsx';
import styles from './sources.module.css';

const exampleMapping = `{
  "kind": "order",
  "id": "receipt.number",
  "at": "receipt.time",
  "identifiers": { "email": "customer.email" },
  "fields": { "total": "receipt.total" }
}`;

/** Makes a source: what it is and what it is called; the rest is set up on its page. */
export function AddSource({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('sources');
  const router = useRouter();
  const queryClient = useQueryClient();
  const [type, setType] = useState<LiveSourceType>('website');
  const [name, setName] = useState('');
  const [slug, setSlug] = useState('');
  const [mapping, setMapping] = useState(exampleMapping);
  const [url, setUrl] = useState('');
  const [topics, setTopics] = useState('');
  const read = type === 'webhook' ? readMapping(mapping) : undefined;
  const make = useMutation({
    mutationFn: () => {
      const settings: LiveSourceSettings = {
        ...(read?.ok === true ? { mapping: read.value } : {}),
        ...(type === 'mqtt' ? { url: url.trim(), topics: linesOf(topics) } : {}),
      };
      return answer(
        client.POST('/api/v1/live-sources', {
          body: {
            type,
            name: name.trim() === '' ? t(`type.${type}`) : name.trim(),
            ...(slug.trim() === '' ? {} : { slug: slug.trim() }),
            settings,
            secrets: {},
          },
        }),
      );
    },
    onSuccess: async (source) => {
      await queryClient.invalidateQueries({ queryKey: sourcesQuery.queryKey });
      onClose();
      router.history.push(`/sources/${encodeURIComponent(source.slug)}`);
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('form.title')}>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Select
          label={t('form.type')}
          data={liveSourceTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          value={type}
          allowDeselect={false}
          onChange={(value) => setType(liveSourceTypes.find((one) => one === value) ?? type)}
        />
        <TextInput
          label={t('form.name')}
          description={t('form.nameHint')}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('form.slug')}
          description={t('form.slugHint')}
          value={slug}
          maxLength={40}
          onChange={(event) => setSlug(event.currentTarget.value)}
        />
        {type === 'webhook' ? (
          <Textarea
            label={t('form.mapping')}
            description={t('form.mappingHint')}
            value={mapping}
            autosize
            minRows={6}
            maxRows={16}
            error={read?.ok === false ? t('form.mappingWrong') : undefined}
            onChange={(event) => setMapping(event.currentTarget.value)}
          />
        ) : null}
        {type === 'mqtt' ? <BrokerFields url={url} topics={topics} onUrl={setUrl} onTopics={setTopics} /> : null}
        {make.isError ? <ProblemBox error={make.error} /> : null}
        <div className={styles.row}>
          <Button type="submit" loading={make.isPending} disabled={read?.ok === false}>
            {t('form.make')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
