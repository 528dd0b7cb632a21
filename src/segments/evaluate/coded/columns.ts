import { type AggregateQuery, type DecidingColumn, timeBounds } from '../../../language/index.ts';
import { empty, type Fragment, ident, join, literal, sql } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { starts } from './next-double.ts';

/** A column with few values as far as anybody asks: where each row's lies among them, and an example of each. */
export type CodedColumn = {
  readonly column: string;
  /** So many places there are. */
  readonly size: number;
  /** Columns `place` and the column itself: an example for every place but that of other texts. */
  readonly examples: Fragment;
} & (
  | { readonly kind: 'text' /** The place of a row's text, a byte, over the facts. Place 0 is of other texts. */; readonly place: Fragment }
  | {
      readonly kind: 'number' /** A number's place is 1 and one more for each of these that it is not below. Place 0 is of what is unknown. */;
      readonly starts: readonly number[];
    }
);

/** A text column with more different texts is not worth a look-up. Places fit into a byte. */
const mostTexts = 200;
/** So many rows mostly have all texts of a column that has few, and tell early of one that has too many. */
const firstRows = 20_000;

/**
 * The columns that decide these aggregates' conditions and values, as far as they have few values. With `firstTexts` the texts of the first rows alone are looked for: whatever else there is has a place of its own, without an
 * example, and whoever finds a fact there asks again.
 */
export async function codedColumns(
  warehouse: Warehouse,
  aggregates: readonly AggregateQuery[],
  facts: Fragment,
  firstTexts: boolean,
): Promise<readonly CodedColumn[]> {
  const deciding = aggregates.flatMap(({ facts: { decidedBy = [] }, gathers }): readonly DecidingColumn[] => [...decidedBy, ...gatheredColumn(gathers)]);
  const byColumn = [...Map.groupBy(deciding, ({ kind, column }) => `${kind} ${column}`).values()];
  const numbers = byColumn.flatMap((each) => numberColumn(each));
  const texts = byColumn.flatMap(([each]) => (each?.kind === 'text' ? [each.column] : []));
  return [...numbers, ...(await textColumns(warehouse, texts, facts, firstTexts))];
}

/** What an aggregate gathers is decided by a column too: which value a fact has, or whether it has an amount. */
export function gatheredColumn(gathers: AggregateQuery['gathers']): readonly DecidingColumn[] {
  if (gathers?.kind === 'values') return [{ kind: 'text', column: gathers.column }];
  return gathers?.kind === 'mean' ? [{ kind: 'number', column: gathers.column, limits: [] }] : [];
}

async function textColumns(warehouse: Warehouse, columns: readonly string[], facts: Fragment, first: boolean): Promise<readonly CodedColumn[]> {
  if (columns.length === 0) return [];
  const lists = columns.map((column, index): Fragment => {
    const some = sql`select ${ident(column)} as x from ${facts}${first ? sql` limit ${firstRows}` : empty}`;
    return sql`(select list(x) from (select distinct x from (${some}) where x is not null limit ${mostTexts + 1})) as ${ident(`c${index}`)}`;
  });
  const found = await warehouse.row(sql`select ${join(lists)}`);
  return columns.flatMap((column, index) => {
    const texts = found?.[`c${index}`] ?? [];
    return isTexts(texts) && texts.length <= mostTexts ? [textColumn(column, texts)] : [];
  });
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((each) => typeof each === 'string');

function textColumn(column: string, texts: readonly string[]): CodedColumn {
  const known = [null, ...texts].map((each) => sql`cast(${each} as varchar)`);
  return {
    kind: 'text',
    column,
    size: known.length + 1,
    // The engine looks for a place among given texts once for each text of a column's dictionary, not once a row, as long as nothing but functions of the one column is asked.
    place: sql`cast(greatest(list_position([${join(known)}], ${ident(column)}), 0) as utinyint)`,
    examples: examples(column, known, 1),
  };
}

/** The stretches between limits. */
function numberColumn(deciding: readonly DecidingColumn[]): readonly CodedColumn[] {
  const [first] = deciding;
  const from = starts(deciding.flatMap((each) => (each.kind === 'number' ? each.limits : [])));
  if (first?.kind !== 'number' || from === undefined) return [];
  const numbers = [null, Number.NEGATIVE_INFINITY, ...from];
  return [{ kind: 'number', column: first.column, size: numbers.length, starts: from, examples: examples(first.column, numbers.map(double)) }];
}

export const double = (number: number | null): Fragment => sql`cast(${number !== null && !Number.isFinite(number) ? String(number) : number} as double)`;

const examples = (column: string, values: readonly Fragment[], first = 0): Fragment =>
  sql`select * from (values ${join(values.map((value, index) => sql`(${literal(first + index)}, ${value})`))}) as examples (place, ${ident(column)})`;

/** Rows of one kind of fact within their times. */
export const factsWithin = (table: string, base: Fragment, span: Parameters<typeof timeBounds>[0]): Fragment =>
  sql`(select * from ${ident(table)} where ${base} and ${timeBounds(span)})`;
