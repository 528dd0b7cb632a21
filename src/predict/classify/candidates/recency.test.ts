import { expect, test } from 'vitest';
import type { FeatureTable } from '../../../stats/index.ts';
import { fitCandidate } from './fit.ts';
import { explainCandidate, scoreCandidate } from './score.ts';

const members = 200;
/** Every fourth member has not come for 36 days or more, with 15 visits before, and leaves; the others came last week, 5 times in 30 days. The direct debit is of any day of the month. */
const leaves = (row: number): boolean => row % 4 === 0;
const number = (name: string, of: (row: number) => number) =>
  ({ kind: 'number', name, values: Float64Array.from({ length: members }, (_, row) => of(row)) }) as const;
const table = (known: (row: number) => boolean): FeatureTable => ({
  rows: members,
  columns: [
    number('days_since_last_order', (row) => (row * 7) % 30),
    number('last_seen_at', (row) => Math.min((row * 7) % 30, leaves(row) ? 36 : row % 7)),
    number('last_visit_at', (row) => (known(row) ? (leaves(row) ? 36 + (row % 3) : row % 7) : Number.NaN)),
    number('visits_30d', (row) => (leaves(row) ? 0 : 5)),
    number('visits_90d', () => 15),
    number('orders_count', (row) => row),
  ],
});
const labels = Uint8Array.from({ length: members }, (_, row) => Number(leaves(row)));
const termsOf = (of: FeatureTable): readonly string[] => {
  const candidate = fitCandidate('recency', of, labels, { seed: 1 });
  return candidate.kind === 'recency' ? candidate.model.terms.map(({ name }) => name) : [];
};

test('where customers come it is their visits that tell, and last seen, which a direct debit moves, is not asked', () => {
  expect(termsOf(table(() => true))).not.toContain('last_seen_at');
  expect(termsOf(table(() => true))).toEqual(expect.arrayContaining(['days_since_last_order', 'last_visit_at', 'visits_30d']));
  // A visit is known of 80 and of 75 in a hundred.
  expect(termsOf(table((row) => row % 5 > 0))).toContain('last_visit_at');
  expect(termsOf(table((row) => row % 4 > 0))).toEqual(['days_since_last_order', 'last_seen_at']);
});

test('who has not come for five weeks stands above everybody who came, and it is the visits that say so', () => {
  const all = table(() => true);
  const candidate = fitCandidate('recency', all, labels, { seed: 1 });
  const scores = scoreCandidate(candidate, all);
  const [left, stayed] = [scores.filter((_, row) => leaves(row)), scores.filter((_, row) => !leaves(row))];
  expect(Math.min(...left)).toBeGreaterThan(Math.max(...stayed));
  const [why] = explainCandidate(candidate, all, Uint32Array.of(0));
  expect(
    why?.drivers
      .slice(0, 2)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['last_visit_at', 'visits_30d']);
  expect(why?.drivers.map(({ name }) => name)).not.toContain('visits_90d');
});
