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
      for (const b of blocks.slice(index)) {
        if (b.kind === 'number') numbers(a, b, scratch, matrix, size);
        else mixed(b, a.offset, scratch, matrix, size);
      }
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

function numbers(a: Numbers, b: Numbers, scratch: Float64Array, matrix: Float64Array, size: number): void {
  let sum = 0;
  const { values } = b;
  for (let row = 0; row < scratch.length; row += 1) sum += (scratch[row] ?? 0) * (values[row] ?? 0);
  add(matrix, size, a.offset, b.offset, sum);
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
