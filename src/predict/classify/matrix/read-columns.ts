import type { Fragment } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';

/** A large result of numbers as one typed array per column, in order; null is NaN. */
export async function readColumns(warehouse: Warehouse, query: Fragment): Promise<readonly Float64Array[]> {
  const parts: Float64Array[][] = [];
  await warehouse.chunks(query, (columns, rows) => {
    columns.forEach(({ values }, place) => {
      const part = new Float64Array(rows);
      for (let row = 0; row < rows; row += 1) {
        const value = values[row];
        part[row] = value === null || value === undefined ? Number.NaN : Number(value);
      }
      (parts[place] ??= []).push(part);
    });
  });
  return parts.map(joined);
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
