import { expect, test } from 'vitest';
import { categoryColumn, type FeatureTable, randomNormal, seededRandom, shuffled, takeRows } from '../../../stats/index.ts';
import { buyerColumn, rhythmColumn } from '../buyer-name.ts';
import { fitCandidate } from './fit.ts';
import { candidateImportance, scoresExchanged } from './importance.ts';
import { scoreCandidate } from './score.ts';

const random = seededRandom(21);
const rows = 700;
// More columns than one word has bits, so that two of them share one.
const names = [buyerColumn, rhythmColumn, 'days_since_last_order', ...Array.from({ length: 70 }, (_, place) => `x${place}`)];
const values = names.map(() => Float64Array.from({ length: rows }, () => (random() < 0.1 ? Number.NaN : random())));
const city = categoryColumn(
  'city',
  Array.from({ length: rows }, () => ['Leeds', 'York', 'Bath', null][Math.floor(random() * 4)] ?? null),
);
const table: FeatureTable = {
  rows,
  columns: [...names.map((name, place) => ({ kind: 'number' as const, name, values: values[place] ?? new Float64Array() })), city],
};
const labels = Uint8Array.from({ length: rows }, (_, row) => {
  const known = (place: number): number => (Number.isNaN(values[place]?.[row]) ? 0.5 : (values[place]?.[row] ?? 0));
  return 4 * known(0) + 3 * known(40) * known(41) + Number(city.codes[row] === 1) + randomNormal(random) > 3.2 ? 1 : 0;
});

test.each(['logistic', 'blend'] as const)('%s says after an exchange what it says of the table so exchanged', (kind) => {
  const candidate = fitCandidate(kind, table, labels, { seed: 1 });
  const columns = [0, 2, 43, 44, table.columns.length - 1];
  const exchanges = columns.map((column) => ({ column, rows: shuffled(random, rows) }));
  scoresExchanged(candidate, table, exchanges).forEach((scores, place) => {
    const { column, rows: order } = exchanges[place] ?? { column: 0, rows: new Uint32Array() };
    const [mixed] = takeRows({ rows, columns: table.columns.slice(column, column + 1) }, order).columns;
    expect(scores).toEqual(scoreCandidate(candidate, { rows, columns: table.columns.with(column, mixed ?? city) }));
  });
});

test('what decides is what the score depends on, and a column that the model does not know counts for nothing', () => {
  const candidate = fitCandidate('forest', { rows, columns: table.columns.slice(0, -1) }, labels, { seed: 1 });
  const found = candidateImportance(candidate, table, labels, 1, 2);
  expect(found[0]?.name).toBe(buyerColumn);
  expect(
    found
      .slice(1, 3)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['x37', 'x38']);
  expect(found.find(({ name }) => name === 'city')?.importance).toBe(0);
});
