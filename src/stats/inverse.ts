/** Inverse of a small square matrix by Gauss-Jordan elimination with row pivots; undefined when it has none. */
export function inverse(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | undefined {
  const size = matrix.length;
  const rows = matrix.map((row, index) => [...row, ...Array.from({ length: size }, (_, place) => (place === index ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    const pivot = pivotFrom(rows, column);
    const row = rows[pivot];
    const head = row?.[column] ?? 0;
    if (row === undefined || !(Math.abs(head) > 1e-300)) return undefined;
    rows[pivot] = rows[column] ?? row;
    const scaled = row.map((entry) => entry / head);
    rows.forEach((other, index) => {
      const factor = other[column] ?? 0;
      if (index !== column) rows[index] = other.map((entry, place) => entry - factor * (scaled[place] ?? 0));
    });
    rows[column] = scaled;
  }
  return rows.map((row) => row.slice(size));
}

/** The row at or below the diagonal with the largest entry of a column. */
function pivotFrom(rows: readonly (readonly number[])[], column: number): number {
  let pivot = column;
  for (let row = column + 1; row < rows.length; row += 1) {
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
  }
  return pivot;
}
