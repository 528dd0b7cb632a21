import { type Random, randomInteger } from '../../random/index.ts';
import { type Points, squaredDistance } from '../points.ts';

/**
 * Starting centres by k-means++ (Arthur & Vassilvitskii, SODA 2007): each is a row drawn with a chance in proportion to its squared distance from
 * those chosen. Of 2 + ln k draws the one that helps most is taken, as the authors advise.
 */
export function plusPlusCentres(points: Points, k: number, random: Random): Float64Array<ArrayBuffer> {
  const { rows, width, values } = points;
  const centres = new Float64Array(k * width);
  const draws = 2 + Math.floor(Math.log(k));
  let nearest = new Float64Array(rows);
  const first = randomInteger(random, rows);
  let sum = distancesWith(points, first, undefined, nearest);
  copyRow(values, first, centres, 0, width);
  for (let centre = 1; centre < k; centre += 1) {
    let best: { readonly row: number; readonly sum: number; readonly nearest: Float64Array<ArrayBuffer> } | undefined;
    for (let draw = 0; draw < draws; draw += 1) {
      const row = drawRow(nearest, sum, random);
      const tried = new Float64Array(rows);
      const reached = distancesWith(points, row, nearest, tried);
      if (best === undefined || reached < best.sum) best = { row, sum: reached, nearest: tried };
    }
    if (best === undefined) break;
    copyRow(values, best.row, centres, centre, width);
    sum = best.sum;
    nearest = best.nearest;
  }
  return centres;
}

/** Squared distance of each row from the nearest of the centres so far and `row`; returns their sum. */
function distancesWith({ rows, width, values }: Points, row: number, before: Float64Array | undefined, into: Float64Array): number {
  let sum = 0;
  for (let other = 0; other < rows; other += 1) {
    const distance = squaredDistance(values, other, values, row, width);
    const kept = before === undefined ? distance : Math.min(distance, before[other] ?? 0);
    into[other] = kept;
    sum += kept;
  }
  return sum;
}

function drawRow(distances: Float64Array, sum: number, random: Random): number {
  let left = random() * sum;
  for (let row = 0; row < distances.length; row += 1) {
    left -= distances[row] ?? 0;
    if (left < 0) return row;
  }
  return distances.length - 1;
}

function copyRow(from: Float64Array, row: number, to: Float64Array, place: number, width: number): void {
  to.set(from.subarray(row * width, (row + 1) * width), place * width);
}
