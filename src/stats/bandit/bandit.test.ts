import { expect, test } from 'vitest';
import { seededRandom } from '../random/index.ts';
import { type Arm, chance, chooseArm, drawArms, drawCoefficients, fitPosterior, type LoggedDecision, offPolicyValue } from './index.ts';

const nothing = { mean: Float64Array.of(0), precision: 1 };

test('the mode of a posterior by hand: with one coefficient, prior N(0, 1) and 3 of 4 successes it solves 4σ(w) + w = 3', () => {
  const { mean, precision } = fitPosterior(Float64Array.of(1, 1, 1, 1), 1, [1, 1, 1, 0], nothing);
  const w = mean[0] ?? 0;
  expect(4 * chance([w], [1]) + w).toBeCloseTo(3, 8);
  const p = chance([w], [1]);
  expect(precision[0]).toBeCloseTo(1 + 4 * p * (1 - p), 6);
});

test('draws have the posterior’s mean and spread', () => {
  const posterior = fitPosterior(Float64Array.of(1, 0, 1, 1, 1, 0, 1, 1), 2, [1, 0, 1, 1], { mean: Float64Array.of(0, 0), precision: 2 });
  const random = seededRandom(1);
  const drawn = Array.from({ length: 8000 }, () => drawCoefficients(posterior, random));
  const average = drawn.reduce((sum, each) => sum + (each[0] ?? 0), 0) / drawn.length;
  const [a = 0, b = 0, , d = 0] = posterior.precision;
  const variance = d / (a * d - b * b);
  const spread = drawn.reduce((sum, each) => sum + ((each[0] ?? 0) - average) ** 2, 0) / drawn.length;
  // Four standard errors.
  expect(Math.abs(average - (posterior.mean[0] ?? 0))).toBeLessThan(4 * Math.sqrt(variance / 8000));
  expect(Math.abs(spread / variance - 1)).toBeLessThan(0.07);
});

const armOf = (successes: number, failures: number, value = 1, cost = 0): Arm => ({
  posterior: fitPosterior(
    new Float64Array(successes + failures).fill(1),
    1,
    Array.from({ length: successes + failures }, (_, at) => (at < successes ? 1 : 0)),
    nothing,
  ),
  value,
  cost,
});

const chosenOf = (arms: readonly Arm[], allowed: readonly number[], seed: number, randomShare: number) => {
  const random = seededRandom(seed);
  return chooseArm(arms, [1], allowed, { random, randomShare, drawn: drawArms(arms, random) });
};

test('propensities are those of the rule: over many choices each arm is taken as often as it says', () => {
  const arms = [armOf(20, 80), armOf(26, 74), armOf(1, 1)];
  const taken = new Float64Array(3);
  const said = new Float64Array(3);
  for (let seed = 0; seed < 3000; seed += 1) {
    const choice = chosenOf(arms, [0, 1], seed, 0.1);
    if (choice === undefined) continue;
    taken[choice.arm] = (taken[choice.arm] ?? 0) + 1;
    said[choice.arm] = (said[choice.arm] ?? 0) + 1 / choice.propensity;
  }
  expect(taken[2]).toBe(0);
  // Inverse propensities count everybody once for each arm: 3,000 each.
  expect(Math.abs((said[0] ?? 0) / 3000 - 1)).toBeLessThan(0.15);
  expect(Math.abs((said[1] ?? 0) / 3000 - 1)).toBeLessThan(0.15);
});

test('what may not be drawn by what is known is left to chance alone, and its probability says so', () => {
  const arms = [armOf(30, 70), armOf(31, 69), armOf(29, 71)];
  let other = 0;
  for (let seed = 0; seed < 600; seed += 1) {
    const random = seededRandom(seed);
    const choice = chooseArm(arms, [1], [0, 1, 2], { random, randomShare: 0.3, drawn: drawArms(arms, random), among: [0, 1] });
    if (choice?.arm !== 2) continue;
    other += 1;
    expect(choice.explored).toBe(true);
    // A third of three tenths.
    expect(choice.propensity).toBeCloseTo(0.1, 12);
  }
  // 60 of 600, give or take three standard errors.
  expect(Math.abs(other - 60)).toBeLessThan(3 * Math.sqrt(600 * 0.1 * 0.9));
});

