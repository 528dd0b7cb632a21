import { type Points, squaredDistance } from '../points.ts';

export type Settled = { readonly centres: Float64Array; readonly assignments: Int32Array; readonly inertia: number; readonly iterations: number };

/** Working state: for each row its centre, no less than its distance from it, and no more than its distance from any other. */
type State = {
  readonly points: Points;
  readonly k: number;
  readonly centres: Float64Array;
  readonly assignments: Int32Array;
  readonly upper: Float64Array;
  readonly lower: Float64Array;
  readonly sums: Float64Array;
  readonly counts: Float64Array;
};

/**
 * Lloyd's iterations with the bounds of Hamerly (SIAM Data Mining 2010): the same result, but a row is measured against all centres only when
 * the triangle inequality can not rule out a change. Stops when nothing moves, or centres move less than `tolerance` (sum of squares) in a step.
 */
export function settle(points: Points, start: Float64Array, tolerance: number, mostIterations: number): Settled {
  const k = start.length / points.width;
  const state: State = {
    points,
    k,
    centres: start.slice(),
    assignments: new Int32Array(points.rows).fill(-1),
    upper: new Float64Array(points.rows).fill(Number.POSITIVE_INFINITY),
    lower: new Float64Array(points.rows),
    sums: new Float64Array(start.length),
    counts: new Float64Array(k),
  };
  let moves = new Float64Array(k);
  let iterations = 0;
  while (iterations < mostIterations) {
    iterations += 1;
    const changed = reassign(state, moves, halfGaps(state));
    fillEmpty(state);
    moves = moveCentres(state);
    if (changed === 0 || moves.reduce((sum, move) => sum + move * move, 0) <= tolerance) break;
  }
  reassign(state, moves, new Float64Array(k).fill(-1));
  return { centres: state.centres, assignments: state.assignments, inertia: inertiaOf(state), iterations };
}

/** Half of each centre's distance from its nearest neighbour: rows closer than that stay. */
function halfGaps({ k, centres, points }: State): Float64Array {
  const gaps = new Float64Array(k).fill(Number.POSITIVE_INFINITY);
  for (let a = 0; a < k; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const half = Math.sqrt(squaredDistance(centres, a, centres, b, points.width)) / 2;
      gaps[a] = Math.min(gaps[a] ?? 0, half);
      gaps[b] = Math.min(gaps[b] ?? 0, half);
    }
  }
  return gaps;
}

/** Widens the bounds by what the centres moved, and looks again at the rows that these do not settle. Returns how many changed their centre. */
function reassign(state: State, moves: Float64Array, gaps: Float64Array): number {
  const { points, assignments, upper, lower, centres } = state;
  const { width, values } = points;
  const { furthest, largest, second } = largestMoves(moves);
  let changed = 0;
  for (let row = 0; row < points.rows; row += 1) {
    const own = assignments[row] ?? -1;
    if (own >= 0) {
      const high = (upper[row] ?? 0) + (moves[own] ?? 0);
      const low = (lower[row] ?? 0) - (own === furthest ? second : largest);
      upper[row] = high;
      lower[row] = low;
      const limit = Math.max(low, gaps[own] ?? 0);
      if (high <= limit) continue;
      const exact = Math.sqrt(squaredDistance(values, row, centres, own, width));
      upper[row] = exact;
      if (exact <= limit) continue;
    }
    if (measure(state, row) !== own) changed += 1;
  }
  return changed;
}

function largestMoves(moves: Float64Array): { readonly furthest: number; readonly largest: number; readonly second: number } {
  let furthest = 0;
  moves.forEach((move, centre) => {
    if (move > (moves[furthest] ?? 0)) furthest = centre;
  });
  const second = moves.reduce((most, move, centre) => (centre === furthest ? most : Math.max(most, move)), 0);
  return { furthest, largest: moves[furthest] ?? 0, second };
}

/** Measures a row against all centres, notes its bounds, and moves it in the sums; returns its centre. */
function measure({ points, k, centres, assignments, upper, lower, sums, counts }: State, row: number): number {
  const { width, values } = points;
  let best = Number.POSITIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  let nearest = 0;
  for (let centre = 0; centre < k; centre += 1) {
    const distance = squaredDistance(values, row, centres, centre, width);
    if (distance < best) {
      next = best;
      best = distance;
      nearest = centre;
    } else if (distance < next) next = distance;
  }
  upper[row] = Math.sqrt(best);
  lower[row] = Math.sqrt(next);
  const own = assignments[row] ?? -1;
  if (own === nearest) return nearest;
  assignments[row] = nearest;
  for (let place = 0; place < width; place += 1) {
    const value = values[row * width + place] ?? 0;
    sums[nearest * width + place] = (sums[nearest * width + place] ?? 0) + value;
    if (own >= 0) sums[own * width + place] = (sums[own * width + place] ?? 0) - value;
  }
  counts[nearest] = (counts[nearest] ?? 0) + 1;
  if (own >= 0) counts[own] = (counts[own] ?? 0) - 1;
  return nearest;
}

/** A centre that lost all its rows takes the row furthest from its own centre. */
function fillEmpty({ points, k, assignments, upper, lower, sums, counts }: State): void {
  const { width, values } = points;
  for (let centre = 0; centre < k; centre += 1) {
    if (counts[centre] !== 0) continue;
    let furthest = 0;
    for (let row = 1; row < points.rows; row += 1) if ((upper[row] ?? 0) > (upper[furthest] ?? 0)) furthest = row;
    const own = assignments[furthest] ?? 0;
    if ((counts[own] ?? 0) <= 1) return;
    for (let place = 0; place < width; place += 1) {
      const value = values[furthest * width + place] ?? 0;
      sums[own * width + place] = (sums[own * width + place] ?? 0) - value;
      sums[centre * width + place] = value;
    }
    counts[own] = (counts[own] ?? 0) - 1;
    counts[centre] = 1;
    assignments[furthest] = centre;
    upper[furthest] = 0;
    lower[furthest] = 0;
  }
}

/** Centres become the means of their rows; returns how far each moved. */
function moveCentres({ points, k, centres, sums, counts }: State): Float64Array<ArrayBuffer> {
  const { width } = points;
  const moves = new Float64Array(k);
  for (let centre = 0; centre < k; centre += 1) {
    const count = counts[centre] ?? 0;
    if (count === 0) continue;
    let squares = 0;
    for (let place = centre * width; place < (centre + 1) * width; place += 1) {
      const mean = (sums[place] ?? 0) / count;
      squares += (mean - (centres[place] ?? 0)) ** 2;
      centres[place] = mean;
    }
    moves[centre] = Math.sqrt(squares);
  }
  return moves;
}

function inertiaOf({ points, centres, assignments }: State): number {
  let inertia = 0;
  for (let row = 0; row < points.rows; row += 1) inertia += squaredDistance(points.values, row, centres, assignments[row] ?? 0, points.width);
  return inertia;
}
