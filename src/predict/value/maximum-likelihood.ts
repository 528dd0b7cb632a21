import { type Differentiable, inverse, minimise } from '../../stats/index.ts';

/** Parameters that are positive by nature, with how well they are known. */
export type Likelihood = {
  readonly parameters: readonly number[];
  readonly logLikelihood: number;
  /** Of the logarithms of the parameters: the inverse of the observed information. Undefined where the likelihood is flat. */
  readonly covariance: readonly (readonly number[])[] | undefined;
  readonly converged: boolean;
  readonly iterations: number;
};

/**
 * Maximum likelihood over the logarithms of positive parameters. `negative` is minus the log-likelihood per customer with its
 * gradient by those logarithms; `customers` how many there are.
 */
export function fitPositive(negative: Differentiable, start: readonly number[], customers: number): Likelihood {
  const found = minimise(kept(negative), start.map(Math.log), { iterations: 300, gradient: 1e-7, decrease: 1e-11 });
  return {
    parameters: Array.from(found.point, Math.exp),
    logLikelihood: -found.value * customers,
    covariance: covarianceOf(negative, found.point, customers),
    converged: found.converged,
    iterations: found.iterations,
  };
}

/** Parameters beyond e^±15 mean that the data say nothing of them; a gentle wall keeps the search where numbers are. */
function kept(negative: Differentiable): Differentiable {
  return (point, gradient) => {
    const value = negative(point, gradient);
    if (!Number.isFinite(value)) return Number.POSITIVE_INFINITY;
    return point.reduce((sum, entry, index) => {
      const beyond = Math.max(0, Math.abs(entry) - 15);
      gradient[index] = (gradient[index] ?? 0) + 0.02 * beyond * Math.sign(entry);
      return sum + 0.01 * beyond * beyond;
    }, value);
  };
}

/** Inverse of the Hessian, by central differences of the gradient. */
function covarianceOf(negative: Differentiable, point: Float64Array, customers: number): readonly (readonly number[])[] | undefined {
  const width = 1e-4;
  const slopesAt = (index: number, by: number): Float64Array => {
    const slopes = new Float64Array(point.length);
    negative(
      point.map((entry, place) => (place === index ? entry + by : entry)),
      slopes,
    );
    return slopes;
  };
  const rows = Array.from(point, (_, index) => {
    const [above, below] = [slopesAt(index, width), slopesAt(index, -width)];
    return Array.from(above, (slope, place) => ((slope - (below[place] ?? 0)) / (2 * width)) * customers);
  });
  const even = rows.map((row, index) => row.map((entry, place) => (entry + (rows[place]?.[index] ?? 0)) / 2));
  const found = inverse(even);
  return found?.every((row, index) => (row[index] ?? 0) > 0 && row.every(Number.isFinite)) ? found : undefined;
}
