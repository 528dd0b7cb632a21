import { Button, Group, Modal, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kinds, type Schedule, type ScheduleFrom } from '../../../../contract/index.ts';
import { answer, client } from '../../../api/client.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useWorkspace } from '../../../components/use-workspace.ts';
import { mappingsQuery } from '../imports-queries.ts';
import { nothingSaid } from '../said.ts';
import { weekdayName } from './schedule-card.tsx';
import styles from './schedules.module.css';
import { schedulesQuery } from './schedules-query.ts';

const sources = ['folder', 'url', 'query'] as const;
const rhythms = ['hour', 'day', 'week'] as const;

type Props = { readonly schedule: Schedule | undefined; readonly onClose: () => void };

/** A schedule as it is written down: where from, what it holds where that can't be told, and when. */
export function ScheduleForm({ schedule, onClose }: Props) {
  const { t } = useTranslation(['imports', 'common']);
  const queryClient = useQueryClient();
  const { zone } = useWorkspace();
  const { data: mappings = [] } = useQuery(mappingsQuery);
  const said = schedule?.said ?? nothingSaid;
  const [draft, setDraft] = useState(() => draftOf(schedule));
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const { every } = draft;
  const attempt = useMutation({
    mutationFn: () =>
      answer(client.POST('/api/v1/schedules/try', { body: { from: fromOf(draft), ...(schedule === undefined ? {} : { schedule: schedule.id }) } })),
  });
  const changeWhere = (change: Partial<Draft>) => {
    attempt.reset();
    set(change);
  };
  const save = useMutation({
    mutationFn: async () => {
      // What does not answer is kept only by who has read so.
      if (!attempt.isError) await attempt.mutateAsync();
      const { kind: _kind, source: _source, mapping: _mapping, ...rest } = said;
      const body = {
        name: draft.name.trim(),
        from: fromOf(draft),
        said: {
          ...rest,
          ...(draft.kind === null ? {} : { kind: draft.kind }),
          ...(draft.source.trim() === '' ? {} : { source: draft.source.trim() }),
          ...(draft.mapping === null ? {} : { mapping: draft.mapping }),
        },
        every,
        at: draft.at,
        weekday: every === 'week' ? draft.weekday : null,
      };
      if (schedule === undefined) await answer(client.POST('/api/v1/schedules', { body }));
      else await answer(client.PATCH('/api/v1/schedules/{id}', { params: { path: { id: schedule.id } }, body }));
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: schedulesQuery.queryKey });
      onClose();
    },
  });
  const whereSaid = draft.where.trim() !== '' && (draft.from !== 'query' || draft.query.trim() !== '');
  const ready = draft.name.trim() !== '' && whereSaid;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={schedule === undefined ? t('schedules.addTitle') : t('schedules.changeTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput label={t('schedules.name')} data-autofocus value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} />
          <SegmentedControl
            aria-label={t('schedules.from')}
            data={sources.map((value) => ({ value, label: t(`schedules.sources.${value}.name`) }))}
            value={draft.from}
            onChange={(value) => changeWhere({ from: sources.find((each) => each === value) ?? 'folder' })}
          />
          <TextInput
            label={t(`schedules.sources.${draft.from}.where`)}
            description={t(`schedules.sources.${draft.from}.hint`)}
            value={draft.where}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => changeWhere({ where: event.currentTarget.value })}
          />
          {draft.from === 'query' ? (
            <Textarea
              label={t('schedules.query')}
              description={t('schedules.queryHint')}
              placeholder={t('schedules.queryExample')}
              autosize
              minRows={3}
              spellCheck={false}
              value={draft.query}
              onChange={(event) => changeWhere({ query: event.currentTarget.value })}
            />
          ) : null}
          <div className={styles.fields}>
            <Select
              label={t('review.kind')}
              data={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
              placeholder={t('read.found')}
              clearable
              value={draft.kind}
              onChange={(value) => set({ kind: kinds.find((each) => each === value) ?? null })}
            />
            <TextInput
              label={t('review.source')}
              placeholder={t('read.found')}
              value={draft.source}
              onChange={(event) => set({ source: event.currentTarget.value })}
            />
            {mappings.length === 0 ? null : (
              <Select
                label={t('review.mapping')}
                data={mappings.map(({ name }) => name)}
                placeholder={t('schedules.mappingFitting')}
                clearable
                value={draft.mapping}
                onChange={(mapping) => set({ mapping })}
              />
            )}
          </div>
          <div className={styles.fields}>
            <Select
              label={t('schedules.every')}
              data={rhythms.map((value) => ({ value, label: t(`schedules.rhythms.${value}`) }))}
              allowDeselect={false}
              value={every}
              onChange={(value) => set({ every: rhythms.find((each) => each === value) ?? 'day' })}
            />
            {every === 'week' ? (
              <Select
                label={t('schedules.weekday')}
                data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day) }))}
                allowDeselect={false}
                value={String(draft.weekday)}
                onChange={(value) => set({ weekday: Number(value ?? 1) })}
              />
            ) : null}
            <TextInput
              type="time"
              label={every === 'hour' ? t('schedules.atMinute') : t('schedules.at')}
              description={t('schedules.zone', { zone })}
              value={draft.at}
              required
              withAsterisk={false}
              onChange={(event) => set({ at: event.currentTarget.value })}
            />
          </div>
          {attempt.isError ? <ProblemBox error={attempt.error} /> : null}
          {attempt.data === undefined ? null : (
            <p role="status" className={styles.tried}>
              {[attempt.data.sentence, attempt.data.names.join(', ')].filter((part) => part !== '').join(' ')}
            </p>
          )}
          {save.isError && !attempt.isError ? <ProblemBox error={save.error} /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" disabled={!whereSaid} loading={attempt.isPending} onClick={() => attempt.mutate()}>
              {t('schedules.try')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={save.isPending}>
              {attempt.isError ? t('schedules.saveAnyway') : t('schedules.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function draftOf(schedule: Schedule | undefined) {
  const { from, said, every = 'day', at = '06:00', weekday = null, name = '' } = schedule ?? { said: nothingSaid };
  return {
    name,
    from: from?.kind ?? 'folder',
    where: from === undefined ? '' : from.kind === 'folder' ? from.path : from.url,
    query: from?.kind === 'query' ? from.query : '',
    kind: said.kind ?? null,
    source: said.source ?? '',
    mapping: said.mapping ?? null,
    every,
    at,
    weekday: weekday ?? 1,
  };
}

type Draft = ReturnType<typeof draftOf>;

function fromOf({ from, where, query }: Draft): ScheduleFrom {
  switch (from) {
    case 'folder':
      return { kind: 'folder', path: where.trim() };
    case 'url':
      return { kind: 'url', url: where.trim() };
    case 'query':
      return { kind: 'query', url: where.trim(), query: query.trim() };
  }
}
