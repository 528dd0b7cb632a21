import { ClienteleError, type Instant, instant, localDate, readValue, startOfPeriod } from '../../core/index.ts';
import { type AttributeWord, type Condition, nameKey, type Vocabulary } from '../../language/index.ts';
import { type Fragment, ident, join, sql, timestamp } from '../../sql/index.ts';
import { attribute, before, between, dated, unknown } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { monthWords, number } from './words.ts';

export type AxisWish = { readonly attribute: string; readonly cuts?: readonly number[] | undefined; readonly bands?: number | undefined };
export type Head = { readonly label: string; readonly kind: 'value' | 'band' | 'month' | 'other' | 'unknown'; readonly conditions: readonly Condition[] };
/** `code` places a customer (`f` features, `a` attributes): the index of a head; the last head is for unknown. */
export type Axis = { readonly name: string; readonly label: string; readonly code: Fragment; readonly heads: readonly Head[] };

const mostValues = 12;
const fewValues = 7;
const usualBands = 4;
const mostMonths = 12;

/** How a feature or trait cuts the customers: numbers by bands of about as many, few values and texts by value, dates by month. Throws `setting.invalid`. */
export async function axisOf(context: InsightContext, vocabulary: Vocabulary, wish: AxisWish): Promise<Axis> {
  const word = wordOf(wish.attribute, vocabulary);
  const column = word.table === 'features' ? sql`f.${ident(word.column)}` : sql`a.${ident(word.column)}`;
  switch (word.type) {
    case 'number':
      return numberAxis(context, word, sql`try_cast(${column} as DOUBLE)`, wish);
    case 'text':
      return textAxis(context, word, sql`nullif(lower(trim(${column})), '')`, sql`trim(${column})`);
    case 'boolean':
      return finished(word, sql`case when ${column} then 0 when not ${column} then 1 end`, [
        { label: 'yes', kind: 'value', conditions: [attribute(word.name, '=', true)] },
        { label: 'no', kind: 'value', conditions: [attribute(word.name, '=', false)] },
      ]);
    case 'date':
    case 'instant':
      return monthAxis(context, word, column);
    case 'list':
      throw unfit(wish.attribute, 'A list puts one customer into several rows; choose a feature or trait with one value.');
  }
}

function wordOf(name: string, vocabulary: Vocabulary): AttributeWord {
  const key = nameKey(name);
  const word =
    vocabulary.attributes.get(name) ??
    [...vocabulary.attributes.values()].find((each) => [each.name, ...(each.aliases ?? [])].some((other) => nameKey(other) === key));
  if (word === undefined) throw unfit(name, 'Name a feature or a trait that there is data for.');
  return word;
}

const unfit = (value: string, expected: string): ClienteleError => new ClienteleError('setting.invalid', { name: 'attribute', value, expected });

/** The table that all axes are read from. */
export const everybody = (context: InsightContext): Fragment => sql`${context.features} f left join attributes a using (profile)`;

const finished = ({ name, label }: AttributeWord, code: Fragment, heads: readonly Head[]): Axis => ({
  name,
  label,
  code: sql`coalesce(${code}, ${heads.length})::INTEGER`,
  heads: [...heads, { label: 'unknown', kind: 'unknown', conditions: [unknown(name)] }],
});

async function numberAxis(context: InsightContext, word: AttributeWord, column: Fragment, { cuts, bands = usualBands }: AxisWish): Promise<Axis> {
  if (cuts === undefined || cuts.length === 0) {
    const values = await context.warehouse.rows<{ value: number }>(
      sql`select distinct ${column} as value from ${everybody(context)} where ${column} is not null order by value limit ${fewValues + 1}`,
    );
    if (values.length <= fewValues)
      return valueAxis(
        word,
        column,
        values.map(({ value }) => value),
      );
  }
  const borders = cuts !== undefined && cuts.length > 0 ? [...new Set(cuts)].toSorted((a, b) => a - b) : await evenCuts(context, column, bands);
  const code = sql`case when ${column} is null then null ${join(
    borders.map((border, index) => sql`when ${column} < ${border}::DOUBLE then ${index}`),
    ' ',
  )} else ${borders.length} end`;
  return finished(
    word,
    code,
    [...borders, undefined].map((to, index) => bandHead(word.name, borders[index - 1], to)),
  );
}

