/** A function of several variables that also writes its gradient; Infinity where it is not defined. */
export type Differentiable = (point: Float64Array, gradient: Float64Array) => number;

export type Minimum = {
  readonly point: Float64Array;
  readonly value: number;
  readonly iterations: number;
  /** False when the limit of iterations was reached, or no step lowered the value any more while the gradient was not small. */
  readonly converged: boolean;
};

export type MinimiseOptions = {
  readonly iterations?: number;
  /** Largest entry of the gradient that counts as flat. */
  readonly gradient?: number;
  /** A step that lowers the value by less than this part of it is the last. */
  readonly decrease?: number;
  /** Kept pairs of steps. */
  readonly memory?: number;
};

/**
 * L-BFGS: a quasi-Newton minimum of a smooth function (Nocedal, Mathematics of Computation 35, 1980), with the bisecting weak
 * Wolfe line search of Lewis & Overton (Mathematical Programming 141, 2013), which only asks for descent.
 */
export function minimise(objective: Differentiable, start: ArrayLike<number>, options: MinimiseOptions = {}): Minimum {
  const { iterations = 200, gradient: flat = 1e-7, decrease = 1e-14, memory = 8 } = options;
  let point = Float64Array.from(start);
  let gradient = new Float64Array(point.length);
  let value = objective(point, gradient);
  const pairs: Pair[] = [];
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    if (largest(gradient) <= flat) return { point, value, iterations: iteration, converged: true };
    let direction = descent(gradient, pairs);
    if (dot(direction, gradient) >= 0) {
      pairs.length = 0;
      direction = descent(gradient, pairs);
    }
    const first = pairs.length === 0 ? Math.min(1, 1 / largest(gradient)) : 1;
    const next = lineSearch(objective, { point, gradient, value }, direction, first);
    if (next === undefined) {
      if (pairs.length === 0) return { point, value, iterations: iteration, converged: largest(gradient) <= 1e3 * flat };
      pairs.length = 0;
      continue;
    }
    const small = value - next.value <= decrease * Math.abs(value);
    remember(pairs, memory, difference(next.point, point), difference(next.gradient, gradient));
    ({ point, gradient, value } = next);
    if (small) return { point, value, iterations: iteration + 1, converged: true };
  }
  return { point, value, iterations, converged: false };
}

type Pair = { readonly step: Float64Array; readonly change: Float64Array; readonly curvature: number };
type Place = { readonly point: Float64Array<ArrayBuffer>; readonly gradient: Float64Array<ArrayBuffer>; readonly value: number };

function remember(pairs: Pair[], memory: number, step: Float64Array, change: Float64Array): void {
  const curvature = dot(step, change);
  if (!(curvature > 1e-14 * dot(change, change))) return;
  pairs.push({ step, change, curvature });
  if (pairs.length > memory) pairs.shift();
}

/** The two-loop recursion: minus the inverse Hessian, as the pairs know it, times the gradient. */
function descent(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = gradient.map((entry) => -entry);
  const weights: number[] = [];
  for (const pair of pairs.toReversed()) {
    const weight = dot(pair.step, direction) / pair.curvature;
    weights.unshift(weight);
    addScaled(direction, pair.change, -weight);
  }
  const last = pairs.at(-1);
  if (last !== undefined) scale(direction, last.curvature / dot(last.change, last.change));
  pairs.forEach((pair, index) => {
    addScaled(direction, pair.step, (weights[index] ?? 0) - dot(pair.change, direction) / pair.curvature);
  });
  return direction;
}

function lineSearch(objective: Differentiable, from: Place, direction: Float64Array, first: number): Place | undefined {
  const slope = dot(from.gradient, direction);
  let [low, high, step] = [0, Number.POSITIVE_INFINITY, first];
  let best: Place | undefined;
  for (let trial = 0; trial < 40; trial += 1) {
    const point = Float64Array.from(from.point, (entry, index) => entry + step * (direction[index] ?? 0));
    const gradient = new Float64Array(point.length);
    const value = objective(point, gradient);
    if (!(value <= from.value + 1e-4 * step * slope)) high = step;
    else if (dot(gradient, direction) < 0.9 * slope) {
      best = { point, gradient, value };
      low = step;
    } else return { point, gradient, value };
    step = Number.isFinite(high) ? (low + high) / 2 : 2 * low;
  }
  return best !== undefined && best.value < from.value ? best : undefined;
}

/** Adds a central-difference gradient to a plain function; steps are relative to the size of each entry. */
export function withNumericGradient(objective: (point: Float64Array) => number, relative = 1e-5): Differentiable {
  return (point, gradient) => {
    const moved = Float64Array.from(point);
    for (let index = 0; index < point.length; index += 1) {
      const at = point[index] ?? 0;
      const width = relative * Math.max(1, Math.abs(at));
      moved[index] = at + width;
      const above = objective(moved);
      moved[index] = at - width;
      gradient[index] = (above - objective(moved)) / (2 * width);
      moved[index] = at;
    }
    return objective(point);
  };
}

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
const difference = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, index) => value - (b[index] ?? 0));

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function addScaled(target: Float64Array, other: Float64Array, factor: number): void {
  for (let index = 0; index < target.length; index += 1) target[index] = (target[index] ?? 0) + factor * (other[index] ?? 0);
}

function scale(target: Float64Array, factor: number): void {
  for (let index = 0; index < target.length; index += 1) target[index] = (target[index] ?? 0) * factor;
}
