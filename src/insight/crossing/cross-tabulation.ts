import type { CrossTabulationAnswer } from '../../contract/schemas.ts';
import type { Vocabulary } from '../../language/index.ts';
import { sql } from '../../sql/index.ts';
import { independence } from '../../stats/index.ts';
import { all, text } from '../base/conditions.ts';
import type { InsightContext } from '../base/context.ts';
import { count } from '../report/words.ts';
import { type Axis, type AxisWish, axisOf, everybody, type Head } from './axis.ts';

type Measure = CrossTabulationAnswer['measure'];
type Sums = { readonly people: number; readonly revenue: number; readonly orders: number };
type Cell = Sums & { readonly row: number; readonly column: number };
const nobody: Sums = { people: 0, revenue: 0, orders: 0 };

export type CrossRequest = { readonly rows: AxisWish; readonly columns: AxisWish; readonly measure: Measure };

/** Customers by any two features or traits at once; unknown is a row of its own. Expected counts are those of everybody, the test leaves unknown out. */
export async function crossTabulation(context: InsightContext, vocabulary: Vocabulary, request: CrossRequest): Promise<CrossTabulationAnswer> {
  const down = await axisOf(context, vocabulary, request.rows);
  const across = await axisOf(context, vocabulary, request.columns);
  const found = await context.warehouse.rows<Cell>(sql`
    select ${down.code} as "row", ${across.code} as "column", count(*)::INTEGER as people, coalesce(sum(f.total_spent), 0)::DOUBLE as revenue, sum(f.orders_count)::INTEGER as orders
    from ${everybody(context)} group by 1, 2`);
  const table = down.heads.map((_, row) => across.heads.map((__, column): Sums => found.find((cell) => cell.row === row && cell.column === column) ?? nobody));
  const total = added(table.flat());
  const rowSums = table.map(added);
  const columnSums = across.heads.map((_, column) => added(table.map((row) => row[column] ?? nobody)));
  const rows = shownOf(rowSums);
  const columns = shownOf(columnSums);
  const known = (axis: Axis, shown: readonly number[]): readonly number[] => shown.filter((index) => axis.heads[index]?.kind !== 'unknown');
  const test = independence(known(down, rows).map((row) => known(across, columns).map((column) => table[row]?.[column]?.people ?? 0)));
  const headOf =
    (axis: Axis, sums: readonly Sums[]) =>
    (index: number): CrossTabulationAnswer['rows'] => {
      const head = axis.heads[index];
      const sum = sums[index] ?? nobody;
      return head === undefined
        ? []
        : [{ label: head.label, kind: head.kind, value: valueOf(sum, request.measure) ?? 0, people: sum.people, expression: text(all(...head.conditions)) }];
    };
  const cellOf = (row: number, column: number): CrossTabulationAnswer['cells'][number][number] => {
    const sum = table[row]?.[column] ?? nobody;
    const expected = total.people === 0 ? 0 : ((rowSums[row]?.people ?? 0) * (columnSums[column]?.people ?? 0)) / total.people;
    const conditions = [...conditionsOf(down.heads[row]), ...conditionsOf(across.heads[column])];
    return {
      value: valueOf(sum, request.measure),
      expected,
      residual: expected === 0 ? 0 : (sum.people - expected) / Math.sqrt(expected),
      people: sum.people,
      expression: text(all(...conditions)),
    };
  };
  return {
    as_of: context.asOf,
    sentence: sentenceOf(down, across, test?.cramersV, test?.pValue),
    how: 'All customers. Numbers in bands of about as many people each unless borders were given; dates by month. Expected: people if the two had nothing to do with each other. The test leaves unknown values out.',
    measure: request.measure,
    row_attribute: { name: down.name, label: down.label },
    column_attribute: { name: across.name, label: across.label },
    rows: rows.flatMap(headOf(down, rowSums)),
    columns: columns.flatMap(headOf(across, columnSums)),
    cells: rows.map((row) => columns.map((column) => cellOf(row, column))),
    test:
      test === undefined
        ? null
        : { chi_square: test.chiSquare, degrees_of_freedom: test.degreesOfFreedom, p_value: test.pValue, cramers_v: test.cramersV, thin_cells: test.thinCells },
  };
}

const conditionsOf = (head: Head | undefined) => head?.conditions ?? [];
const added = (sums: readonly Sums[]): Sums =>
  sums.reduce((one, other) => ({ people: one.people + other.people, revenue: one.revenue + other.revenue, orders: one.orders + other.orders }), nobody);
const shownOf = (sums: readonly Sums[]): readonly number[] => sums.flatMap(({ people }, index) => (people > 0 ? [index] : []));

function valueOf({ people, revenue, orders }: Sums, measure: Measure): number | null {
  switch (measure) {
    case 'people':
      return people;
    case 'revenue':
      return revenue;
    case 'orders':
      return orders;
    case 'average_revenue':
      return people === 0 ? null : revenue / people;
  }
}

/** Strength by the usual marks of Cramér's V. */
function sentenceOf(down: Axis, across: Axis, strength: number | undefined, pValue: number | undefined): string {
  const pair = `${down.label} and ${across.label}`;
  if (strength === undefined || pValue === undefined) return `There is too little known about ${pair} to compare them.`;
  if (pValue > 0.05) return `${capital(pair)} seem to have nothing to do with each other: differences like these come about by chance.`;
  const how = strength < 0.1 ? 'hardly' : strength < 0.3 ? 'somewhat' : strength < 0.5 ? 'clearly' : 'closely';
  return `${capital(pair)} are ${how} linked: ${count(Math.round(strength * 100))} out of 100, where 0 is chance and 100 means that one tells the other.`;
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
