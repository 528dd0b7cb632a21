import { inTime } from '../control/index.ts';
import { formatInstant, nextRun } from '../core/index.ts';
import type { App } from './open.ts';

export type DueSchedule = { readonly id: string; readonly name: string /** Its last run is: it waits for its next time. */; readonly isAtWork: boolean };

/** Schedules whose time has come. However long the server was down, one run makes up for those missed. */
export async function dueSchedules(app: App): Promise<readonly DueSchedule[]> {
  const rows = await app.control
    .selectFrom('schedules')
    .selectAll()
    .where('enabled', '=', 1)
    .where(inTime('next_at'), '<=', app.effects.now())
    .orderBy(inTime('next_at'))
    .execute();
  return Promise.all(rows.map(async ({ id, name }) => ({ id, name, isAtWork: (await openRunOf(app, id)) !== undefined })));
}

/** To its next time from now. Once it is started: one that could not be stays due. */
export async function moveOn(app: App, { id }: Pick<DueSchedule, 'id'>): Promise<void> {
  const row = await app.control.selectFrom('schedules').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return;
  const next_at = formatInstant(nextRun(row, app.workspace.zone, app.effects.now()));
  await app.control.updateTable('schedules').set({ next_at }).where('id', '=', id).execute();
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
