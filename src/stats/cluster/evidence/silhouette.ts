import { type Points, squaredDistance } from '../points.ts';

/**
 * Mean silhouette (Rousseeuw, Journal of Computational and Applied Mathematics 20, 1987): how much nearer rows are to their own group than to the
 * next, −1 to 1; above .5 groups are plain, below .25 there is hardly a structure. Rows alone in a group count 0, rows in none (−1) not at all.
 * Time grows with the square of the rows.
 */
export function silhouette(points: Points, assignments: Int32Array): number {
  const groups = assignments.reduce((most, own) => Math.max(most, own), -1) + 1;
  const sizes = new Float64Array(groups);
  for (const own of assignments) if (own >= 0) sizes[own] = (sizes[own] ?? 0) + 1;
  const sums = new Float64Array(groups);
  let total = 0;
  let counted = 0;
  for (let row = 0; row < points.rows; row += 1) {
    const own = assignments[row] ?? -1;
    if (own < 0) continue;
    counted += 1;
    if (sizes[own] === 1) continue;
    sums.fill(0);
    for (let other = 0; other < points.rows; other += 1) {
      const group = assignments[other] ?? -1;
      if (group >= 0) sums[group] = (sums[group] ?? 0) + Math.sqrt(squaredDistance(points.values, row, points.values, other, points.width));
    }
    const inside = (sums[own] ?? 0) / ((sizes[own] ?? 0) - 1);
    let outside = Number.POSITIVE_INFINITY;
    for (let group = 0; group < groups; group += 1)
      if (group !== own && sizes[group] !== 0) outside = Math.min(outside, (sums[group] ?? 0) / (sizes[group] ?? 1));
    if (Number.isFinite(outside)) total += (outside - inside) / Math.max(inside, outside);
  }
  return total / counted;
}
