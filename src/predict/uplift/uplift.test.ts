import { expect, test } from 'vitest';
import { type FeatureTable, randomNormal, seededRandom } from '../../stats/index.ts';
import { judgeUplift } from './uplift.ts';

/** An experiment of so many people with forty things known of each, one of which says whom it changes: of those above 0 as many more do it as `effect` says, of the others none. */
function planted(people: number, seed: number, effect: number): { table: FeatureTable; treated: Uint8Array; outcomes: Uint8Array; true: Float64Array } {
  const random = seededRandom(seed);
  const columns = Array.from({ length: 40 }, (_, at) => ({
    kind: 'number' as const,
    name: `x${at}`,
    values: Float64Array.from({ length: people }, () => randomNormal(random)),
  }));
  const changes = Float64Array.from(columns[0]?.values ?? [], (value) => (value > 0 ? effect : 0));
  const treated = Uint8Array.from(changes, () => (random() < 0.5 ? 1 : 0));
  const outcomes = Uint8Array.from(changes, (own, row) => (random() < 0.2 + own * (treated[row] ?? 0) ? 1 : 0));
  return { table: { rows: people, columns }, treated, outcomes, true: changes };
}

test('what is expected of a tenth is what comes of it, also where few people and much that is known tempt a model to promise more', () => {
  let [misses, bold, held, tenths] = [0, 0, 0, 0];
  for (let seed = 1; seed <= 12; seed += 1) {
    const { table, treated, outcomes } = planted(1200, seed, 0.4);
    const found = judgeUplift(table, treated, outcomes, seed);
    expect(found.models.find(({ chosen }) => chosen)?.kind).not.toBe('none');
    expect(found.calibration?.slope).toBeGreaterThan(0.1);
    // Half of the people are changed by .4, nobody by more.
    const [first] = found.tenths;
    bold += (first?.expected ?? 0) / 12;
    misses += ((first?.expected ?? 0) - (first?.uplift ?? 0)) / 12;
    for (const { expected, bounds } of found.tenths) {
      tenths += 1;
      held += Number(bounds !== undefined && expected >= bounds.low && expected <= bounds.high);
    }
  }
  // Before, the first tenths of the first four were told to gain .72 to .82, of which .34 to .45 came.
  expect(bold).toBeLessThan(0.5);
  // One tenth of 120 people has a standard error of .08, the mean of twelve .024.
  expect(Math.abs(misses)).toBeLessThan(0.07);
  // Bounds are for nineteen in twenty.
  expect(held / tenths).toBeGreaterThan(0.88);
});

test('where a treatment works alike for all, everybody is expected to gain as much', () => {
  const { table, treated } = planted(1200, 5, 0);
  const random = seededRandom(9);
  const outcomes = Uint8Array.from(treated, (own) => (random() < 0.2 + 0.2 * own ? 1 : 0));
  const found = judgeUplift(table, treated, outcomes, 1);
  const expected = found.tenths.map((each) => each.expected);
  expect(Math.max(...expected) - Math.min(...expected)).toBeLessThan(0.15);
});
