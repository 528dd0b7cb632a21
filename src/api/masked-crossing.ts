import { columnMasker } from '../access/index.ts';
import type { CrossTabulationAnswer } from '../contract/schemas.ts';

type Head = CrossTabulationAnswer['rows'][number];

/**
 * The heads of rows and columns are values of customers. Those that are personal are masked, and what would name them in the segment
 * language is left out: of the head and of all its cells.
 */
export function maskCrossing(table: CrossTabulationAnswer): CrossTabulationAnswer {
  const rows = masked(table.rows, table.row_attribute.name);
  const columns = masked(table.columns, table.column_attribute.name);
  return {
    ...table,
    rows,
    columns,
    cells: table.cells.map((line, row) =>
      line.map((cell, column) => ({ ...cell, expression: rows[row]?.expression === null || columns[column]?.expression === null ? null : cell.expression })),
    ),
  };
}

function masked(heads: readonly Head[], attribute: string): Head[] {
  const mask = columnMasker(attribute);
  return heads.map((head) => {
    if (head.kind === 'unknown' || head.kind === 'other') return hidesNothing(head, mask) ? head : { ...head, expression: null };
    const label = String(mask(head.label));
    return label === head.label ? head : { ...head, label, expression: null };
  });
}

/** "All others" is said by naming those that are not meant. */
const hidesNothing = (head: Head, mask: (value: unknown) => unknown): boolean =>
  head.kind === 'unknown' || head.expression === null || mask(head.expression) === head.expression;
