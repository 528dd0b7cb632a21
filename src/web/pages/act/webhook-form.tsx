import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { ProblemBox } from '../../components/problem/problem-box.tsx';
import { webhooksQuery } from './act-queries.ts';
import styles from './act.module.css';

const moves = ['both', 'entered', 'left'] as const;

export function WebhookForm({ onMade }: { readonly onMade: (secret: string) => void }) {
  const { t } = useTranslation('act');
  const queryClient = useQueryClient();
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [segments, setSegments] = useState<readonly string[]>([]);
  const [move, setMove] = useState<(typeof moves)[number]>('both');
  const make = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/webhooks', {
          body: { name: name.trim(), url: url.trim(), moves: move, segments: segments.length === 0 ? null : [...segments], identifiers: ['customer_id'] },
        }),
      ),
    onSuccess: async ({ secret }) => {
      onMade(secret);
      setName('');
      setUrl('');
      setSegments([]);
      await queryClient.invalidateQueries({ queryKey: webhooksQuery.queryKey });
    },
  });
  const ready = name.trim() !== '' && url.trim() !== '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) make.mutate();
      }}
    >
      <TextInput label={t('webhooks.name')} value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput label={t('webhooks.url')} description={t('webhooks.urlHint')} value={url} onChange={(event) => setUrl(event.currentTarget.value)} />
      <MultiSelect
        label={t('webhooks.segments')}
        description={t('webhooks.segmentsHint')}
        data={[...(vocabulary?.segments ?? [])].map(([value, segment]) => ({ value, label: segment.name }))}
        value={[...segments]}
        searchable
        onChange={setSegments}
      />
      <Select
        label={t('webhooks.when')}
        data={moves.map((value) => ({ value, label: t(`webhooks.moves.${value}`) }))}
        value={move}
        allowDeselect={false}
        onChange={(value) => setMove(moves.find((each) => each === value) ?? 'both')}
      />
      <Button type="submit" disabled={!ready} loading={make.isPending}>
        {t('webhooks.make')}
      </Button>
      {make.isError ? <ProblemBox error={make.error} /> : null}
    </form>
  );
}
