import type { Points } from './points.ts';
import { squaredDistance } from './points.ts';

/** Two clusters join: numbers below the number of rows are rows, others are earlier merges, in order. `height` is the distance as SciPy's `linkage` gives it. */
export type Merge = { readonly left: number; readonly right: number; readonly height: number; readonly size: number };

/**
 * Ward's hierarchy (JASA 58, 1963): the two clusters join whose joining adds least to the sum of squares, by chains of nearest neighbours
 * (Murtagh, 1983) with the update of Lance & Williams. `weights` are how many customers a row stands for. Takes rows² numbers of memory:
 * meant for samples, or for centres of many small groups, of up to a few thousand.
 */
export function wardTree(points: Points, weights: Float64Array = new Float64Array(points.rows).fill(1)): readonly Merge[] {
  const { rows } = points;
  const distances = startingDistances(points, weights);
  const sizes = weights.slice();
  const names = Int32Array.from({ length: rows }, (_, row) => row);
  const alive = new Set(names.keys());
  const found: { readonly a: number; readonly b: number; readonly cost: number }[] = [];
  const chain: number[] = [];
  while (alive.size > 1) {
    if (chain.length === 0) chain.push(alive.values().next().value ?? 0);
    const top = chain.at(-1) ?? 0;
    const before = chain.at(-2);
    const nearest = nearestTo(top, before, alive, distances, rows);
    if (nearest.row !== before) {
      chain.push(nearest.row);
      continue;
    }
    chain.length -= 2;
    found.push({ a: top, b: nearest.row, cost: nearest.cost });
    join(top, nearest.row, alive, distances, sizes, rows);
  }
  return inOrder(found, weights);
}

/** Doubled increase in the sum of squares when two rows join: for weights of one, the squared distance. */
function startingDistances(points: Points, weights: Float64Array): Float64Array {
  const { rows, width, values } = points;
  const distances = new Float64Array(rows * rows);
  for (let a = 0; a < rows; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const [n, m] = [weights[a] ?? 1, weights[b] ?? 1];
      const cost = ((2 * n * m) / (n + m)) * squaredDistance(values, a, values, b, width);
      distances[a * rows + b] = cost;
      distances[b * rows + a] = cost;
    }
  }
  return distances;
}

/** The nearest of those alive; the one before in the chain wins ties, so that chains end. */
function nearestTo(row: number, before: number | undefined, alive: ReadonlySet<number>, distances: Float64Array, rows: number): { row: number; cost: number } {
  let best = before ?? -1;
  let cost = before === undefined ? Number.POSITIVE_INFINITY : (distances[row * rows + before] ?? 0);
  for (const other of alive) {
    const own = distances[row * rows + other] ?? 0;
    if (other === row || own >= cost) continue;
    best = other;
    cost = own;
  }
  return { row: best, cost };
}

/** `b` becomes the joined cluster, `a` is gone. */
function join(a: number, b: number, alive: Set<number>, distances: Float64Array, sizes: Float64Array, rows: number): void {
  const [n, m] = [sizes[a] ?? 1, sizes[b] ?? 1];
  const between = distances[a * rows + b] ?? 0;
  alive.delete(a);
  for (const other of alive) {
    if (other === b) continue;
    const size = sizes[other] ?? 1;
    const own = ((n + size) * (distances[a * rows + other] ?? 0) + (m + size) * (distances[b * rows + other] ?? 0) - size * between) / (n + m + size);
    distances[b * rows + other] = own;
    distances[other * rows + b] = own;
  }
  sizes[b] = n + m;
}

/** Merges by rising height, clusters numbered by them. */
function inOrder(found: readonly { readonly a: number; readonly b: number; readonly cost: number }[], weights: Float64Array): readonly Merge[] {
  const rows = weights.length;
  const parent = Int32Array.from({ length: rows }, (_, row) => row);
  const top = (row: number): number => {
    let at = row;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  const names = Int32Array.from(parent);
  const sizes = weights.slice();
  return found
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ a, b, cost }, place) => {
      const [one, other] = [top(a), top(b)];
      const merge = { left: names[one] ?? 0, right: names[other] ?? 0, height: Math.sqrt(cost), size: (sizes[one] ?? 1) + (sizes[other] ?? 1) };
      parent[one] = other;
      names[other] = rows + place;
      sizes[other] = merge.size;
      return merge;
    });
}

/** The groups there are when `k` are left: numbered by their first row. */
export function cutTree(merges: readonly Merge[], rows: number, k: number): Int32Array {
  const parent = Int32Array.from({ length: rows + merges.length }, (_, own) => own);
  merges.slice(0, Math.max(0, rows - k)).forEach(({ left, right }, place) => {
    parent[left] = rows + place;
    parent[right] = rows + place;
  });
  const numbers = new Map<number, number>();
  return Int32Array.from({ length: rows }, (_, row) => {
    let at = row;
    while (parent[at] !== at) at = parent[at] ?? at;
    const number = numbers.get(at) ?? numbers.size;
    numbers.set(at, number);
    return number;
  });
}