test('what chance may not draw is left to what is known, and what neither may is not possible', () => {
  const arms = [armOf(90, 10), armOf(50, 50, 1, 0.7), armOf(2, 98)];
  for (let seed = 0; seed < 200; seed += 1) {
    const random = seededRandom(seed);
    const choice = chooseArm(arms, [1], [0, 1, 2], { random, randomShare: 0.5, drawn: drawArms(arms, random), among: [0, 1], byChance: [0, 2] });
    // The first wins every draw: a half, and half of the half that is left to chance; the third has the other half of it; the second is never the best.
    expect(choice?.possible).toEqual([0, 2]);
    expect(choice?.propensity).toBeCloseTo(choice?.arm === 0 ? 0.75 : 0.25, 12);
    expect(choice?.arm).not.toBe(1);
  }
});

test('a dear action is not taken for its success alone, and nobody is chosen where nothing is allowed', () => {
  const arms = [armOf(500, 500, 10, 8), armOf(300, 700, 10, 0)];
  const choice = chosenOf(arms, [0, 1], 2, 0);
  expect(choice?.arm).toBe(1);
  expect(choice?.expected).toBeCloseTo(3, 0);
  expect(chosenOf(arms, [], 2, 0.1)).toBeUndefined();
});

test('what another rule would have brought is told from a random log, by all three estimators, within their intervals', () => {
  const random = seededRandom(6);
  const rates = [0.1, 0.3];
  const log: LoggedDecision[] = Array.from({ length: 4000 }, () => {
    const arm = random() < 0.8 ? 0 : 1;
    return {
      propensity: arm === 0 ? 0.8 : 0.2,
      reward: random() < (rates[arm] ?? 0) ? 1 : 0,
      target: arm === 1 ? 1 : 0,
      modelDone: arm === 0 ? 0.15 : 0.25,
      modelTarget: 0.25,
    };
  });
  const found = offPolicyValue(log);
  for (const { value, low, high, standardError } of found === undefined ? [] : [found.ips, found.snips, found.doublyRobust]) {
    expect(Math.abs(value - 0.3)).toBeLessThan(4 * standardError);
    expect(high - low).toBeCloseTo(2 * 1.959963984540054 * standardError, 10);
  }
  // Only those who got the second arm tell: a fifth.
  expect(Math.abs((found?.effective ?? 0) / 4000 - 0.2)).toBeLessThan(0.03);
});

test('over rounds it learns which arm is best for whom, and the random share stays what it is', () => {
  // Half of the people answer to the second arm, half to the third; chances of success are .1 where it is not theirs.
  const rates = [
    [0.1, 0.5, 0.1],
    [0.1, 0.1, 0.4],
  ];
  const random = seededRandom(11);
  const prior = { mean: Float64Array.of(Math.log(0.1 / 0.9), 0), precision: 1 };
  const log: { readonly arm: number; readonly context: readonly number[]; readonly won: number }[] = [];
  const found: { right: number; explored: number; all: number }[] = [];
  for (let round = 0; round < 10; round += 1) {
    const arms = [0, 1, 2].map((arm): Arm => {
      const own = log.filter((each) => each.arm === arm);
      const rows = Float64Array.from(own.flatMap(({ context }) => context));
      const won = own.map((each) => each.won);
      return { posterior: fitPosterior(rows, 2, won, prior), value: 10, cost: arm === 0 ? 0 : 1 };
    });
    const drawn = drawArms(arms, random);
    const tally = { right: 0, explored: 0, all: 0 };
    for (let person = 0; person < 300; person += 1) {
      const kind = person % 2;
      const context = [1, kind === 0 ? 0.5 : -0.5];
      const choice = chooseArm(arms, context, [0, 1, 2], { random, randomShare: 0.1, drawn });
      if (choice === undefined) continue;
      log.push({ arm: choice.arm, context, won: random() < (rates[kind]?.[choice.arm] ?? 0) ? 1 : 0 });
      tally.all += 1;
      tally.explored += choice.explored ? 1 : 0;
      tally.right += choice.arm === kind + 1 ? 1 : 0;
    }
    found.push(tally);
  }
  const share = (key: 'right' | 'explored', rounds: typeof found): number =>
    rounds.reduce((sum, each) => sum + each[key], 0) / rounds.reduce((sum, each) => sum + each.all, 0);
  // At best 93.3 of 100: a tenth is drawn by chance, two thirds of it wrongly.
  expect(share('right', found.slice(-3))).toBeGreaterThan(0.88);
  // Three standard errors around a tenth, at the end as over all.
  expect(Math.abs(share('explored', found) - 0.1)).toBeLessThan(3 * Math.sqrt(0.09 / 3000));
  expect(Math.abs(share('explored', found.slice(-3)) - 0.1)).toBeLessThan(3 * Math.sqrt(0.09 / 900));
});
