import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { ConfirmWithWhatChanges } from '../../../components/confirm/confirm-with-what-changes.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useUndoToast } from '../../../components/undo/use-undo-toast.ts';
import { useMayEdit } from '../../segments/may-edit.ts';
import { DefinitionButtons } from '../definition-buttons.tsx';
import { MovesList } from '../moves-list.tsx';
import styles from '../settings.module.css';
import { useChanged } from '../use-changed.ts';
import { isWhole, moved, type Stage } from './stage.ts';
import { StageRow } from './stage-row.tsx';

type Props = { readonly kept: readonly Stage[]; readonly begin: readonly Stage[]; readonly onSettled: () => void };

export function StagesEditor({ kept, begin, onSettled }: Props) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const may = useMayEdit();
  const changed = useChanged();
  const toast = useUndoToast();
  const [stages, setStages] = useState(begin);
  const [asking, setAsking] = useState<'save' | 'reset'>();
  const [settled] = useDebouncedValue(stages, 250);
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const impact = useQuery({ ...impactQuery(settled), placeholderData: keepPreviousData });
  const reset = useQuery({ ...impactQuery(null), enabled: asking === 'reset' });
  const save = useMutation({
    mutationFn: (wanted: readonly Stage[] | null) => put(wanted),
    onSuccess: async () => {
      setAsking(undefined);
      toast({ message: t('lifecycle.saved'), undo: () => put(kept).then(changed) });
      onSettled();
      await changed();
    },
  });
  const dirty = JSON.stringify(stages) !== JSON.stringify(kept);
  const asked = asking === 'reset' ? reset : impact;
  return (
    <Panel
      title={t('lifecycle.title')}
      finding={impact.data === undefined ? undefined : t('lifecycle.moving', { count: impact.data.moving, formatted: format.count(impact.data.moving) })}
      how={t('lifecycle.how')}
    >
      <ol className={styles.list}>
        {stages.map((stage, index) => (
          <StageRow
            key={index}
            stage={stage}
            place={index + 1}
            vocabulary={vocabulary}
            members={impact.data?.stages.find(({ name }) => name === stage.name)?.members}
            stale={impact.isPlaceholderData || settled !== stages}
            locked={!may}
            onChange={(next) => setStages(stages.with(index, next))}
            onMove={(by) => setStages(moved(stages, index, by))}
            onRemove={() => setStages(stages.toSpliced(index, 1))}
          />
        ))}
      </ol>
      {impact.data === undefined || impact.data.none === 0 ? null : (
        <p className={styles.note}>{t('lifecycle.nobody', { count: impact.data.none, formatted: format.count(impact.data.none) })}</p>
      )}
      {impact.isError ? <ProblemBox error={impact.error} /> : null}
      {may ? (
        <DefinitionButtons
          dirty={dirty}
          savable={isWhole(stages) && !impact.isError}
          onSave={() => setAsking('save')}
          onDiscard={() => setStages(kept)}
          onReset={() => setAsking('reset')}
        >
          <Button variant="default" onClick={() => setStages([...stages, { name: '', expression: '' }])}>
            {t('lifecycle.add')}
          </Button>
        </DefinitionButtons>
      ) : null}
      <ConfirmWithWhatChanges
        opened={asking !== undefined}
        title={asking === 'reset' ? t('lifecycle.resetTitle') : t('lifecycle.saveTitle')}
        verb={asking === 'reset' ? t('reset') : t('save')}
        pending={save.isPending}
        error={save.error}
        onConfirm={() => save.mutate(asking === 'reset' ? null : stages)}
        onClose={() => setAsking(undefined)}
      >
        <p className={styles.note}>{t('lifecycle.follows')}</p>
        {asked.data === undefined ? null : <MovesList moves={asked.data.moves} />}
      </ConfirmWithWhatChanges>
    </Panel>
  );
}

const put = (stages: readonly Stage[] | null) => answer(client.PUT('/api/v1/lifecycle', { body: { stages: stages === null ? null : [...stages] } }));

const impactQuery = (stages: readonly Stage[] | null) => ({
  queryKey: key('settings', 'lifecycle', 'impact', stages),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    answer(client.POST('/api/v1/lifecycle/impact', { body: { stages: stages === null ? null : [...stages] }, signal })),
  enabled: stages === null || isWhole(stages),
  retry: false,
});
