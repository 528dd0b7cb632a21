/**
 * For each row of a table of gains the column it is paired with, −1 for none, so that the sum of gains is greatest and no column is taken twice:
 * the Hungarian method in Kuhn & Munkres' form with potentials, O(n³).
 */
export function bestPairs(gains: readonly (readonly number[])[]): readonly number[] {
  const rows = gains.length;
  const size = Math.max(rows, ...gains.map((row) => row.length), 1);
  const cost = (row: number, column: number): number => -(gains[row - 1]?.[column - 1] ?? 0);
  const [u, v, way, taken] = [new Float64Array(size + 1), new Float64Array(size + 1), new Int32Array(size + 1), new Int32Array(size + 1)];
  for (let row = 1; row <= size; row += 1) {
    taken[0] = row;
    let at = 0;
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(size + 1);
    do {
      used[at] = 1;
      const own = taken[at] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let column = 1; column <= size; column += 1) {
        if (used[column] === 1) continue;
        const reduced = cost(own, column) - (u[own] ?? 0) - (v[column] ?? 0);
        if (reduced < (least[column] ?? 0)) {
          least[column] = reduced;
          way[column] = at;
        }
        if ((least[column] ?? 0) < delta) {
          delta = least[column] ?? 0;
          next = column;
        }
      }
      for (let column = 0; column <= size; column += 1) {
        if (used[column] === 1) {
          const owner = taken[column] ?? 0;
          u[owner] = (u[owner] ?? 0) + delta;
          v[column] = (v[column] ?? 0) - delta;
        } else least[column] = (least[column] ?? 0) - delta;
      }
      at = next;
    } while (taken[at] !== 0);
    while (at !== 0) {
      const before = way[at] ?? 0;
      taken[at] = taken[before] ?? 0;
      at = before;
    }
  }
  const pairs = gains.map(() => -1);
  for (let column = 1; column <= size; column += 1) {
    const row = (taken[column] ?? 0) - 1;
    if (row >= 0 && row < rows && column - 1 < (gains[row]?.length ?? 0)) pairs[row] = column - 1;
  }
  return pairs;
}
