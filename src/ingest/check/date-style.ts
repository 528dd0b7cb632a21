import type { DateOrder } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { DateStyle } from './dates.ts';
import { namesForeignMonth } from './month-names.ts';

type Where = { readonly file: string; readonly header: string; readonly table: Fragment; readonly cell: Fragment; readonly sample: readonly string[] };

/** What the dates of a column look like. Throws `date.ambiguous` when no value tells day/month from month/day and nobody said. */
export async function dateStyle(warehouse: Warehouse, where: Where, given: DateOrder | undefined): Promise<DateStyle> {
  const { sample } = where;
  const order = given ?? (sample.some((text) => /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/.test(text)) ? await decideOrder(warehouse, where) : dottedOrder(sample));
  const patterns = order === 'mixed' ? [] : shortRoad(sample, order);
  const utc = (pattern: string): boolean => pattern.endsWith('Z');
  return {
    order,
    short: patterns.filter((pattern) => !utc(pattern)),
    shortUtc: patterns.filter(utc),
    foreignMonths: sample.some(namesForeignMonth),
    numeric: sample.some((text) => /^\d{8,19}(\.\d+)?$/.test(text)),
  };
}

/** `01.12.2010` is written where the day comes first. */
const dottedOrder = (sample: readonly string[]): DateOrder | undefined => (sample.some((text) => /^\d{1,2}\.\d{1,2}\.\d/.test(text)) ? 'dmy' : undefined);

async function decideOrder(warehouse: Warehouse, where: Where): Promise<DateOrder | 'mixed'> {
  const seen = orderOf(where.sample.map((text) => /^(\d{1,2})[/-](\d{1,2})[/-]/.exec(text)).map((match) => [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)]));
  if (seen !== undefined) return seen;
  const found = await warehouse.row<{ first: number | null; second: number | null; line: number | null; example: string | null }>(sql`
    select max(a) as first, max(b) as second, min(line) filter (a <> b) as line, arg_min(text, line) filter (a <> b) as example
    from (select line, trim(${where.cell}) as text, try_cast(regexp_extract(text, '^(\\d{1,2})[/-]\\d{1,2}[/-]\\d', 1) as INTEGER) as a,
      try_cast(regexp_extract(text, '^\\d{1,2}[/-](\\d{1,2})[/-]\\d', 1) as INTEGER) as b from ${where.table} s)`);
  const decided = orderOf([[found?.first ?? 0, found?.second ?? 0]]);
  if (decided !== undefined) return decided;
  if (found === undefined || found.line === null) return 'dmy';
  throw new ClienteleError('date.ambiguous', { file: where.file, column: where.header, example: found.example ?? '', line: found.line });
}

function orderOf(pairs: readonly (readonly [number, number])[] | readonly number[][]): DateOrder | 'mixed' | undefined {
  const first = pairs.some(([a = 0]) => a > 12);
  const second = pairs.some(([, b = 0]) => b > 12);
  if (first && second) return 'mixed';
  if (first) return 'dmy';
  return second ? 'mdy' : undefined;
}

/** Patterns for the form most of the sample has, when it is one that the engine reads at once. */
function shortRoad(sample: readonly string[], order: DateOrder | undefined): readonly string[] {
  const tally = new Map<string, number>();
  for (const text of sample) {
    const pattern = patternOf(text, order);
    if (pattern !== undefined) tally.set(pattern, (tally.get(pattern) ?? 0) + 1);
  }
  return [...tally]
    .filter(([, count]) => count * 10 >= sample.length)
    .toSorted(([, a], [, b]) => b - a)
    .map(([pattern]) => pattern);
}

function patternOf(text: string, order: DateOrder | undefined): string | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}(?:([T ])(\d{2}:\d{2})(:\d{2})?(\.\d{1,6})?(Z)?)?$/.exec(text);
  if (iso !== null) return `%Y-%m-%d${clock(iso[1], iso[2], iso[3], iso[4])}${iso[5] ?? ''}`;
  const slashed = /^\d{1,2}([/.-])\d{1,2}\1(\d{4}|\d{2})(?:( )(\d{1,2}:\d{2})(:\d{2})?)?$/.exec(text);
  if (slashed !== null && (order === 'dmy' || order === 'mdy')) {
    const [, mark = '/', year = '', gap, hours, seconds] = slashed;
    // Two-digit and four-digit years in one column would fool `%Y`; those with two take the long road.
    if (year.length === 2) return undefined;
    return `${order === 'dmy' ? `%d${mark}%m` : `%m${mark}%d`}${mark}%Y${clock(gap, hours, seconds, undefined)}`;
  }
  return undefined;
}

const clock = (gap: string | undefined, hours: string | undefined, seconds: string | undefined, fraction: string | undefined): string =>
  hours === undefined ? '' : `${gap ?? ' '}%H:%M${seconds === undefined ? '' : ':%S'}${fraction === undefined ? '' : '.%f'}`;
