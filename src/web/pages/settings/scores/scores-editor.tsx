import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { ConfirmWithWhatChanges } from '../../../components/confirm/confirm-with-what-changes.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { Term } from '../../../components/term/term.tsx';
import { useUndoToast } from '../../../components/undo/use-undo-toast.ts';
import { useMayEdit } from '../../segments/may-edit.ts';
import { DefinitionButtons } from '../definition-buttons.tsx';
import { MovesList } from '../moves-list.tsx';
import styles from '../settings.module.css';
import { useChanged } from '../use-changed.ts';
import { CutsEditor } from './cuts-editor.tsx';
import { GroupGrid } from './group-grid.tsx';
import { GroupsEditor } from './groups-editor.tsx';
import { type Draft, draftOf, isWhole, measures, settingsOf, type ScoreSettings } from './score-settings.ts';
import { TiersEditor } from './tiers-editor.tsx';

type Wanted = ReturnType<typeof settingsOf> | { readonly reset: true };

export function ScoresEditor({ kept }: { readonly kept: ScoreSettings }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const may = useMayEdit();
  const changed = useChanged();
  const toast = useUndoToast();
  const before = useMemo(() => draftOf(kept), [kept]);
  const [draft, setDraft] = useState<Draft>(before);
  const [asking, setAsking] = useState<'save' | 'reset'>();
  const [settled] = useDebouncedValue(draft, 250);
  const impact = useQuery({ ...impactQuery(settingsOf(settled)), enabled: isWhole(settled), placeholderData: keepPreviousData });
  const reset = useQuery({ ...impactQuery({ reset: true }), enabled: asking === 'reset' });
  const save = useMutation({
    mutationFn: (wanted: Wanted) => put(wanted),
    onSuccess: async () => {
      setAsking(undefined);
      toast({ message: t('scores.saved'), undo: () => put(settingsOf(before)).then(changed) });
      await changed();
    },
  });
  const dirty = JSON.stringify(draft) !== JSON.stringify(before);
  const asked = asking === 'reset' ? reset.data : impact.data;
  return (
    <>
      <Panel title={t('scores.title')} how={t('scores.how')}>
        <p className={styles.note}>
          <Term name="rfm" /> {t('scores.lead')}
        </p>
        {measures.map((measure) => (
          <CutsEditor
            key={measure}
            measure={measure}
            cuts={draft.cuts[measure]}
            locked={!may}
            onChange={(cuts) => setDraft({ ...draft, cuts: { ...draft.cuts, [measure]: cuts } })}
          />
        ))}
      </Panel>
      <Panel
        title={t('scores.groups')}
        finding={
          impact.data === undefined ? undefined : t('scores.moving', { count: impact.data.moving_group, formatted: format.count(impact.data.moving_group) })
        }
      >
        <GroupGrid groups={draft.groups} cells={impact.data?.cells ?? []} stale={impact.isPlaceholderData || settled !== draft} />
        <GroupsEditor groups={draft.groups} locked={!may} onChange={(groups) => setDraft({ ...draft, groups })} />
      </Panel>
      <Panel title={t('scores.tiers')} how={t('scores.tiersHow')}>
        <TiersEditor high={draft.high} medium={draft.medium} locked={!may} onChange={(tiers) => setDraft({ ...draft, ...tiers })} />
      </Panel>
      {impact.isError ? <ProblemBox error={impact.error} /> : null}
      {may ? (
        <DefinitionButtons
          dirty={dirty}
          savable={isWhole(draft)}
          onSave={() => setAsking('save')}
          onDiscard={() => setDraft(before)}
          onReset={() => setAsking('reset')}
        />
      ) : null}
      <ConfirmWithWhatChanges
        opened={asking !== undefined}
        title={asking === 'reset' ? t('scores.resetTitle') : t('scores.saveTitle')}
        verb={asking === 'reset' ? t('reset') : t('save')}
        pending={save.isPending}
        error={save.error}
        onConfirm={() => save.mutate(asking === 'reset' ? { reset: true } : settingsOf(draft))}
        onClose={() => setAsking(undefined)}
      >
        <p className={styles.note}>{t('scores.follows')}</p>
        {asked === undefined ? null : <MovesList moves={[...asked.groups, ...asked.tiers.map(tierMove)]} />}
      </ConfirmWithWhatChanges>
    </>
  );

  function tierMove({ from, to, customers }: { readonly from: string | null; readonly to: string | null; readonly customers: number }) {
    const named = (tier: string | null) => (tier === null ? null : t('scores.tier', { tier }));
    return { from: named(from), to: named(to), customers };
  }
}

const put = (wanted: Wanted) => answer(client.PUT('/api/v1/settings/features', { body: wanted }));

const impactQuery = (wanted: Wanted) => ({
  queryKey: key('settings', 'features', 'impact', wanted),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => answer(client.POST('/api/v1/settings/features/impact', { body: wanted, signal })),
  retry: false,
});
