import { type AggregateQuery, type DecidingColumn, type Limit, timeBounds } from '../../../language/index.ts';
import { type Fragment, ident, join, literal, sql } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';

/** A column with few values as far as anybody asks: where each row's lies among them, and one example of each. */
export type CodedColumn = {
  readonly column: string;
  /** So many places there are. */
  readonly size: number;
  /** The place of a row's value, over the facts: a whole number from 0 (unknown). */
  readonly place: Fragment;
  /** Columns `place` and the column itself: an example for every place. */
  readonly examples: Fragment;
};

/** A text column with more different texts is not worth a look-up. */
const mostTexts = 200;
/** So many rows tell early that a column has too many. */
const firstRows = 20_000;

/** The columns that decide these aggregates' conditions and values, as far as they have few values. */
export async function codedColumns(warehouse: Warehouse, aggregates: readonly AggregateQuery[], facts: Fragment): Promise<readonly CodedColumn[]> {
  const deciding = aggregates.flatMap(({ facts: { decidedBy = [] }, gathers }): readonly DecidingColumn[] => [...decidedBy, ...gatheredColumn(gathers)]);
  const byColumn = [...Map.groupBy(deciding, ({ kind, column }) => `${kind} ${column}`).values()];
  const numbers = byColumn.flatMap((each) => numberColumn(each));
  const texts = byColumn.flatMap(([each]) => (each?.kind === 'text' ? [each.column] : []));
  return [...numbers, ...(await textColumns(warehouse, texts, facts))];
}

/** What an aggregate gathers is decided by a column too: which value a fact has, or whether it has an amount. */
export function gatheredColumn(gathers: AggregateQuery['gathers']): readonly DecidingColumn[] {
  if (gathers?.kind === 'values') return [{ kind: 'text', column: gathers.column }];
  return gathers?.kind === 'mean' ? [{ kind: 'number', column: gathers.column, limits: [] }] : [];
}

async function textColumns(warehouse: Warehouse, columns: readonly string[], facts: Fragment): Promise<readonly CodedColumn[]> {
  if (columns.length === 0) return [];
  const few = await warehouse.row(sql`select ${named(columns, (column) => sql`count(distinct ${column})`)} from (select * from ${facts} limit ${firstRows})`);
  const likely = columns.filter((_, index) => Number(few?.[`c${index}`] ?? 0) <= mostTexts);
  if (likely.length === 0) return [];
  const found = await warehouse.row(
    sql`select ${named(likely, (column) => sql`(select list(x) from (select distinct ${column} as x from ${facts} limit ${mostTexts + 1}))`)}`,
  );
  return likely.flatMap((column, index) => {
    const texts = found?.[`c${index}`] ?? [];
    return isTexts(texts) && texts.length <= mostTexts ? [textColumn(column, texts)] : [];
  });
}

const named = (columns: readonly string[], each: (column: Fragment) => Fragment): Fragment =>
  join(columns.map((column, index) => sql`${each(ident(column))} as ${ident(`c${index}`)}`));

const isTexts = (value: unknown): value is readonly (string | null)[] =>
  Array.isArray(value) && value.every((each) => each === null || typeof each === 'string');

/** The engine looks for a place among given texts once for each text of a column's dictionary, not once a row. */
function textColumn(column: string, found: readonly (string | null)[]): CodedColumn {
  const texts = found.filter((text) => text !== null);
  const all = sql`cast([${join(texts.map((text) => sql`${text}`))}] as varchar[])`;
  const position = sql`list_position(${all}, ${ident(column)})`;
  return {
    column,
    size: texts.length + 1,
    place: texts.length === 0 ? sql`0` : texts.length === found.length ? position : sql`coalesce(${position}, 0)`,
    examples: examples(
      column,
      [null, ...texts].map((text) => sql`cast(${text} as varchar)`),
    ),
  };
}

/** The stretches between limits. Nothing where two limits lie so close that no number between them can be named. */
function numberColumn(deciding: readonly DecidingColumn[]): readonly CodedColumn[] {
  const [first] = deciding;
  if (first?.kind !== 'number') return [];
  const limits = inOrder(deciding.flatMap((each) => (each.kind === 'number' ? each.limits : [])));
  const starts = limits.map((limit, index) => exampleFrom(limit, limits[index + 1]));
  if (starts.some((start) => start === undefined)) return [];
  const value = ident(first.column);
  const passed = limits.map(({ at, above }, index) => sql`when ${value} ${above ? sql`>` : sql`>=`} ${at} then ${literal(index + 2)}`).toReversed();
  const numbers = [null, Number.NEGATIVE_INFINITY, ...starts.map((start) => start ?? null)];
  return [
    {
      column: first.column,
      size: numbers.length,
      place: sql`case ${join(passed, ' ')} when ${value} is null then 0 else 1 end`,
      examples: examples(first.column, numbers.map(double)),
    },
  ];
}

const double = (number: number | null): Fragment => sql`cast(${number !== null && !Number.isFinite(number) ? String(number) : number} as double)`;

function inOrder(limits: readonly Limit[]): readonly Limit[] {
  const distinct = new Map(limits.map((limit) => [`${limit.at} ${limit.above}`, limit]));
  return [...distinct.values()].toSorted((a, b) => a.at - b.at || Number(a.above) - Number(b.above));
}

function exampleFrom({ at, above }: Limit, next: Limit | undefined): number | undefined {
  if (!above) return at;
  if (next === undefined) return Number.POSITIVE_INFINITY;
  const between = at + (next.at - at) / 2;
  return between > at && between < next.at ? between : undefined;
}

const examples = (column: string, values: readonly Fragment[]): Fragment =>
  sql`select * from (values ${join(values.map((value, index) => sql`(${literal(index)}, ${value})`))}) as examples (place, ${ident(column)})`;

/** Rows of one kind of fact within their times. */
export const factsWithin = (table: string, base: Fragment, span: Parameters<typeof timeBounds>[0]): Fragment =>
  sql`(select * from ${ident(table)} where ${base} and ${timeBounds(span)})`;
