import type { Block } from './blocks.ts';

/**
 * Lower half of designᵀ · diag(weights) · design, rows of `size` one after the other. Pair by pair of blocks, so that a category costs one
 * addition a row however many levels it has.
 */
export function curvature(blocks: readonly Block[], weights: Float64Array, size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  const scratch = new Float64Array(weights.length);
  blocks.forEach((a, index) => {
    if (a.kind === 'number') {
      for (let row = 0; row < weights.length; row += 1) scratch[row] = (weights[row] ?? 0) * (a.values[row] ?? 0);
      const rest = blocks.slice(index);
      const others = rest.filter((b) => b.kind === 'number');
      for (let first = 0; first < others.length; first += together) numbers(a, others.slice(first, first + together), scratch, matrix, size);
      for (const b of rest) if (b.kind === 'choice') mixed(b, a.offset, scratch, matrix, size);
    } else {
      for (const b of blocks.slice(index)) {
        if (b.kind === 'number') weighted(a, b, weights, matrix, size);
        else choices(a, b, weights, matrix, size);
      }
    }
  });
  return matrix;
}

type Numbers = Extract<Block, { kind: 'number' }>;
type Choices = Extract<Block, { kind: 'choice' }>;

function add(matrix: Float64Array, size: number, a: number, b: number, value: number): void {
  const place = Math.max(a, b) * size + Math.min(a, b);
  matrix[place] = (matrix[place] ?? 0) + value;
}

/** So many sums side by side: each addition waits for the one before it, so one sum alone leaves the processor idle. */
const together = 4;

function numbers(a: Numbers, others: readonly Numbers[], scratch: Float64Array, matrix: Float64Array, size: number): void {
  const [first, second, third, fourth] = others;
  if (first === undefined) return;
  const [one, two, three, four] = [first.values, (second ?? first).values, (third ?? first).values, (fourth ?? first).values];
  let [sumOne, sumTwo, sumThree, sumFour] = [0, 0, 0, 0];
  for (let row = 0; row < scratch.length; row += 1) {
    const own = scratch[row] ?? 0;
    sumOne += own * (one[row] ?? 0);
    sumTwo += own * (two[row] ?? 0);
    sumThree += own * (three[row] ?? 0);
    sumFour += own * (four[row] ?? 0);
  }
  const sums = [sumOne, sumTwo, sumThree, sumFour];
  others.forEach((b, place) => add(matrix, size, a.offset, b.offset, sums[place] ?? 0));
}

function mixed(b: Choices, offset: number, scratch: Float64Array, matrix: Float64Array, size: number): void {
  const sums = new Float64Array(b.size);
  for (let row = 0; row < scratch.length; row += 1) {
    const choice = b.choices[row] ?? -1;
    if (choice >= 0) sums[choice] = (sums[choice] ?? 0) + (scratch[row] ?? 0);
  }
  sums.forEach((sum, choice) => add(matrix, size, offset, b.offset + choice, sum));
}

function weighted(a: Choices, b: Numbers, weights: Float64Array, matrix: Float64Array, size: number): void {
  const sums = new Float64Array(a.size);
  for (let row = 0; row < weights.length; row += 1) {
    const choice = a.choices[row] ?? -1;
    if (choice >= 0) sums[choice] = (sums[choice] ?? 0) + (weights[row] ?? 0) * (b.values[row] ?? 0);
  }
  sums.forEach((sum, choice) => add(matrix, size, b.offset, a.offset + choice, sum));
}

function choices(a: Choices, b: Choices, weights: Float64Array, matrix: Float64Array, size: number): void {
  const sums = new Float64Array(a.size * b.size);
  for (let row = 0; row < weights.length; row += 1) {
    const first = a.choices[row] ?? -1;
    const second = b.choices[row] ?? -1;
    if (first >= 0 && second >= 0) sums[first * b.size + second] = (sums[first * b.size + second] ?? 0) + (weights[row] ?? 0);
  }
  sums.forEach((sum, place) => {
    if (sum !== 0) add(matrix, size, a.offset + Math.floor(place / b.size), b.offset + (place % b.size), sum);
  });
}
