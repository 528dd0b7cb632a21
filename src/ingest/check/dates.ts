import type { DateOrder } from '../../contract/index.ts';
import { day, type Instant, instant as toInstant, type OffsetSpan } from '../../core/index.ts';
import { type Fragment, join, literal, sql, timestamp } from '../../sql/index.ts';
import { inEnglishMonths } from './month-names.ts';

/** The zone that clock times are in (IANA), with its offsets for the local times from `from` to `to`, where most of the column lies. */
export type Zone = { readonly name: string; readonly from: Instant; readonly to: Instant; readonly spans: readonly OffsetSpan[] };
const utc: Zone = { name: 'UTC', from: toInstant(0), to: toInstant(0), spans: [] };

/**
 * How the dates of one column are written, as its sample says. `order` is settled for all-digit dates (`01/12/2010`); `mixed` reads only those
 * that can be one thing; undefined when the column has none. `short` are the strptime patterns of the most frequent forms, `shortUtc` of those that end in Z: everything else takes the long road.
 */
export type DateStyle = {
  readonly order: DateOrder | 'mixed' | undefined;
  readonly short: readonly string[];
  readonly shortUtc: readonly string[];
  readonly numeric: boolean;
  /** Months are named in another language than English. */
  readonly foreignMonths: boolean;
};

const times = ['', ' %H:%M', ' %H:%M:%S', ' %H:%M:%S.%f', ' %I:%M %p', ' %I:%M:%S %p'];
const withTimes = (dates: readonly string[]): readonly string[] => dates.flatMap((date) => times.map((time) => date + time));

const named = ['%d %b %y', '%d %b %Y', '%d %B %y', '%d %B %Y', '%b %d %y', '%b %d %Y', '%B %d %y', '%B %d %Y', '%Y %b %d', '%Y %B %d', '%b %Y', '%B %Y'];
const always = ['%Y/%m/%d', '%Y/%m', '%Y%m%d'];
const ordered: Readonly<Record<DateOrder, readonly string[]>> = {
  dmy: ['%d/%m/%y', '%d/%m/%Y'],
  mdy: ['%m/%d/%y', '%m/%d/%Y'],
  ymd: ['%y/%m/%d'],
};

/**
 * The instant of a cleaned cell in UTC, NULL when it is none. A zone in the cell wins; other clock times are in `zone`, where a time that
 * daylight saving skips moves forward and one that it repeats is the later of the two (as ICU reads it).
 */
export function instant(value: Fragment, style: DateStyle, zone: Zone): Fragment {
  const roads = [...(style.shortUtc.length === 0 ? [] : [shortUtc(value)]), ...shortLocal(value, style, zone), longRoad(value, style, zone)];
  return sql`coalesce(${join([...roads, sql`null`])})`;
}

/** Patterns that end in Z are all of ISO 8601, and what the engine's own reading takes of it with a Z behind is in UTC: twice as quick as a pattern. */
const shortUtc = (value: Fragment): Fragment => sql`case when suffix(${value}, 'Z') and strlen(${value}) > 16 then try_cast(${value} as TIMESTAMP) end`;

/** `%Y` would read the year 10 in `01/02/10`; such dates take the long road. */
function shortLocal(value: Fragment, style: DateStyle, zone: Zone): readonly Fragment[] {
  if (style.short.length === 0) return [];
  const read = inZone(strptime(value, style.short), zone);
  return [style.order === undefined ? read : sql`(case when regexp_matches(${value}, '[/.-]\\d{4}(?: |$)|^\\d{4}-') then ${read} end)`];
}

/** The calendar date of a cleaned cell, whatever its clock time says. */
export const date = (value: Fragment, style: DateStyle): Fragment => sql`cast(${instant(value, style, utc)} as DATE)`;

const strptime = (text: Fragment, patterns: readonly string[]): Fragment => sql`try_strptime(${text}, [${join(patterns.map((pattern) => sql`${pattern}`))}])`;

/**
 * Local time → UTC. Where most of the column lies the zone's few offsets are written out, which is many times quicker than asking ICU for every row;
 * ICU has the rest.
 */
function inZone(local: Fragment, zone: Zone): Fragment {
  if (zone.name === 'UTC') return local;
  return sql`list_transform([${local}], lambda l: case when l >= ${timestamp(zone.from)} and l < ${timestamp(zone.to)} then ${offsetTree(zone.spans)}
    else cast(timezone(${zone.name}, l) as TIMESTAMP) end)[1]`;
}

/** Local time → UTC for times that lie within the zone's written offsets; without parameters. */
export const inZoneWithin = (local: Fragment, zone: Zone): Fragment =>
  zone.name === 'UTC' ? local : sql`list_transform([${local}], lambda l: ${offsetTree(zone.spans)})[1]`;

/** Whether an instant that was read so was within them: they are known for two days more at either end, and no zone is a day off. */
export const isWithin = (read: Fragment, zone: Zone): Fragment =>
  zone.name === 'UTC'
    ? sql`${read} is not null`
    : sql`${read} >= ${timestamp(toInstant(zone.from - day))} and ${read} < ${timestamp(toInstant(zone.to + day))}`;

function offsetTree(spans: readonly OffsetSpan[]): Fragment {
  const middle = Math.floor(spans.length / 2);
  const [from] = spans.slice(middle);
  if (spans.length <= 1 || from === undefined) return sql`l - to_microseconds(${literal(spans[0]?.offset ?? 0)})`;
  return sql`case when l >= make_timestamp(${literal(from.localFrom)}) then ${offsetTree(spans.slice(middle))} else ${offsetTree(spans.slice(0, middle))} end`;
}

