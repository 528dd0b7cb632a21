import { sampled, seededRandom } from '../../random/index.ts';
import { nearestCentres, type Points, takePoints } from '../points.ts';
import { adjustedRand } from './adjusted-rand.ts';

/**
 * How much two groupings agree that are found on different halves of the rows and then laid over all of them: mean adjusted Rand index of `pairs`
 * pairs (Lange et al., Neural Computation 16, 2004). Groups that a different half would not find again are an accident.
 */
export function stability(points: Points, group: (points: Points, seed: number) => Float64Array, seed: number, pairs = 5): number {
  const random = seededRandom(seed);
  let sum = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const [a, b] = [0, 1].map((which) => {
      const half = takePoints(points, sampled(random, points.rows, Math.ceil(points.rows / 2)));
      return nearestCentres(points, group(half, seed + 2 * pair + which));
    });
    sum += adjustedRand(a ?? new Int32Array(), b ?? new Int32Array());
  }
  return sum / pairs;
}
