import { addCalendar, ClienteleError, day, formatInstant, type Instant, instant, localDate, parseInstant, startOfDate } from '../core/index.ts';
import { sql } from '../sql/index.ts';
import { counter } from '../warehouse/index.ts';
import type { App } from './open.ts';

/** The instant that a command looks from, and whether a person named it. */
export type AsOf = { readonly at: Instant; readonly explicit: boolean };

/**
 * `--as-of`: a date means its first instant in the workspace's zone, an instant itself, `latest` the day after the newest
 * fact. Nothing means the moment that all of the app's questions look from, and else now.
 */
export async function resolveAsOf(app: App, asked: string | undefined): Promise<AsOf> {
  const text = asked ?? app.asOf;
  if (text === undefined) return { at: await presentMoment(app), explicit: false };
  if (text === 'latest') return { at: await dayAfterNewestFact(app), explicit: true };
  return { at: readMoment(text, app.workspace.zone), explicit: true };
}

/** Whether a question looks from a moment that somebody named: its own, or that of all the app's questions. */
export const namesMoment = (app: App, asked: string | undefined): boolean => (asked ?? app.asOf) !== undefined;

/** Now, or where the workspace's present lies; for an app that only reads, the moment of the last refresh, whose members and features it shows. */
async function presentMoment(app: App): Promise<Instant> {
  const refreshed = app.still === true ? await counter(app.warehouse, 'refreshed_as_of') : 0;
  if (refreshed > 0) return instant(refreshed);
  return app.workspace.present === 'latest' ? dayAfterNewestFact(app) : app.effects.now();
}

/** A date or an instant as typed; throws `date.invalid`. */
export function readMoment(text: string, zone: string): Instant {
  const at = parseInstant(text);
  if (at !== undefined) return at;
  try {
    return startOfDate(text.trim(), zone);
  } catch (cause) {
    throw new ClienteleError('date.invalid', { value: text }, {}, cause);
  }
}

/** When the newest order, event or answer was; null where there is none. */
export async function newestFact({ warehouse }: Pick<App, 'warehouse'>): Promise<Instant | null> {
  const found = await warehouse.row<{ newest: Instant | null }>(sql`
    select greatest((select max(ordered_at) from orders), (select max(occurred_at) from events), (select max(occurred_at) from feedback)) as newest`);
  return found?.newest ?? null;
}

/** Data that ended so long ago that seen from now nearly everyone has gone. */
const longAgo = 60 * day;

/** The newest fact, where it lies that far back and nobody has named a moment to look from; else null. */
export async function endedLongAgo(app: App, asked: string | undefined): Promise<string | null> {
  const asOf = await resolveAsOf(app, asked);
  const newest = asOf.explicit ? null : await newestFact(app);
  return newest !== null && asOf.at - newest > longAgo ? formatInstant(newest) : null;
}

async function dayAfterNewestFact(app: App): Promise<Instant> {
  const newest = await newestFact(app);
  if (newest === null) return app.effects.now();
  const next = localDate(instant(addCalendar(newest, app.workspace.zone, { days: 1 })), app.workspace.zone);
  const start = startOfDate(next, app.workspace.zone);
  return start > newest ? start : instant(newest + day);
}
