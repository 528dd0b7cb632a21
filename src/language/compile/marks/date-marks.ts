import { type Instant, instant, startOfDate } from '../../../core/index.ts';
import { type Fragment, ident, sql } from '../../../sql/index.ts';
import { dateBounds } from '../../operators/date/sql.ts';
import type { DateCondition } from '../../tree.ts';
import { attributeValue, attributeWord } from '../attribute.ts';
import type { Bounds } from '../bounds.ts';
import type { CompileContext } from '../context.ts';
import { before, notBefore, timeColumn } from '../time-test.ts';
import { anniversaryMarks } from './anniversary-marks.ts';
import { entersAt, isMoving, leavesAt, stepsBack } from './edges.ts';
import type { Marks } from './mark.ts';

/** Marks of a condition on a date or instant of the customer: the value falls out of a moving window, or the window comes to it. */
export function dateMarks({ attribute, window }: DateCondition, context: CompileContext): readonly Marks[] {
  const { moment } = context;
  if (!isMoving(window)) return [];
  const value = attributeValue(attribute, moment);
  if (attributeWord(attribute, moment).anniversary === true) return anniversaryMarks(value, window, moment);
  const inside = dateBounds(value, window, moment);
  const table = value.table === 'features' ? moment.featuresTable : value.table;
  const rows = (test: Fragment) => (scope: Fragment) =>
    sql`select profile, ${value.type === 'date' ? sql`cast(${timeColumn(value)} as varchar)` : timeColumn(value)} as t from ${ident(table)} as ${ident(value.alias ?? 'a')} where ${test}${scope}`;
  const between = ({ from, to }: Bounds): Fragment =>
    sql`${from === undefined ? sql`true` : notBefore(value, from, moment.zone)} and ${to === undefined ? sql`true` : before(value, to, moment.zone)}`;
  const read = (t: number | string): Instant => (typeof t === 'string' ? startOfDate(t, moment.zone) : instant(t));
  const out = (t: number | string): Instant => {
    const start = read(t);
    return window.kind === 'next' && typeof t === 'string' ? startOfNext(start, moment.zone) : leavesAt(window, start, moment);
  };
  const back = stepsBack(window, moment).map(({ at, from }): Marks => ({ query: rows(between({ from, to: inside.from })), takesEffect: () => at }));
  return [
    { query: rows(between(inside)), takesEffect: out },
    { query: rows(inside.to === undefined ? sql`false` : notBefore(value, inside.to, moment.zone)), takesEffect: (t) => entersAt(window, read(t), moment) },
    ...back,
  ];
}

/** A day counts until it is over. */
const startOfNext = (start: Instant, zone: string): Instant =>
  leavesAt({ kind: 'period', period: 'day', offset: 0 }, start, { now: instant(start - 1), zone, weekStart: 1 });