function valueAxis(word: AttributeWord, column: Fragment, values: readonly number[]): Axis {
  const code =
    values.length === 0
      ? sql`null::INTEGER`
      : sql`case ${join(
          values.map((value, index) => sql`when ${column} = ${value}::DOUBLE then ${index}`),
          ' ',
        )} end`;
  return finished(
    word,
    code,
    values.map((value) => ({ label: number(value), kind: 'value', conditions: [attribute(word.name, '=', value)] })),
  );
}

/** Inner borders of bands with about as many customers each; equal ones fall together, and long fractions are rounded to three digits. */
async function evenCuts(context: InsightContext, column: Fragment, bands: number): Promise<readonly number[]> {
  const places = Array.from({ length: bands - 1 }, (_, index) => (index + 1) / bands);
  const row = await context.warehouse.row<{ cuts: readonly number[] | null; least: number | null }>(
    sql`select quantile_disc(${column}, [${join(places.map((place) => sql`${place}::DOUBLE`))}]) as cuts, min(${column}) as least from ${everybody(context)}`,
  );
  const least = row?.least ?? 0;
  const rounded = (row?.cuts ?? []).map((cut) => (Number.isInteger(cut) ? cut : Number(cut.toPrecision(3))));
  return [...new Set(rounded)].filter((cut) => cut > least).toSorted((a, b) => a - b);
}

function bandHead(name: string, from: number | undefined, to: number | undefined): Head {
  const low = from === undefined ? [] : [attribute(name, '>=', from)];
  const high = to === undefined ? [] : [attribute(name, '<', to)];
  const label = from === undefined ? `under ${number(to ?? 0)}` : to === undefined ? `${number(from)} and more` : `${number(from)} to under ${number(to)}`;
  return { label, kind: 'band', conditions: [...low, ...high] };
}

async function textAxis(context: InsightContext, word: AttributeWord, key: Fragment, written: Fragment): Promise<Axis> {
  const rows = await context.warehouse.rows<{ key: string; written: string }>(
    sql`select ${key} as key, max(${written}) as written from ${everybody(context)} where ${key} is not null group by 1 order by count(*) desc, key limit ${mostValues + 1}`,
  );
  const values = rows.slice(0, mostValues);
  const heads = values.map(
    ({ written: value }): Head => ({ label: readValue(word.name, value), kind: 'value', conditions: [attribute(word.name, '=', value)] }),
  );
  if (values.length === 0) return finished(word, sql`null::INTEGER`, []);
  const place = sql`list_position([${join(values.map((value) => sql`${value.key}`))}], ${key}) - 1`;
  if (rows.length <= mostValues) return finished(word, place, heads);
  const others: Head = { label: 'all others', kind: 'other', conditions: [attribute(word.name, 'not in', ...values.map((value) => value.written))] };
  return finished(word, sql`case when ${key} is not null then coalesce(${place}, ${values.length}) end`, [...heads, others]);
}

/** The newest twelve months that there are dates for, all before them as one. */
async function monthAxis(context: InsightContext, word: AttributeWord, column: Fragment): Promise<Axis> {
  // A date has no clock time: its months begin at midnight of no zone.
  const zone = word.type === 'date' ? 'UTC' : context.workspace.zone;
  const value = sql`${column}::TIMESTAMP`;
  const span = await context.warehouse.row<{ first: Instant | null; last: Instant | null }>(
    sql`select min(${value}) as first, max(${value}) as last from ${everybody(context)}`,
  );
  if (span === undefined || span.first === null || span.last === null) return finished(word, sql`null::INTEGER`, []);
  const starts: Instant[] = [];
  for (let offset = 0; starts.length < mostMonths; offset -= 1) {
    const start = startOfPeriod(span.last, zone, 'month', offset);
    starts.unshift(start);
    if (start <= span.first) break;
  }
  const [earliest] = starts;
  const months = starts.map((start): Head => {
    const from = localDate(start, zone);
    const to = localDate(instant(startOfPeriod(start, zone, 'month', 1) - 1), zone);
    return { label: monthWords(from), kind: 'month', conditions: [dated(word.name, between(from, to))] };
  });
  const older = earliest !== undefined && span.first < earliest;
  const first = localDate(earliest ?? span.first, zone);
  const heads: readonly Head[] = older
    ? [{ label: `before ${monthWords(first)}`, kind: 'other', conditions: [dated(word.name, before(first))] }, ...months]
    : months;
  const inner = older ? starts : starts.slice(1);
  const code = sql`case when ${value} is null then null ${join(
    inner.map((start, index) => sql`when ${value} < ${timestamp(start)} then ${index}`),
    ' ',
  )} else ${inner.length} end`;
  return finished(word, code, heads);
}
