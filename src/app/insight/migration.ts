import { type MigrationAnswer, migrationRequest, type MigrationRequest } from '../../contract/schemas.ts';
import { ClienteleError, day, type Instant, instant, startOfPeriod } from '../../core/index.ts';
import { migration as compute, type MigrationMoment, readRange } from '../../insight/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';
import { groupsAt, groupWords } from './groups-at.ts';

const mostMonths = 12;

/**
 * Customers from group to group between two days, or from month to month: lifecycle stages, RFM groups, value tiers, natural groups. Throws `date.invalid`, and
 * `setting.invalid` for what puts nobody into groups.
 */
export async function migration(app: App, request: MigrationRequest): Promise<MigrationAnswer> {
  const { as_of, from, to, what, by } = migrationRequest.parse(request);
  const context = await insightAt(app, as_of);
  const range = readRange(from, to, context.at, app.workspace.zone);
  const words = await groupWords(app);
  const word = words.find(({ name }) => name.toLowerCase() === what.trim().toLowerCase());
  if (word === undefined)
    throw new ClienteleError('setting.invalid', { name: 'what', value: what, expected: `Choose one of ${words.map(({ name }) => name).join(', ')}.` });
  const last = instant(Math.min(range.end - 1, context.at));
  const moments: MigrationMoment[] = [];
  for (const at of by === 'ends' ? [instant(range.start - 1), last] : monthEnds(range.start, last, app.workspace.zone)) {
    const isNow = range.end >= context.at && at === last;
    const table = await groupsAt(app, isNow ? context.at : at, words, isNow ? context.featuresTable : undefined);
    const own = `flow_of_${table}`;
    await app.warehouse.run(sql`create or replace temp view ${ident(own)} as select profile, ${ident(word.column)} as grp, total_spent from ${ident(table)}`);
    moments.push({ at: isNow ? context.at : at, table: own, isNow });
  }
  const choices = words.map(({ name, label }) => ({ name, label }));
  return compute(context, moments, { word, from: range.from, to: range.to, by, choices });
}

/** Right before the range's first day, at the end of each month in it, and at its end. The newest twelve steps. */
function monthEnds(start: Instant, last: Instant, zone: string): readonly Instant[] {
  const ends: Instant[] = [instant(start - 1)];
  for (let at = startOfPeriod(start, zone, 'month', 1); at <= last; at = startOfPeriod(at, zone, 'month', 1)) ends.push(instant(at - 1));
  // A day more than whole months is no month more.
  if (last - (ends.at(-1) ?? start) > 2 * day) ends.push(last);
  else ends[ends.length - 1] = last;
  return ends.slice(-(mostMonths + 1));
}
