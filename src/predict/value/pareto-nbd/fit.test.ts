import { expect, test } from 'vitest';
import { seededRandom } from '../../../stats/index.ts';
import { groupHistories } from '../histories/group.ts';
import { fitParetoNbd } from './fit.ts';

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
