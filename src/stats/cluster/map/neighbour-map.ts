import { randomNormal, seededRandom } from '../../random/index.ts';
import { type Points, squaredDistance } from '../points.ts';

export type NeighbourMapOptions = { readonly seed: number; readonly perplexity: number; readonly iterations: number };
const defaults: NeighbourMapOptions = { seed: 1, perplexity: 30, iterations: 400 };

/**
 * t-SNE (van der Maaten & Hinton, JMLR 9, 2008), exact: places rows on a plane so that neighbours stay neighbours. Distances between far groups and
 * sizes of groups mean nothing on it. Time grows with the square of the rows: a map of a thousand is drawn in seconds. `start` (two numbers a row,
 * such as principal components) makes maps of the same data look alike.
 */
export function neighbourMap(points: Points, start: Points | undefined, options: Partial<NeighbourMapOptions> = {}): Points {
  const { seed, perplexity, iterations } = { ...defaults, ...options };
  const { rows } = points;
  const likeness = likenesses(points, Math.min(perplexity, Math.max(1, (rows - 1) / 3)));
  const random = seededRandom(seed);
  const places = Float64Array.from({ length: rows * 2 }, () => 1e-4 * randomNormal(random));
  if (start !== undefined) {
    const spread = Math.sqrt(start.values.reduce((sum, own) => sum + own * own, 0) / (start.values.length || 1)) || 1;
    start.values.forEach((own, place) => (places[place] = (places[place] ?? 0) + (1e-4 * own) / spread));
  }
  const speed = new Float64Array(rows * 2);
  const gains = new Float64Array(rows * 2).fill(1);
  const gradient = new Float64Array(rows * 2);
  const rate = Math.max(50, rows / 48);
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    slope(places, likeness, rows, iteration < iterations / 4 ? 12 : 1, gradient);
    const momentum = iteration < iterations / 4 ? 0.5 : 0.8;
    for (let place = 0; place < places.length; place += 1) {
      const same = Math.sign(gradient[place] ?? 0) === Math.sign(speed[place] ?? 0);
      gains[place] = Math.max(0.01, same ? (gains[place] ?? 1) * 0.8 : (gains[place] ?? 1) + 0.2);
      speed[place] = momentum * (speed[place] ?? 0) - rate * (gains[place] ?? 1) * (gradient[place] ?? 0);
      places[place] = (places[place] ?? 0) + (speed[place] ?? 0);
    }
  }
  return { rows, width: 2, values: places };
}

/** Joint probabilities that two rows are neighbours; each row's kernel is as wide as the wished number of neighbours needs. */
function likenesses({ rows, width, values }: Points, perplexity: number): Float64Array {
  const conditional = new Float64Array(rows * rows);
  const distances = new Float64Array(rows);
  const target = Math.log(perplexity);
  for (let row = 0; row < rows; row += 1) {
    for (let other = 0; other < rows; other += 1) distances[other] = squaredDistance(values, row, values, other, width);
    let [low, high, beta] = [0, Number.POSITIVE_INFINITY, 1];
    for (let step = 0; step < 60; step += 1) {
      let [sum, weighted] = [0, 0];
      for (let other = 0; other < rows; other += 1) {
        const own = other === row ? 0 : Math.exp(-beta * (distances[other] ?? 0));
        conditional[row * rows + other] = own;
        sum += own;
        weighted += own * (distances[other] ?? 0);
      }
      const entropy = sum > 0 ? Math.log(sum) + (beta * weighted) / sum : 0;
      for (let other = 0; other < rows; other += 1) conditional[row * rows + other] = (conditional[row * rows + other] ?? 0) / (sum || 1);
      if (Math.abs(entropy - target) < 1e-4) break;
      if (entropy > target) low = beta;
      else high = beta;
      beta = high === Number.POSITIVE_INFINITY ? beta * 2 : (low + high) / 2;
    }
  }
  const joint = new Float64Array(rows * rows);
  for (let a = 0; a < rows; a += 1)
    for (let b = 0; b < rows; b += 1) joint[a * rows + b] = Math.max(1e-12, ((conditional[a * rows + b] ?? 0) + (conditional[b * rows + a] ?? 0)) / (2 * rows));
  return joint;
}

function slope(places: Float64Array, likeness: Float64Array, rows: number, exaggeration: number, gradient: Float64Array): void {
  let total = 0;
  for (let a = 0; a < rows; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const x = (places[2 * a] ?? 0) - (places[2 * b] ?? 0);
      const y = (places[2 * a + 1] ?? 0) - (places[2 * b + 1] ?? 0);
      total += 2 / (1 + x * x + y * y);
    }
  }
  gradient.fill(0);
  for (let a = 0; a < rows; a += 1) {
    let [sumX, sumY] = [0, 0];
    for (let b = 0; b < rows; b += 1) {
      const x = (places[2 * a] ?? 0) - (places[2 * b] ?? 0);
      const y = (places[2 * a + 1] ?? 0) - (places[2 * b + 1] ?? 0);
      const near = 1 / (1 + x * x + y * y);
      const pull = 4 * (exaggeration * (likeness[a * rows + b] ?? 0) - near / total) * near;
      sumX += pull * x;
      sumY += pull * y;
    }
    gradient[2 * a] = sumX;
    gradient[2 * a + 1] = sumY;
  }
}
