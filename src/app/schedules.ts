import type { ImportReport, NewSchedule, Schedule, ScheduleChange, ScheduleFrom, ScheduleSaid } from '../contract/index.ts';
import type { ScheduleRow } from '../control/index.ts';
import { ClienteleError, formatInstant, nextRun } from '../core/index.ts';
import type { App } from './open.ts';
import { shownAddress, unlessShown } from './shown-address.ts';

/** What the store keeps of a schedule: where from, with the password, and what was said about the files. */
export type KeptSchedule = { readonly from: ScheduleFrom; readonly said: ScheduleSaid };

/** Every schedule with how its last run went, by name. */
export async function listSchedules(app: App): Promise<readonly Schedule[]> {
  const rows = await app.control.selectFrom('schedules').selectAll().orderBy('name').execute();
  return Promise.all(rows.map((row) => shown(app, row)));
}

/** Throws `schedule.unknown`. */
export async function readSchedule(app: App, id: string): Promise<ScheduleRow> {
  const row = await app.control.selectFrom('schedules').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new ClienteleError('schedule.unknown', { id });
  return row;
}

/** Begins with its next time, not at once. Throws `schedule.address`. */
export async function createSchedule(app: App, { name, from, said, every, at, weekday }: NewSchedule, author: string): Promise<Schedule> {
  checkAddress(from);
  const now = app.effects.now();
  const row: ScheduleRow = {
    id: app.effects.randomId(),
    name,
    request: JSON.stringify({ from, said } satisfies KeptSchedule),
    every,
    at,
    weekday,
    enabled: 1,
    created_by: author,
    created_at: formatInstant(now),
    next_at: formatInstant(nextRun({ every, at, weekday }, app.workspace.zone, now)),
    last_job: null,
    last_at: null,
  };
  await app.control.insertInto('schedules').values(row).execute();
  return shown(app, row);
}

/** Throws `schedule.unknown`, `schedule.address`. */
export async function changeSchedule(app: App, id: string, change: ScheduleChange): Promise<Schedule> {
  const row = await readSchedule(app, id);
  const kept = JSON.parse(row.request) as KeptSchedule;
  const from = change.from === undefined ? kept.from : withPassword(change.from, kept.from);
  checkAddress(from);
  const rhythm = { every: change.every ?? row.every, at: change.at ?? row.at, weekday: change.weekday === undefined ? row.weekday : change.weekday };
  const next: ScheduleRow = {
    ...row,
    ...rhythm,
    name: change.name ?? row.name,
    request: JSON.stringify({ from, said: change.said ?? kept.said } satisfies KeptSchedule),
    enabled: change.enabled === undefined ? row.enabled : Number(change.enabled),
    next_at: formatInstant(nextRun(rhythm, app.workspace.zone, app.effects.now())),
  };
  const { id: _id, ...values } = next;
  await app.control.updateTable('schedules').set(values).where('id', '=', id).execute();
  return shown(app, next);
}

/** An address as it is to be read: given as it was shown, it has the password of the schedule that it was shown of. Throws `schedule.unknown`, `schedule.address`. */
export async function addressOf(app: App, given: ScheduleFrom, id: string | undefined): Promise<ScheduleFrom> {
  const from = id === undefined ? given : withPassword(given, (JSON.parse((await readSchedule(app, id)).request) as KeptSchedule).from);
  checkAddress(from);
  return from;
}

/** Throws `schedule.unknown`. */
export async function deleteSchedule(app: App, id: string): Promise<void> {
  await readSchedule(app, id);
  await app.control.deleteFrom('schedules').where('id', '=', id).execute();
}

async function shown(app: App, row: ScheduleRow): Promise<Schedule> {
  const { from, said } = JSON.parse(row.request) as KeptSchedule;
  const { id, name, every, at, weekday, created_at } = row;
  const enabled = row.enabled === 1;
  return { id, name, from: hidden(from), said, every, at, weekday, enabled, next_at: enabled ? row.next_at : null, last: await lastRun(app, row), created_at };
}

async function lastRun(app: App, { last_job: job, last_at: at }: ScheduleRow): Promise<Schedule['last']> {
  if (job === null || at === null) return null;
  const row = await app.control.selectFrom('jobs').select(['status', 'error', 'result']).where('id', '=', job).executeTakeFirst();
  const result = row?.result === undefined || row.result === null ? undefined : (JSON.parse(row.result) as ScheduleResult);
  return {
    job,
    at,
    status: row?.status ?? null,
    error: row?.error === undefined || row.error === null ? null : (JSON.parse(row.error) as NonNullable<Schedule['last']>['error']),
    rows: result?.reports.reduce((sum, { rows }) => sum + rows, 0) ?? 0,
    unchanged: result?.unchanged ?? 0,
  };
}

/** What a run comes to. */
export type ScheduleResult = { readonly reports: readonly ImportReport[]; readonly unchanged: number };

const hidden = (from: ScheduleFrom): ScheduleFrom => (from.kind === 'folder' ? from : { ...from, url: shownAddress(from.url) });

function withPassword(given: ScheduleFrom, kept: ScheduleFrom): ScheduleFrom {
  if (given.kind === 'folder') return given;
  return { ...given, url: unlessShown(given.url, kept.kind === 'folder' ? undefined : kept.url) };
}

const schemes = { url: /^https?:$/, query: /^(postgres(ql)?|mysql|mariadb):$/ } as const;
const expected = {
  url: 'Write an address such as https://shop.example/export.csv.',
  query: 'Write an address such as postgresql://user:password@host/shop or mysql://user:password@host/shop.',
} as const;

function checkAddress(from: ScheduleFrom): void {
  if (from.kind === 'folder') return;
  if (URL.canParse(from.url) && schemes[from.kind].test(new URL(from.url).protocol)) return;
  throw new ClienteleError('schedule.address', { address: shownAddress(from.url), expected: expected[from.kind] });
}
