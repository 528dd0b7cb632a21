import { type Random, randomInteger, seededRandom } from '../random/index.ts';
import { type Points, squaredDistance } from './points.ts';

/** Numbers (standardised) and levels beside them: `codes[column][row]`, −1 where unknown. */
export type MixedPoints = { readonly points: Points; readonly codes: readonly Int32Array[] };

export type KPrototypes = {
  readonly k: number;
  readonly centres: Float64Array;
  /** Most frequent level of each column, centre after centre. */
  readonly modes: Int32Array;
  readonly assignments: Int32Array;
  readonly cost: number;
};

export type PrototypeOptions = {
  readonly seed: number;
  readonly restarts: number;
  readonly mostIterations: number;
  /** What a differing level costs, beside squared distances of standardised numbers; Huang advises half of their spread. */
  readonly gamma: number;
};
const defaults: PrototypeOptions = { seed: 1, restarts: 5, mostIterations: 100, gamma: 0.5 };

/** k-prototypes (Huang, Data Mining and Knowledge Discovery 2, 1998): k-means for numbers and levels together. */
export function kPrototypes(mixed: MixedPoints, k: number, options: Partial<PrototypeOptions> = {}): KPrototypes {
  const chosen = { ...defaults, ...options };
  const random = seededRandom(chosen.seed);
  const few = Math.min(k, mixed.points.rows);
  let best = attempt(mixed, few, chosen, random);
  for (let start = 1; start < chosen.restarts; start += 1) {
    const next = attempt(mixed, few, chosen, random);
    if (next.cost < best.cost) best = next;
  }
  return best;
}

function attempt(mixed: MixedPoints, k: number, { gamma, mostIterations }: PrototypeOptions, random: Random): KPrototypes {
  const { points, codes } = mixed;
  const centres = new Float64Array(k * points.width);
  const modes = new Int32Array(k * codes.length);
  startingRows(mixed, k, gamma, random).forEach((row, own) => {
    centres.set(points.values.subarray(row * points.width, (row + 1) * points.width), own * points.width);
    codes.forEach((column, place) => (modes[own * codes.length + place] = column[row] ?? -1));
  });
  const assignments = new Int32Array(points.rows).fill(-1);
  let cost = Number.POSITIVE_INFINITY;
  for (let iteration = 0; iteration < mostIterations; iteration += 1) {
    const reached = assign(mixed, centres, modes, k, gamma, assignments);
    if (reached >= cost * (1 - 1e-9)) break;
    cost = reached;
    moveCentres(mixed, assignments, k, centres, modes);
  }
  return { k, centres, modes, assignments, cost };
}

/** k-means++ with the mixed distance. */
function startingRows(mixed: MixedPoints, k: number, gamma: number, random: Random): readonly number[] {
  const { rows, width, values } = mixed.points;
  const chosen = [randomInteger(random, rows)];
  const nearest = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  while (chosen.length < k) {
    const last = chosen.at(-1) ?? 0;
    let sum = 0;
    for (let row = 0; row < rows; row += 1) {
      const differing = mixed.codes.reduce((count, column) => count + Number(column[row] !== column[last]), 0);
      const own = Math.min(nearest[row] ?? 0, squaredDistance(values, row, values, last, width) + gamma * differing);
      nearest[row] = own;
      sum += own;
    }
    let left = random() * sum;
    chosen.push(
      Math.max(
        0,
        nearest.findIndex((own) => (left -= own) < 0),
      ),
    );
  }
  return chosen;
}

function assign({ points, codes }: MixedPoints, centres: Float64Array, modes: Int32Array, k: number, gamma: number, assignments: Int32Array): number {
  let cost = 0;
  for (let row = 0; row < points.rows; row += 1) {
    let best = Number.POSITIVE_INFINITY;
    for (let own = 0; own < k; own += 1) {
      let distance = squaredDistance(points.values, row, centres, own, points.width);
      for (let place = 0; place < codes.length; place += 1) if (codes[place]?.[row] !== modes[own * codes.length + place]) distance += gamma;
      if (distance >= best) continue;
      best = distance;
      assignments[row] = own;
    }
    cost += best;
  }
  return cost;
}

function moveCentres({ points, codes }: MixedPoints, assignments: Int32Array, k: number, centres: Float64Array, modes: Int32Array): void {
  const { rows, width, values } = points;
  const sums = new Float64Array(k * width);
  const counts = new Uint32Array(k);
  for (let row = 0; row < rows; row += 1) {
    const own = assignments[row] ?? 0;
    counts[own] = (counts[own] ?? 0) + 1;
    for (let place = 0; place < width; place += 1) sums[own * width + place] = (sums[own * width + place] ?? 0) + (values[row * width + place] ?? 0);
  }
  for (let place = 0; place < centres.length; place += 1) {
    const count = counts[Math.floor(place / width)] ?? 0;
    if (count > 0) centres[place] = (sums[place] ?? 0) / count;
  }
  codes.forEach((column, place) => {
    const tallies = Array.from({ length: k }, () => new Map<number, number>());
    column.forEach((code, row) => {
      const tally = tallies[assignments[row] ?? 0];
      tally?.set(code, (tally.get(code) ?? 0) + 1);
    });
    tallies.forEach((tally, own) => {
      const [most] = [...tally].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      if (most !== undefined) modes[own * codes.length + place] = most[0];
    });
  });
}
