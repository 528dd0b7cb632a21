import { expect, test } from 'vitest';
import { seededRandom } from '../../../stats/index.ts';
import { groupHistories } from '../histories/group.ts';
import { fitParetoNbd } from './fit.ts';
import { customerLikelihood } from './likelihood.ts';

test('where everybody orders at one rate and nobody leaves the fit ends soon, and says what a Poisson process does', () => {
  const random = seededRandom(1);
  const [repeats, recency, age]: [number[], number[], number[]] = [[], [], []];
  const [rate, weeks] = [4 / 104, 104];
  let [orders, time] = [0, 0];
  for (let customer = 0; customer < 1500; customer += 1) {
    const gap = (): number => -Math.log(random()) / rate;
    const first = gap();
    if (first > weeks - 4) continue;
    let [last, came] = [first, 0];
    for (let next = first + gap(); next < weeks; next += gap()) [last, came] = [next, came + 1];
    repeats.push(came);
    recency.push(Math.round(7 * (last - first)) / 7);
    age.push(Math.round(7 * (weeks - first)) / 7);
    orders += came;
    time += weeks - first;
  }
  const began = performance.now();
  const { model, likelihood } = fitParetoNbd(groupHistories(repeats, recency, age));
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(likelihood.converged).toBe(true);
  expect(model.r / model.alpha / (orders / time)).toBeCloseTo(1, 1);
  // Of a hundred, not one leaves in a year.
  expect((52 * model.s) / model.beta).toBeLessThan(0.01);
  // ln L of a Poisson process at the rate of all, which the model holds as its limit.
  const poisson = orders * Math.log(orders / time) - orders;
  expect(likelihood.logLikelihood).toBeGreaterThan(poisson - 2);
  expect(likelihood.logLikelihood).toBeLessThan(poisson + 8);
});

// ln of the part of the likelihood of those who left, by trapezes over four million points of the logarithm of the smaller of α + y and β + y (NumPy).
test.each([
  [0.5, 0.001, 0.6, 3000, 2, 30, 38.86, -18.91825815194616],
  [200, 3e6, 0.3, 2, 0, 0, 50, -0.4727203992594206],
  [200, 3e6, 0.3, 1e-4, 5, 20, 50, -53.11910697024566],
  [0.02, 1e-6, 1000, 3e6, 0, 0, 50, -4.436938223511493],
  [0.02, 1e-6, 50, 1e5, 400, 49, 50, 423.92250395181],
  [1, 1, 1, 1500, 1, 0, 1000, -7.321198427216307],
])('far from what any shop does: r %f, α %f, s %f, β %f, %f orders until %f of %f weeks', (r, alpha, s, beta, repeats, recency, age, gone) => {
  expect(customerLikelihood({ kind: 'pareto-nbd', r, alpha, s, beta }, { repeats, recency, age }).gone).toBeCloseTo(gone, 9);
});

// The bakery that a search never came back from: all come as often, and the likeliest few who left did so at once (β near nothing), where each likelihood summed hundreds of thousands of terms.
test('customers who all come as often end soon, too', () => {
  const random = seededRandom(7);
  const [repeats, recency, age]: [number[], number[], number[]] = [[], [], []];
  for (let customer = 0; customer < 290; customer += 1) {
    const count = customer < 240 ? 6 + Math.floor(9 * random()) : 1 + Math.floor(3 * random());
    const days = Array.from({ length: count }, () => Math.floor(364 * random())).toSorted((a, b) => a - b);
    const [first = 0, last = 0] = [days[0], days.at(-1)];
    repeats.push(new Set(days).size - 1);
    recency.push((last - first) / 7);
    age.push((364 - first) / 7);
  }
  const began = performance.now();
  const { model, likelihood } = fitParetoNbd(groupHistories(repeats, recency, age));
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(Number.isFinite(likelihood.logLikelihood)).toBe(true);
  expect(model.r / model.alpha).toBeCloseTo(repeats.reduce((sum, own) => sum + own, 0) / age.reduce((sum, own) => sum + own, 0), 1);
});
