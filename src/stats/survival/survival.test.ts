import { expect, test } from 'vitest';
import { coxSurvival, fitCox, kaplanMeier, medianSurvival, survivalAt } from './index.ts';

// Weeks of remission of children with leukaemia (Freireich et al., Blood 21, 1963), negative where it lasted on: the example of Cox 1972.
const treated = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
const spellsOf = (weeks: readonly number[]) => ({ duration: weeks.map(Math.abs), ended: weeks.map((week) => (week > 0 ? 1 : 0)) });

// Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data, table 1.1 and R's survfit: survival and Greenwood's standard error.
test('Kaplan-Meier with Greenwood errors, treated children', () => {
  const steps = kaplanMeier(spellsOf(treated));
  const rounded = steps.map(({ time, at_risk, ended, survival, standard_error }) => [
    time,
    at_risk,
    ended,
    Number(survival.toFixed(3)),
    Number(standard_error.toFixed(4)),
  ]);
  expect(rounded).toEqual([
    [6, 21, 3, 0.857, 0.0764],
    [7, 17, 1, 0.807, 0.0869],
    [10, 15, 1, 0.753, 0.0963],
    [13, 12, 1, 0.69, 0.1068],
    [16, 11, 1, 0.627, 0.1141],
    [22, 7, 1, 0.538, 0.1282],
    [23, 6, 1, 0.448, 0.1346],
  ]);
  // By hand at week 6: S = 6/7, Σ = 3/(21 · 18); exp(±1.96 √Σ / ln(7/6)) as powers of S are .620 and .952.
  expect(steps[0]?.low).toBeCloseTo(0.62, 3);
  expect(steps[0]?.high).toBeCloseTo(0.952, 3);
  expect(medianSurvival(steps)).toBe(23);
  expect(medianSurvival(kaplanMeier(spellsOf(placebo)))).toBe(8);
  expect(survivalAt(steps, 5.9)).toBe(1);
  expect(survivalAt(steps, 9)).toBeCloseTo(0.807, 3);
});

// R: coxph(Surv(time, cens) ~ treat, MASS::gehan) with Efron's ties: 1.572 (0.412), likelihood-ratio statistic 16.4.
test('Cox with tied ends', () => {
  const spells = spellsOf([...treated, ...placebo]);
  const model = fitCox(spells, [...treated.map(() => [0]), ...placebo.map(() => [1])]);
  expect(model.converged).toBe(true);
  expect(model.coefficients[0]).toBeCloseTo(1.5721, 3);
  expect(model.standardErrors[0]).toBeCloseTo(0.4124, 3);
  expect(2 * (model.logLikelihood - model.nullLogLikelihood)).toBeCloseTo(16.35, 1);
  // The hazards are proportional by construction: S₁ = S₀ to the power of the ratio.
  const [other, own] = [coxSurvival(model, [0], 10), coxSurvival(model, [1], 10)];
  expect(own).toBeCloseTo(other ** Math.exp(model.coefficients[0] ?? 0), 10);
  expect(coxSurvival(model, [0], 0.5)).toBe(1);
});
