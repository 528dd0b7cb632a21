import { expect, test } from 'vitest';
import { seededRandom } from '../random/index.ts';
import {
  adjustedRand,
  assignCountClasses,
  type Comings,
  type CountClasses,
  countLikelihoods,
  fitCountClasses,
  noComings,
  takeTold,
  type Tally,
  tell,
  tellComing,
} from './index.ts';

const tally = (rows: readonly (readonly number[])[]): Tally => {
  const levels = rows[0]?.length ?? 0;
  const counts = new Uint8Array(rows.length * levels);
  rows.forEach((own, row) => tell(counts, row * levels, own));
  return { levels, counts };
};
type Row = { readonly gaps: readonly number[]; readonly silence: number };
const comingsOf = (rows: readonly Row[], beside: readonly Tally[] = []): Comings => {
  const comings = noComings(rows.length, beside);
  const sum = (values: readonly number[]): number => values.reduce((whole, own) => whole + own, 0);
  rows.forEach(({ gaps, silence }, row) => tellComing(comings, row, { gaps: gaps.length, days: sum(gaps), logs: sum(gaps.map(Math.log)), silence }));
  return comings;
};

// scipy 1.17: the densities of the gaps, and one less the distribution of the next, times what was done beside; integrated over the rate by quadrature, for those who are gone and those who are not.
test('likelihoods are those of Erlang gaps at gamma-distributed rates with a chance of leaving, and of what is done beside by who is still there', () => {
  const beside = tally([
    [2, 1],
    [0, 4],
    [0, 0],
    [1, 0],
  ]);
  const comings = comingsOf(
    [
      { gaps: [30, 20], silence: 45 },
      { gaps: [], silence: 100 },
      { gaps: [7], silence: 0 },
      { gaps: [10, 10, 10, 10, 10], silence: 365 },
    ],
    [beside],
  );
  const one: CountClasses = {
    k: 1,
    weights: [1],
    leanings: [],
    comers: { paces: [{ steps: 3, mean: 25, shape: 1.7, leaving: 0.15 }], here: [[2, 3]], gone: [[0.5, 4]] },
    logLikelihood: 0,
    bic: 0,
    iterations: 0,
  };
  const known = [-12.644602660528985, -2.065779333156271, -3.971526730862131, -20.407731781266072];
  countLikelihoods({ tallies: [], comings }, one).forEach((log, row) => expect(log).toBeCloseTo(known[row] ?? 0, 8));
});

/** Every month nearly to the day, and half of what arrives is read; or at random, mostly only once or twice; those who are gone read nothing. */
function planted(rows: number): { readonly truth: Int32Array; readonly comings: Comings } {
  const random = seededRandom(8);
  const step = (mean: number): number => -Math.log(1 - random()) * mean;
  const truth = Int32Array.from({ length: rows }, (_, row) => row % 2);
  const read: number[][] = [];
  const times = Array.from(truth, (own) => {
    const [steps, mean, leaving] = own === 0 ? ([10, 30, 0.03] as const) : ([1, 50, 0.3] as const);
    const rate = mean * (0.8 + 0.4 * random());
    let left = 400;
    const gaps: number[] = [];
    let gone = false;
    while (true) {
      gone = random() < leaving;
      const gap = Math.max(
        1,
        Array.from({ length: steps }, () => step(rate / steps)).reduce((sum, one) => sum + one, 0),
      );
      if (gone || gap > left) break;
      gaps.push(gap);
      left -= gap;
    }
    read.push([0, 0]);
    for (let mail = 0; mail < 4; mail += 1) {
      const at = read.at(-1) ?? [];
      const level = !gone && random() < (own === 0 ? 0.5 : 0.2) ? 0 : 1;
      at[level] = (at[level] ?? 0) + 1;
    }
    return { gaps, silence: left };
  });
  return { truth, comings: comingsOf(times, [tally(read)]) };
}

test('classes are found by when rows come alone, one row is where it is among all, and no round is less likely than the one before', () => {
  const { truth, comings } = planted(600);
  const random = seededRandom(3);
  const start = truth.map((own) => (random() < 0.3 ? 1 - own : own));
  const told = { tallies: [], comings };
  const classes = JSON.parse(JSON.stringify(fitCountClasses(told, start, 2))) as CountClasses;
  const found = assignCountClasses(told, classes);
  expect(adjustedRand(found, truth)).toBeGreaterThan(0.65);
  for (const row of [0, 1, 2, 3]) expect(assignCountClasses(takeTold(told, Uint32Array.of(row)), classes)[0]).toBe(found[row]);
  const [monthly, random50] =
    found.filter((own, row) => own === truth[row]).length > 300 ? (classes.comers?.paces ?? []) : (classes.comers?.paces.toReversed() ?? []);
  expect(monthly?.mean).toBeGreaterThan(26);
  expect(monthly?.mean).toBeLessThan(34);
  expect(monthly?.steps).toBeGreaterThan(6);
  expect(monthly?.leaving).toBeLessThan(0.06);
  expect(random50?.steps).toBe(1);
  expect(random50?.leaving).toBeGreaterThan(0.2);
  expect(random50?.leaving).toBeLessThan(0.4);
  const rounds = Array.from({ length: 25 }, (_, place) => fitCountClasses(told, start, 2, { mostIterations: place + 1, tolerance: -1 }).logLikelihood);
  rounds.forEach((log, place) => expect(log).toBeGreaterThanOrEqual((rounds[place - 1] ?? log) - 1e-6));
});

test('gaps to the day, nobody who came twice, and classes of hardly anybody stay within bounds', () => {
  const finite = (classes: CountClasses): void => {
    expect(Number.isFinite(classes.logLikelihood)).toBe(true);
    for (const { steps, mean, shape, leaving } of classes.comers?.paces ?? []) {
      expect(steps).toBeLessThanOrEqual(12);
      expect([mean >= 1, mean <= 5000, shape >= 0.2, shape <= 60, leaving > 0, leaving < 1]).toEqual([true, true, true, true, true, true]);
    }
  };
  const subscribed = comingsOf(Array.from({ length: 80 }, (_, row) => ({ gaps: Array.from({ length: 5 + (row % 7) }, () => 30), silence: row % 30 })));
  const start = Int32Array.from({ length: 80 }, (_, row) => row % 3);
  finite(fitCountClasses({ tallies: [], comings: subscribed }, start, 3));
  const once = comingsOf(Array.from({ length: 80 }, (_, row) => ({ gaps: [], silence: row * 4 })));
  finite(fitCountClasses({ tallies: [], comings: once }, start, 3));
  // Nobody starts in two of four.
  finite(fitCountClasses({ tallies: [], comings: subscribed }, new Int32Array(80), 4));
  // More gaps than can be told count as that many of the same kind.
  const many = comingsOf([{ gaps: Array.from({ length: 600 }, () => 2), silence: 3 }]);
  expect([many.gaps[0], many.days[0], many.silence[0]]).toEqual([60, 120, 3]);
});

test('classes found without times are assigned by their tallies alone', () => {
  const { comings } = planted(4);
  const tallies = [
    tally([
      [3, 0],
      [0, 3],
      [4, 0],
      [0, 5],
    ]),
  ];
  const older: CountClasses = { k: 2, weights: [0.5, 0.5], leanings: [[3, 1, 1, 3]], logLikelihood: 0, bic: 0, iterations: 0 };
  expect([...assignCountClasses({ tallies, comings }, older)]).toEqual([0, 1, 0, 1]);
  expect([...assignCountClasses({ tallies }, older)]).toEqual([0, 1, 0, 1]);
});
