import { inTime } from '../control/index.ts';
import { formatInstant, nextRun } from '../core/index.ts';
import type { App } from './open.ts';

export type DueSchedule = { readonly id: string; readonly name: string };

/**
 * Schedules whose time has come, each moved on to its next time from now: however long the server was down, one run makes up for those missed. One whose
 * last run is still at work waits for its next time.
 */
export async function takeDueSchedules(app: App): Promise<readonly DueSchedule[]> {
  const now = app.effects.now();
  const rows = await app.control
    .selectFrom('schedules')
    .selectAll()
    .where('enabled', '=', 1)
    .where(inTime('next_at'), '<=', now)
    .orderBy(inTime('next_at'))
    .execute();
  const due: DueSchedule[] = [];
  for (const row of rows) {
    const next_at = formatInstant(nextRun(row, app.workspace.zone, now));
    await app.control.updateTable('schedules').set({ next_at }).where('id', '=', row.id).execute();
    if ((await openRunOf(app, row.id)) === undefined) due.push({ id: row.id, name: row.name });
  }
  return due;
}

/** The run of a schedule that is waiting or at work, if there is one. */
export async function openRunOf(app: App, id: string): Promise<string | undefined> {
  const row = await app.control
    .selectFrom('schedules')
    .innerJoin('jobs', 'jobs.id', 'schedules.last_job')
    .select('jobs.id as job')
    .where('schedules.id', '=', id)
    .where('jobs.status', 'in', ['queued', 'running'])
    .executeTakeFirst();
  return row?.job;
}

export async function noteScheduleRun(app: App, id: string, job: string): Promise<void> {
  await app.control
    .updateTable('schedules')
    .set({ last_job: job, last_at: formatInstant(app.effects.now()) })
    .where('id', '=', id)
    .execute();
}
