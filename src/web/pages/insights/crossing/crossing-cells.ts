import type { Cell } from '../../../charts/heat-map.tsx';
import type { Formatters } from '../../../components/format/formatters.ts';
import type { Group } from '../../../components/group/group.ts';
import type { TableBehind } from '../../../components/panel/table-behind.ts';
import type { CrossTabulation } from '../insights-query.ts';

type Words = {
  readonly unknown: string;
  readonly expected: (people: string) => string;
  /** People, people expected, and what was asked for. */
  readonly headers: readonly [string, string, string];
};

export type Crossing = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly Cell[];
  readonly table: TableBehind;
  readonly groups: readonly Group[];
};

/** Cells row by row; the table has one line for each, and so have the groups. */
export function crossingCells(data: CrossTabulation, { count, money, decimal }: Formatters, { unknown, expected, headers }: Words): Crossing {
  const value = data.measure === 'people' || data.measure === 'orders' ? count : money;
  const named = (heads: CrossTabulation['rows']) => heads.map(({ label, kind }) => (kind === 'unknown' ? unknown : label));
  const [rows, columns] = [named(data.rows), named(data.columns)];
  const flat = data.cells.flatMap((line, row) => line.map((cell, column) => ({ cell, row, column, title: `${rows[row] ?? ''} · ${columns[column] ?? ''}` })));
  return {
    rows,
    columns,
    cells: flat.map(({ cell, row, column }) => ({
      column,
      row,
      value: cell.value ?? 0,
      note: `${cell.value === null ? '–' : value(cell.value)} · ${count(cell.people)} (${expected(count(cell.expected))})`,
    })),
    table: {
      columns: [
        { header: data.row_attribute.label },
        { header: data.column_attribute.label },
        { header: headers[0], format: count },
        { header: headers[1], format: decimal },
        ...(data.measure === 'people' ? [] : [{ header: headers[2], format: value }]),
      ],
      rows: flat.map(({ cell, row, column }) => [
        rows[row] ?? '',
        columns[column] ?? '',
        cell.people,
        cell.expected,
        ...(data.measure === 'people' ? [] : [cell.value]),
      ]),
    },
    groups: flat.map(({ cell, title }) => ({
      title,
      people: cell.people,
      expression: cell.expression,
      detail: data.measure === 'people' || cell.value === null ? expected(count(cell.expected)) : value(cell.value),
    })),
  };
}
