import { randomNormal, seededRandom } from '../random/index.ts';
import { type Interactions, transposed } from './interactions.ts';

/** `factors` numbers per user and per item, one after the other; their product says how much a user would like an item. */
export type Factors = { readonly factors: number; readonly users: Float32Array; readonly items: Float32Array };

export type AlsOptions = {
  readonly factors: number;
  readonly iterations: number;
  readonly penalty: number;
  /** Confidence in what was taken: 1 + alpha · weight. */
  readonly alpha: number;
  readonly seed: number;
  readonly progress?: (done: number, of: number) => boolean;
};

export const alsDefaults: AlsOptions = { factors: 16, iterations: 12, penalty: 50, alpha: 3, seed: 1 };

/** Steps of conjugate gradients per user: enough from a warm start. */
const steps = 3;

/**
 * Implicit matrix factorisation (Hu, Koren & Volinsky, ICDM 2008) by alternating least squares, each user's equations solved by a few conjugate
 * gradient steps from the last answer (Takács, Pilászy & Tikk, RecSys 2011): time grows with interactions × factors.
 */
export function fitAls(interactions: Interactions, options: Partial<AlsOptions> = {}): Factors {
  const chosen = { ...alsDefaults, ...options };
  const { factors, alpha, penalty } = chosen;
  const random = seededRandom(chosen.seed);
  const start = (rows: number): Float32Array => Float32Array.from({ length: rows * factors }, () => (0.1 * randomNormal(random)) / Math.sqrt(factors));
  const [users, items] = [start(interactions.users), start(interactions.itemCount)];
  const turned = transposed(interactions);
  for (let iteration = 0; iteration < chosen.iterations; iteration += 1) {
    solveAll(interactions, users, items, factors, alpha, penalty);
    solveAll(turned, items, users, factors, alpha, penalty);
    if (chosen.progress?.(iteration + 1, chosen.iterations) === false) break;
  }
  return { factors, users, items };
}

/** Factors of one more user from what they took, the items' factors held still: for customers who came after training. */
export function factorsOfUser(
  items: Uint32Array,
  weights: Float32Array,
  itemFactors: Float32Array,
  options: Pick<AlsOptions, 'factors' | 'alpha' | 'penalty'>,
): Float32Array {
  const own = new Float32Array(options.factors);
  const one = { users: 1, itemCount: itemFactors.length / options.factors, starts: Uint32Array.of(0, items.length), items, weights };
  for (let round = 0; round < 4; round += 1) solveAll(one, own, itemFactors, options.factors, options.alpha, options.penalty);
  return own;
}

/** Makes `solved` the best answer to `fixed`: (YᵀY + Yᵀ(C − 1)Y + penalty) x = YᵀC p for each row. */
function solveAll({ users, starts, items, weights }: Interactions, solved: Float32Array, fixed: Float32Array, k: number, alpha: number, penalty: number): void {
  const gram = gramOf(fixed, k, penalty);
  const [x, rest, direction, product] = [new Float64Array(k), new Float64Array(k), new Float64Array(k), new Float64Array(k)];
  let own = new Float64Array(64 * k);
  for (let user = 0; user < users; user += 1) {
    const [from, to] = [starts[user] ?? 0, starts[user + 1] ?? 0];
    const base = user * k;
    if (from === to) {
      solved.fill(0, base, base + k);
      continue;
    }
    // The rows that are read four times are laid side by side first: they lie all over the memory otherwise.
    if (own.length < (to - from) * k) own = new Float64Array(2 * (to - from) * k);
    for (let entry = from; entry < to; entry += 1) gather(own, (entry - from) * k, fixed, (items[entry] ?? 0) * k, k);
    for (let place = 0; place < k; place += 1) x[place] = solved[base + place] ?? 0;
    multiply(gram, x, rest, k);
    for (let place = 0; place < k; place += 1) rest[place] = -(rest[place] ?? 0);
    for (let entry = from; entry < to; entry += 1) {
      const trust = alpha * (weights[entry] ?? 0);
      const at = (entry - from) * k;
      addScaled(rest, own, at, 1 + trust - trust * dot(own, at, x, k), k);
    }
    direction.set(rest);
    let size = square(rest);
    for (let step = 0; step < steps && size > 1e-20; step += 1) {
      multiply(gram, direction, product, k);
      for (let entry = from; entry < to; entry += 1) {
        const at = (entry - from) * k;
        addScaled(product, own, at, alpha * (weights[entry] ?? 0) * dot(own, at, direction, k), k);
      }
      let along = 0;
      for (let place = 0; place < k; place += 1) along += (direction[place] ?? 0) * (product[place] ?? 0);
      const length = size / along;
      for (let place = 0; place < k; place += 1) {
        x[place] = (x[place] ?? 0) + length * (direction[place] ?? 0);
        rest[place] = (rest[place] ?? 0) - length * (product[place] ?? 0);
      }
      const left = square(rest);
      for (let place = 0; place < k; place += 1) direction[place] = (rest[place] ?? 0) + (left / size) * (direction[place] ?? 0);
      size = left;
    }
    for (let place = 0; place < k; place += 1) solved[base + place] = x[place] ?? 0;
  }
}

