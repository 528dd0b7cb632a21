import { randomNormal, seededRandom } from '../random/index.ts';
import { type Interactions, transposed } from './interactions.ts';
import { type WasmMemory, wasmMemory } from '../webassembly/module.ts';
import { simdSums, type SimdSums } from './simd-module.ts';

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
 * gradient steps from the last answer (Takács, Pilászy & Tikk, RecSys 2011): time grows with interactions × factors. Numbers are 32-bit floats, as in the libraries for this.
 */
export function fitAls(interactions: Interactions, options: Partial<AlsOptions> = {}): Factors {
  const chosen = { ...alsDefaults, ...options };
  const { factors, alpha, penalty } = chosen;
  const random = seededRandom(chosen.seed);
  const start = (rows: number): Float32Array => Float32Array.from({ length: rows * factors }, () => (0.1 * randomNormal(random)) / Math.sqrt(factors));
  const desk = openDesk(interactions, transposed(interactions), start(interactions.users), start(interactions.itemCount), factors);
  for (let iteration = 0; iteration < chosen.iterations; iteration += 1) {
    solveAll(desk, desk.users, desk.items, alpha, penalty);
    solveAll(desk, desk.items, desk.users, alpha, penalty);
    if (chosen.progress?.(iteration + 1, chosen.iterations) === false) break;
  }
  return { factors, users: readRows(desk, desk.users), items: readRows(desk, desk.items) };
}

/** Factors of one more user from what they took, the items' factors held still: for customers who came after training. */
export function factorsOfUser(
  items: Uint32Array,
  weights: Float32Array,
  itemFactors: Float32Array,
  options: Pick<AlsOptions, 'factors' | 'alpha' | 'penalty'>,
): Float32Array {
  const { factors, alpha, penalty } = options;
  const one: Interactions = { users: 1, itemCount: itemFactors.length / factors, starts: Uint32Array.of(0, items.length), items, weights };
  const desk = openDesk(one, transposed(one), new Float32Array(factors), itemFactors, factors);
  for (let round = 0; round < 4; round += 1) solveAll(desk, desk.users, desk.items, alpha, penalty);
  return readRows(desk, desk.users);
}

/** One side: who took what, and its factors, as places in the memory that the sums work on. */
type Side = { readonly count: number; readonly starts: Uint32Array; readonly places: number; readonly weights: number; readonly rows: number };

/** Everything that is worked on, in one memory. Rows are padded with zeros to a multiple of sixteen numbers, which stay zero. */
type Desk = {
  readonly memory: WasmMemory;
  readonly sums: SimdSums;
  readonly factors: number;
  readonly padded: number;
  readonly users: Side;
  readonly items: Side;
  /** The gram of one side and that of some of its rows; four vectors. */
  readonly gram: number;
  readonly part: number;
  readonly vectors: readonly [number, number, number, number];
};

const lanes = 16;

function openDesk(taken: Interactions, takers: Interactions, userRows: Float32Array, itemRows: Float32Array, factors: number): Desk {
  const padded = Math.ceil(factors / lanes) * lanes;
  let end = 0;
  const room = (numbers: number): number => {
    const place = end;
    end += Math.ceil((4 * numbers) / 16) * 16;
    return place;
  };
  const side = ({ users, starts, items }: Interactions): Side => ({
    count: users,
    starts,
    places: room(items.length),
    weights: room(items.length),
    rows: room(users * padded),
  });
  const [users, items] = [side(taken), side(takers)];
  const [gram, part] = [room(padded * padded), room(padded * padded)];
  const vectors = [room(padded), room(padded), room(padded), room(padded)] as const;
  const memory = wasmMemory(end);
  for (const [own, from, rows] of [
    [users, taken, userRows],
    [items, takers, itemRows],
  ] as const) {
    new Uint32Array(memory.buffer, own.places, from.items.length).set(from.items);
    new Float32Array(memory.buffer, own.weights, from.weights.length).set(from.weights);
    const into = new Float32Array(memory.buffer, own.rows, own.count * padded);
    for (let row = 0; row < own.count; row += 1) into.set(rows.subarray(row * factors, (row + 1) * factors), row * padded);
  }
  return { memory, sums: simdSums(memory, 4 * padded), factors, padded, users, items, gram, part, vectors };
}

function readRows({ memory, factors, padded }: Desk, { rows, count }: Side): Float32Array {
  const found = new Float32Array(count * factors);
  const from = new Float32Array(memory.buffer, rows, count * padded);
  for (let row = 0; row < count; row += 1) found.set(from.subarray(row * padded, row * padded + factors), row * factors);
  return found;
}

/** Makes the rows of `solved` the best answer to those of `fixed`: (YᵀY + Yᵀ(C − 1)Y + penalty) x = YᵀC p for each row. */
function solveAll(desk: Desk, solved: Side, fixed: Side, alpha: number, penalty: number): void {
  const { memory, sums, padded, gram, vectors } = desk;
  const bytes = 4 * padded;
  const numbers = new Float32Array(memory.buffer);
  fillGram(desk, fixed, penalty);
  const [rest, direction, product] = vectors;
  const clear = (vector: number): unknown => numbers.fill(0, vector / 4, vector / 4 + padded);
  for (let user = 0; user < solved.count; user += 1) {
    const [from, to] = [solved.starts[user] ?? 0, solved.starts[user + 1] ?? 0];
    const x = solved.rows + user * bytes;
    if (from === to) {
      clear(x);
      continue;
    }
    const [places, weights, count] = [solved.places + 4 * from, solved.weights + 4 * from, to - from];
    // rest = Σ (1 + trust − trust · dot) y − gram · x
    clear(rest);
    sums.pass(places, weights, count, fixed.rows, x, rest, alpha, 1);
    sums.multiply(gram, x, product);
    sums.add(-1, product, rest);
    numbers.copyWithin(direction / 4, rest / 4, rest / 4 + padded);
    let size = sums.dot(rest, rest);
    for (let step = 0; step < steps && size > 1e-14; step += 1) {
      sums.multiply(gram, direction, product);
      sums.pass(places, weights, count, fixed.rows, direction, product, alpha, 0);
      const length = size / sums.dot(direction, product);
      sums.add(length, direction, x);
      sums.add(-length, product, rest);
      const left = sums.dot(rest, rest);
      sums.turn(left / size, rest, direction);
      size = left;
    }
  }
}

/** Rows that are summed with 32 bits before their sum joins the others with 64: millions of small terms would drown in one. */
const rowsAtOnce = 1024;

function fillGram({ memory, sums, padded, gram, part }: Desk, { rows, count }: Side, penalty: number): void {
  const bytes = 4 * padded;
  const whole = new Float64Array(padded * padded);
  const some = new Float32Array(memory.buffer, part, padded * padded);
  for (let row = 0; row < count; row += rowsAtOnce) {
    some.fill(0);
    sums.gram(rows + row * bytes, Math.min(rowsAtOnce, count - row), part);
    for (let place = 0; place < whole.length; place += 1) whole[place] = (whole[place] ?? 0) + (some[place] ?? 0);
  }
  for (let place = 0; place < padded; place += 1) whole[place * (padded + 1)] = (whole[place * (padded + 1)] ?? 0) + penalty;
  new Float32Array(memory.buffer, gram, padded * padded).set(whole);
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

/** Score of every item for a user. */
export function alsScores({ factors, users, items }: Factors, user: number): Float64Array {
  const own = Float64Array.from(users.subarray(user * factors, (user + 1) * factors));
  return Float64Array.from({ length: items.length / factors }, (_, item) => dot(items, item * factors, own, factors));
}
