import { expect, test } from 'vitest';
import { coxSurvival, fitCox, kaplanMeier, logRank, medianInterval, medianSurvival, survivalAt } from './index.ts';

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

// R: survdiff(Surv(time, cens) ~ treat, MASS::gehan): 9 and 21 ends where 19.3 and 10.7 were to be expected, chi-square 16.8 on 1 degree of freedom, p = 4e-05.
test('the log-rank test of two groups', () => {
  const found = logRank([spellsOf(treated), spellsOf(placebo)]);
  expect(found?.groups.map(({ observed, expected }) => [observed, Number(expected.toFixed(1))])).toEqual([
    [9, 19.3],
    [21, 10.7],
  ]);
  expect(found?.degrees).toBe(1);
  expect(found?.statistic).toBeCloseTo(16.8, 1);
  expect(found?.p).toBeCloseTo(4.17e-5, 6);
});

// The same children by their white blood cells: Kleinbaum & Klein, Survival Analysis, chapter 2: low, medium and high; 13.1, 10.7 and 6.2 ends expected, chi-square 26.39 on 2 degrees of freedom.
test('the log-rank test of three groups', () => {
  const low = [-35, -34, -32, -25, -20, -19, -17, 23, 15, 12, 11];
  const medium = [-32, 23, 22, 13, -11, -10, 10, -9, 6, 22, 17, 8, 4, 1];
  const high = [16, 7, -6, 6, 6, 12, 11, 8, 8, 8, 5, 5, 4, 3, 2, 2, 1];
  const found = logRank([low, medium, high].map(spellsOf));
  expect(found?.groups.map(({ observed, expected }) => [observed, Number(expected.toFixed(1))])).toEqual([
    [4, 13.1],
    [10, 10.7],
    [16, 6.2],
  ]);
  expect(found?.degrees).toBe(2);
  expect(found?.statistic).toBeCloseTo(26.39, 2);
  expect(logRank([spellsOf(high)])).toBeUndefined();
});

// SAS PROC LIFETEST, whose intervals stand on log(−log S) as these do: medians 23 (13 to none) and 8 (4 to 11).
test('the interval of a median', () => {
  expect(medianInterval(kaplanMeier(spellsOf(treated)))).toEqual({ low: 13, high: undefined });
  expect(medianInterval(kaplanMeier(spellsOf(placebo)))).toEqual({ low: 4, high: 11 });
});

// By hand: at 2 only the first two are watched (the third enters then), at 3 the second and third, at 5 the third alone.
test('who enters late is not at risk before', () => {
  const late = { duration: [2, 3, 5], ended: [1, 0, 1], entry: [0, 1, 2] };
  expect(kaplanMeier(late).map(({ time, at_risk, survival }) => [time, at_risk, survival])).toEqual([
    [2, 2, 0.5],
    [5, 1, 0],
  ]);
  const found = logRank([late, { duration: [4], ended: [1] }]);
  // At 2 three run, two of them here; at 4 two run, one of them here; at 5 one.
  expect(found?.groups[0]?.expected).toBeCloseTo(2 / 3 + 1 / 2 + 1, 12);
  expect(found?.groups[1]?.expected).toBeCloseTo(1 / 3 + 1 / 2, 12);
});
