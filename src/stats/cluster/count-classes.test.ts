import { expect, test } from 'vitest';
import { seededRandom } from '../random/index.ts';
import { adjustedRand, assignCountClasses, type CountClasses, countLikelihoods, fitCountClasses, takeTold, type Tally, tell } from './index.ts';

const tally = (rows: readonly (readonly number[])[]): Tally => {
  const levels = rows[0]?.length ?? 0;
  const counts = new Uint8Array(rows.length * levels);
  rows.forEach((own, row) => tell(counts, row * levels, own));
  return { levels, counts };
};
const some = tally([
  [3, 1, 0],
  [0, 4, 2],
  [5, 0, 0],
  [1, 1, 1],
  [0, 0, 7],
  [2, 6, 1],
  [0, 1, 0],
  [9, 2, 3],
]);

// scipy 1.17: dirichlet_multinomial.logpmf less the logarithm of the number of orders in which the counts can come.
test('likelihoods are those of the Dirichlet-multinomial, and its parameters the most likely ones', () => {
  const one: CountClasses = { k: 1, weights: [1], leanings: [[0.7, 1.5, 0.4]], logLikelihood: 0, bic: 0, iterations: 0 };
  const known = [-3.912598, -5.901708, -3.349237, -4.630002, -5.008521, -9.262056, -0.550046, -15.710306];
  countLikelihoods({ tallies: [some] }, one).forEach((log, row) => expect(log).toBeCloseTo(known[row] ?? 0, 6));
  // Nelder-Mead of scipy on the same.
  const fitted = fitCountClasses({ tallies: [some] }, new Int32Array(8), 1, { mostIterations: 3000, tolerance: 1e-12 });
  expect(fitted.logLikelihood).toBeCloseTo(-5.744250962648897, 6);
  [0.78184361, 0.76094973, 0.63921681].forEach((own, level) => expect(fitted.leanings[0]?.[level]).toBeCloseTo(own, 2));
});

test('classes are found from a start that puts three rows in ten wrongly; who did little is told by what is frequent', () => {
  const random = seededRandom(4);
  const shares = [
    [0.7, 0.2, 0.1],
    [0.1, 0.2, 0.7],
  ];
  const truth = Int32Array.from({ length: 400 }, (_, row) => Number(row % 4 === 0));
  const rows = Array.from(truth, (own) => {
    const counts = [0, 0, 0];
    for (let time = 0; time < 15; time += 1) {
      const drawn = random();
      const [first = 0, second = 0] = shares[own] ?? [];
      const level = drawn < first ? 0 : drawn < first + second ? 1 : 2;
      counts[level] = (counts[level] ?? 0) + 1;
    }
    return counts;
  });
  const told = { tallies: [tally(rows)] };
  const start = truth.map((own) => (random() < 0.3 ? 1 - own : own));
  const classes = JSON.parse(JSON.stringify(fitCountClasses(told, start, 2))) as CountClasses;
  const found = assignCountClasses(told, classes);
  expect(adjustedRand(found, truth)).toBeGreaterThan(0.97);
  // One alone is where they are among all.
  for (const row of [0, 1, 2, 3]) expect(assignCountClasses(takeTold(told, Uint32Array.of(row)), classes)[0]).toBe(found[row]);
  // Nothing known: the larger class.
  expect(assignCountClasses({ tallies: [tally([[0, 0, 0]])] }, classes)[0]).toBe(found[1]);
});

test('whoever did more than can be looked up counts by their shares', () => {
  const counts = new Uint8Array(3);
  tell(counts, 0, [600, 300, 0]);
  expect([...counts]).toEqual([40, 20, 0]);
});
