/** How far two groupings agree beyond chance: 1 the same, 0 as by chance (Hubert & Arabie, Journal of Classification 2, 1985). */
export function adjustedRand(a: Int32Array, b: Int32Array): number {
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const cells = new Map<string, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  a.forEach((own, row) => {
    const other = b[row] ?? 0;
    cells.set(`${own} ${other}`, (cells.get(`${own} ${other}`) ?? 0) + 1);
    rows.set(own, (rows.get(own) ?? 0) + 1);
    columns.set(other, (columns.get(other) ?? 0) + 1);
  });
  const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + pairs(count), 0);
  const together = sum(cells.values());
  const [first, second] = [sum(rows.values()), sum(columns.values())];
  const expected = (first * second) / pairs(a.length);
  const most = (first + second) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}
