import type { Minimum } from './minimise.ts';

type Vertex = { readonly point: Float64Array; readonly value: number };

/**
 * The simplex method of Nelder & Mead (Computer Journal 7, 1965) with the dimension-dependent coefficients of Gao & Han (Computational Optimization
 * and Applications 51, 2012): a minimum without derivatives, for few variables. Ends when values and corners of the simplex agree to `tolerance`.
 */
export function nelderMead(
  objective: (point: Float64Array) => number,
  start: ArrayLike<number>,
  { iterations = 2000, tolerance = 1e-10, size = 0.1 }: { readonly iterations?: number; readonly tolerance?: number; readonly size?: number } = {},
): Minimum {
  const n = start.length;
  const [expand, contract, shrink] = [1 + 2 / n, 0.75 - 1 / (2 * n), 1 - 1 / n];
  const at = (point: Float64Array): Vertex => ({ point, value: objective(point) });
  const first = Float64Array.from(start);
  let simplex = [
    at(first),
    ...Array.from(first, (_, index) => at(first.map((entry, place) => (place === index ? entry + (entry === 0 ? size : size * Math.abs(entry)) : entry)))),
  ];
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    simplex = simplex.toSorted((a, b) => a.value - b.value);
    const [best, worst, second] = [simplex[0], simplex[n], simplex[n - 1]];
    if (best === undefined || worst === undefined || second === undefined) break;
    if (worst.value - best.value <= tolerance * (1 + Math.abs(best.value)) && spread(simplex, best) <= Math.sqrt(tolerance))
      return { ...best, iterations: iteration, converged: true };
    const centre = first.map((_, place) => simplex.slice(0, n).reduce((sum, { point }) => sum + (point[place] ?? 0), 0) / n);
    const along = (factor: number): Vertex => at(centre.map((entry, place) => entry + factor * ((worst.point[place] ?? 0) - entry)));
    const next = replacement({ best, second, worst, along, expand, contract });
    if (next !== undefined) simplex[n] = next;
    else
      simplex = simplex.map((vertex) =>
        vertex === best ? best : at(vertex.point.map((entry, place) => (best.point[place] ?? 0) + shrink * (entry - (best.point[place] ?? 0)))),
      );
  }
  const [best] = simplex.toSorted((a, b) => a.value - b.value);
  return { point: best?.point ?? first, value: best?.value ?? Number.NaN, iterations, converged: false };
}

/** The corner that takes the worst one's place; undefined when the simplex must shrink. */
function replacement(step: {
  readonly best: Vertex;
  readonly second: Vertex;
  readonly worst: Vertex;
  readonly along: (factor: number) => Vertex;
  readonly expand: number;
  readonly contract: number;
}): Vertex | undefined {
  const { best, second, worst, along, expand, contract } = step;
  const reflected = along(-1);
  if (reflected.value < best.value) {
    const expanded = along(-expand);
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < second.value) return reflected;
  const contracted = along(reflected.value < worst.value ? -contract : contract);
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : undefined;
}

const spread = (simplex: readonly Vertex[], best: Vertex): number =>
  simplex.reduce((most, { point }) => point.reduce((widest, entry, place) => Math.max(widest, Math.abs(entry - (best.point[place] ?? 0))), most), 0);
