import { Badge, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '../../../../contract/index.ts';
import { answer, client } from '../../../api/client.ts';
import { useJob } from '../../../api/jobs.ts';
import { key } from '../../../api/keys.ts';
import { ConfirmWithWhatChanges } from '../../../components/confirm/confirm-with-what-changes.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import styles from './schedules.module.css';
import { schedulesQuery } from './schedules-query.ts';

/** One schedule: what it reads, when next, how the last run went; run it now, pause it, change or forget it. */
export function ScheduleCard({ schedule, onEdit }: { readonly schedule: Schedule; readonly onEdit: () => void }) {
  const { t } = useTranslation(['imports', 'common']);
  const format = useFormat();
  const queryClient = useQueryClient();
  const [removing, confirm] = useDisclosure(false);
  const fresh = () => queryClient.invalidateQueries({ queryKey: schedulesQuery.queryKey });
  const path = { params: { path: { id: schedule.id } } };
  const run = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/schedules/{id}/run', { ...path, body: {} })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key('imports', 'schedules') }),
  });
  const pause = useMutation({
    mutationFn: () => answer(client.PATCH('/api/v1/schedules/{id}', { ...path, body: { enabled: !schedule.enabled } })),
    onSuccess: fresh,
  });
  const remove = useMutation({ mutationFn: () => answer(client.DELETE('/api/v1/schedules/{id}', path)), onSuccess: fresh });
  // What is at work is followed; once it is over the list is asked again.
  const running = schedule.last !== null && (schedule.last.status === 'running' || schedule.last.status === 'queued');
  useJob(running ? schedule.last?.job : undefined);
  const { from, last } = schedule;
  return (
    <section className={styles.card} aria-label={schedule.name}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.name}>{schedule.name}</h2>
          <p className={styles.from}>{from.kind === 'folder' ? from.path : from.url}</p>
        </div>
        <Badge color={running ? 'accent' : schedule.enabled ? 'teal' : 'gray'}>
          {running ? t('schedules.running') : schedule.enabled ? t('schedules.on') : t('schedules.paused')}
        </Badge>
      </div>
      <p className={styles.line}>
        {rhythm()}
        {schedule.next_at === null ? null : ` ${t('schedules.next', { at: format.moment(schedule.next_at) })}`}
      </p>
      {last === null ? (
        <p className={styles.from}>{t('schedules.never')}</p>
      ) : running ? (
        <p className={styles.from}>{t('schedules.began', { at: format.moment(last.at) })}</p>
      ) : last.status === 'failed' ? (
        <p className={styles.failed}>{t('schedules.failed', { at: format.moment(last.at), why: last.error?.message ?? '' })}</p>
      ) : (
        <p className={styles.from}>
          {t('schedules.last', { at: format.moment(last.at), rows: format.count(last.rows) })}
          {last.unchanged === 0 ? null : ` ${t('schedules.unchanged', { count: last.unchanged, formatted: format.count(last.unchanged) })}`}
        </p>
      )}
      {run.isError ? <ProblemBox error={run.error} /> : null}
      <div className={styles.buttons}>
        <Button variant="default" size="xs" loading={run.isPending || running} onClick={() => run.mutate()}>
          {t('schedules.runNow')}
        </Button>
        <Button variant="default" size="xs" loading={pause.isPending} onClick={() => pause.mutate()}>
          {schedule.enabled ? t('schedules.pause') : t('schedules.goOn')}
        </Button>
        <Button variant="subtle" size="xs" onClick={onEdit}>
          {t('schedules.change')}
        </Button>
        <Button variant="subtle" size="xs" color="gray" onClick={confirm.open}>
          {t('schedules.remove')}
        </Button>
      </div>
      <ConfirmWithWhatChanges
        opened={removing}
        onClose={confirm.close}
        title={t('schedules.removeTitle', { name: schedule.name })}
        verb={t('schedules.remove')}
        danger
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
      >
        <p>{t('schedules.removeWhat')}</p>
      </ConfirmWithWhatChanges>
    </section>
  );

  function rhythm(): string {
    const { every, weekday } = schedule;
    if (every === 'hour') return t('schedules.everyHour', { minute: schedule.at.slice(3) });
    const at = clockTime(schedule.at);
    if (every === 'day') return t('schedules.everyDay', { at });
    return t('schedules.everyWeek', { at, day: weekdayName(weekday ?? 1) });
  }
}

/** 5 January 2026 was a Monday. */
export const weekdayName = (weekday: number): string =>
  new Intl.DateTimeFormat(navigator.language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 0, 4 + weekday)));

/** `06:00` as the reader writes times of day. */
const clockTime = (at: string): string =>
  new Intl.DateTimeFormat(navigator.language, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(new Date(`2026-01-05T${at}:00Z`));
