import { describe, expect, test } from 'vitest';
import {
  digamma,
  gaussLegendre,
  hypergeometric,
  hypergeometricOfOne,
  logBeta,
  logGamma,
  minimise,
  nelderMead,
  normalQuantile,
  withNumericGradient,
} from './index.ts';

/** |ours / theirs − 1| */
const relative = (ours: number, theirs: number): number => Math.abs(ours / theirs - 1);

// Expected values: mpmath 1.3 at 25 digits.
describe('special functions', () => {
  test.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [10.3, 13.482036786138359],
    [171.5, 709.1431630309282],
    [-0.7, 1.4524729387568078],
  ])('log-gamma of %f', (value, expected) => expect(relative(logGamma(value), expected)).toBeLessThan(1e-12));

  test('log-beta: B(2, 3) is 1/12', () => expect(logBeta(2, 3)).toBeCloseTo(-Math.log(12), 13));

  test.each([
    [0.1, -10.423754940411076],
    [1, -0.5772156649015329],
    [3.7, 1.1671535393615113],
    [25, 3.198742512851974],
  ])('digamma of %f', (value, expected) => expect(relative(digamma(value), expected)).toBeLessThan(1e-11));

  test.each([
    [0.5, 1.2, 2.3, 0.3, 1.0927708534843636],
    [12.3, 4.5, 20.1, 0.85, 44.35804258489643],
    [0.243, 2.426, 2.219, 0.95, 2.4461866770309917],
    [5.2, 3.3, 2.1, 0.97, 15747124425.647173],
    [1.5, 2.5, 3.7, -4, 0.16196542573408457],
    [1, 30.6, 33.1, 0.99, 15.905764448452238],
    [200.5, 1.6, 201.5, 0.5, 3.0076659110420394],
    [-2.3, 0.4, 5.1, 0.99, 0.8468262043292923],
    [2, 3, 4, 0.99, 280.6753164581961],
  ])('₂F₁(%f, %f; %f; %f)', (a, b, c, z, expected) => expect(relative(hypergeometric(a, b, c, z), expected)).toBeLessThan(1e-10));

  // mpmath, 40 digits: near 1, nearly whole numbers apart, and arguments of tens of thousands, where the series runs on and on or cancels.
  test.each([
    [1.5, 3.2, 0.3, 1.172244151890715],
    [0.001, 3, 0.999, 1.00049925457679],
    [3, 3.0005, 0.999, 997.2936169760734],
    [500, 500.7, 0.99, 89.31040934456462],
    [50_000, 50_000.01, 0.9999, 9982.984809169526],
    [0.5, 50_000, 0.9999, 1.000009999299949],
  ])('₂F₁(1, %f; %f; %f)', (b, c, z, expected) => expect(relative(hypergeometricOfOne(b, c, z), expected)).toBeLessThan(1e-11));

  test('₂F₁(1, 1; 2; z) is −ln(1 − z)/z (Abramowitz & Stegun 15.1.3)', () => {
    for (const z of [-3, 0.2, 0.9, 0.99]) expect(relative(hypergeometric(1, 1, 2, z), -Math.log(1 - z) / z)).toBeLessThan(1e-10);
  });
});

// scipy.stats.norm.ppf
test.each([
  [0.001, -3.090232306167813],
  [0.3, -0.5244005127080409],
  [0.9, 1.2815515655446004],
  [1e-12, -7.034483825301131],
])('the point that a normal variable stays below with probability %f', (probability, expected) => {
  expect(relative(normalQuantile(probability), expected)).toBeLessThan(1e-14);
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
});

// Rosenbrock (1960): the curved valley's lowest point is (1, 1), reached from (−1.2, 1).
describe('minima', () => {
  const valley = ([x = 0, y = 0]: ArrayLike<number> & Iterable<number>): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2;

  test('L-BFGS with the gradient', () => {
    const found = minimise(
      (point, gradient) => {
        const [x = 0, y = 0] = point;
        gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
        gradient[1] = 200 * (y - x * x);
        return valley(point);
      },
      [-1.2, 1],
    );
    expect(found.converged).toBe(true);
    expect(found.point[0]).toBeCloseTo(1, 6);
    expect(found.point[1]).toBeCloseTo(1, 6);
    expect(found.iterations).toBeLessThan(60);
  });

  test('L-BFGS with a numeric gradient', () => {
    const found = minimise(withNumericGradient(valley), [-1.2, 1], { gradient: 1e-5 });
    expect(found.point[0]).toBeCloseTo(1, 4);
  });

  test('the simplex method', () => {
    const found = nelderMead(valley, [-1.2, 1]);
    expect(found.converged).toBe(true);
    expect(found.point[0]).toBeCloseTo(1, 4);
    expect(found.point[1]).toBeCloseTo(1, 4);
  });
});

// Abramowitz & Stegun, table 25.4, n = 8, moved from (−1, 1) to (0, 1).
test('Gauss and Legendre’s eight points are the published ones, and 96 of them integrate what falls by e⁴⁵', () => {
  const { nodes, weights } = gaussLegendre(8);
  expect(Array.from(nodes.subarray(4), (node) => 2 * node - 1)).toEqual(
    [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363].map((own) => expect.closeTo(own, 14)),
  );
  expect(Array.from(weights.subarray(4), (weight) => 2 * weight)).toEqual(
    [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763].map((own) => expect.closeTo(own, 14)),
  );
  const many = gaussLegendre(96);
  const sum = many.nodes.reduce((whole, node, place) => whole + (many.weights[place] ?? 0) * Math.exp(-45 * node), 0);
  expect(sum * 45).toBeCloseTo(1 - Math.exp(-45), 12);
});