function longRoad(value: Fragment, style: DateStyle, zone: Zone): Fragment {
  const plain = normalised(style.foreignMonths ? inEnglishMonths(value) : value);
  const local = withTimes([...orderPatterns(style), ...always, ...named]);
  const zoned = local.filter((pattern) => /%[HIS]/.test(pattern));
  const digits = style.numeric ? sql`when regexp_full_match(${value}, '\\d{9,19}(\\.\\d+)?') then ${epoch(value, zone)}` : sql``;
  return sql`(case
    ${digits}
    when regexp_matches(${value}, ${zonePattern}) then cast(${strptime(
      sql`regexp_replace(regexp_replace(${plain}, '\\s*(?:Z|UTC|GMT)$', '+0000', 'i'), '\\s+([+-]\\d{2}:?(?:\\d{2})?)$', '\\1')`,
      zoned.map((pattern) => `${pattern}%z`),
    )} as TIMESTAMP)
    when ${decidable(value, style)} then ${inZone(strptime(plain, local), zone)} end)`;
}

/** A clock time with an offset or UTC behind it. */
const zonePattern = '(?i)\\d:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?\\s*(?:Z|UTC|GMT|[+-]\\d{2}:?(?:\\d{2})?)$';

const orderPatterns = (style: DateStyle): readonly string[] => {
  switch (style.order) {
    case undefined:
    case 'mixed':
      return [...ordered.dmy, ...ordered.mdy];
    default:
      return ordered[style.order];
  }
};

/** In a column of mixed orders only dates with a part above 12 say what they are. */
const decidable = (value: Fragment, style: DateStyle): Fragment =>
  style.order === 'mixed'
    ? sql`(not regexp_matches(${value}, '^\\d{1,2}[/.-]\\d{1,2}[/.-]\\d') or regexp_matches(${value}, '^(?:1[3-9]|[23]\\d)[/.-]|^\\d{1,2}[/.-](?:1[3-9]|[23]\\d)[/.-]')
        or try_cast(regexp_extract(${value}, '^(\\d{1,2})', 1) as INTEGER) = try_cast(regexp_extract(${value}, '^\\d{1,2}[/.-](\\d{1,2})', 1) as INTEGER))`
    : sql`true`;

/** Separators of dates become `/` or a blank, weekdays, ordinals and commas go, fractions keep six digits, a.m. is AM. */
function normalised(value: Fragment): Fragment {
  const steps: readonly (readonly [string, string])[] = [
    ['(?i)^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+', ''],
    ['(?i)\\b(\\d{1,2})(?:st|nd|rd|th)\\b', '\\1'],
    ['^(\\d{1,4})[-.](\\d{1,2})[-.](\\d{1,4})', '\\1/\\2/\\3'],
    ['^(\\d{4})[-.](\\d{1,2})$', '\\1/\\2'],
    ['^(\\d{4})(\\d{2})(\\d{2})[T ]?(\\d{2}):?(\\d{2}):?(\\d{2})', '\\1/\\2/\\3 \\4:\\5:\\6'],
    ['(?i)^(\\d{1,4})[- ]\\s*([a-z]{3,9})\\.?[-, ]\\s*(\\d{1,4})', '\\1 \\2 \\3'],
    ['(?i)^([a-z]{3,9})\\.?[- ]\\s*(\\d{1,2}),?[- ]\\s*(\\d{2,4})', '\\1 \\2 \\3'],
    ['(?i)^([a-z]{3,9})\\.?[-, ]\\s*(\\d{4})$', '\\1 \\2'],
    ['(?i)^(\\d{1,2} [a-z]{3,9} \\d{2,4}|[a-z]{3,9} \\d{1,2} \\d{2,4})\\b(?:,\\s*|\\s+)(?:at\\s+)?(\\d)', '\\1 \\2'],
    ['(?i)\\bsept\\b', 'Sep'],
    ['(?i)\\s*([ap])\\.?\\s?m\\.?$', ' \\1m'],
    ['^([\\d/]+)T(\\d)', '\\1 \\2'],
    ['^([^ T]*),?\\s+(\\d)', '\\1 \\2'],
    [':(\\d{2})[.,](\\d{1,6})\\d*', ':\\1.\\2'],
  ];
  return steps.reduce((text, [from, to]) => sql`regexp_replace(${text}, ${from}, ${to})`, value);
}

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, told by their length; `YYYYMMDDHHMMSS` looks like neither. */
function epoch(value: Fragment, zone: Zone): Fragment {
  const whole = sql`try_cast(${value} as DOUBLE)`;
  const compact = inZone(sql`try_strptime(${value}, '%Y%m%d%H%M%S')`, zone);
  return sql`(case length(split_part(${value}, '.', 1))
    when 9 then make_timestamp(cast(${whole} * 1000000 as BIGINT)) when 10 then make_timestamp(cast(${whole} * 1000000 as BIGINT))
    when 12 then make_timestamp(cast(${whole} * 1000 as BIGINT)) when 13 then make_timestamp(cast(${whole} * 1000 as BIGINT))
    when 14 then ${compact}
    when 15 then make_timestamp(try_cast(${value} as BIGINT)) when 16 then make_timestamp(try_cast(${value} as BIGINT))
    when 18 then make_timestamp(try_cast(${value} as BIGINT) // 1000) when 19 then make_timestamp(try_cast(${value} as BIGINT) // 1000) end)`;
}