function gramOf(rows: Float32Array, k: number, penalty: number): Float64Array {
  const gram = new Float64Array(k * k);
  for (let at = 0; at < rows.length; at += k) {
    for (let a = 0; a < k; a += 1) {
      const own = rows[at + a] ?? 0;
      for (let b = 0; b <= a; b += 1) gram[a * k + b] = (gram[a * k + b] ?? 0) + own * (rows[at + b] ?? 0);
    }
  }
  for (let a = 0; a < k; a += 1) {
    for (let b = 0; b < a; b += 1) gram[b * k + a] = gram[a * k + b] ?? 0;
    gram[a * k + a] = (gram[a * k + a] ?? 0) + penalty;
  }
  return gram;
}

function multiply(matrix: Float64Array, vector: Float64Array, into: Float64Array, k: number): void {
  for (let row = 0; row < k; row += 1) {
    let sum = 0;
    for (let column = 0; column < k; column += 1) sum += (matrix[row * k + column] ?? 0) * (vector[column] ?? 0);
    into[row] = sum;
  }
}

function gather(into: Float64Array, to: number, rows: Float32Array, from: number, k: number): void {
  for (let place = 0; place < k; place += 1) into[to + place] = rows[from + place] ?? 0;
}

/** Four sums at once: one sum alone waits for itself at every step. */
function dot(rows: Float64Array | Float32Array, at: number, vector: Float64Array, k: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = k - (k % 4);
  for (let place = 0; place < whole; place += 4) {
    a += (rows[at + place] ?? 0) * (vector[place] ?? 0);
    b += (rows[at + place + 1] ?? 0) * (vector[place + 1] ?? 0);
    c += (rows[at + place + 2] ?? 0) * (vector[place + 2] ?? 0);
    d += (rows[at + place + 3] ?? 0) * (vector[place + 3] ?? 0);
  }
  for (let place = whole; place < k; place += 1) a += (rows[at + place] ?? 0) * (vector[place] ?? 0);
  return a + b + (c + d);
}

function addScaled(into: Float64Array, rows: Float64Array, at: number, by: number, k: number): void {
  for (let place = 0; place < k; place += 1) into[place] = (into[place] ?? 0) + by * (rows[at + place] ?? 0);
}

const square = (vector: Float64Array): number => {
  let sum = 0;
  for (let place = 0; place < vector.length; place += 1) sum += (vector[place] ?? 0) ** 2;
  return sum;
};

/** Score of every item for a user. */
export function alsScores({ factors, users, items }: Factors, user: number): Float64Array {
  const own = Float64Array.from(users.subarray(user * factors, (user + 1) * factors));
  return Float64Array.from({ length: items.length / factors }, (_, item) => dot(items, item * factors, own, factors));
}
