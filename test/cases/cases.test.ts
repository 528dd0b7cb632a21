import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatInstant, instant } from '../../src/core/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../src/warehouse/index.ts';
import { evaluateNaively } from '../naive/evaluate.ts';
import { evaluateInWarehouse } from './evaluate-in-warehouse.ts';
import { loadWorld } from './load-world.ts';
import { type Case, type CaseGroup, readCases, readTree } from './read-cases.ts';

const groups = readCases();
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
});
afterAll(() => warehouse.close());

test('there are hundreds of cases', () => {
  expect(groups.flatMap((group) => group.cases).length).toBeGreaterThan(400);
});

describe.each(groups)('$name', (group) => {
  const expected = table(group.cases.map((one) => [one, one.members]));

  test('by hand and naively', () => {
    expect(table(group.cases.map((one) => [one, [...evaluateNaively(readTree(one.text), group.world, one.moment)]]))).toEqual(expected);
  });

  test('by hand and in the warehouse', async () => {
    expect(await inWarehouse(group)).toEqual(expected);
  });
});

/** Cases of a group that share a moment are evaluated together, as segments are. */
async function inWarehouse({ world, eventProperties, cases }: CaseGroup): Promise<Record<string, unknown>> {
  const vocabulary = await loadWorld(warehouse, world, eventProperties);
  const found: (readonly [Case, readonly number[] | string])[] = [];
  const moments = new Map(cases.map(({ moment }) => [JSON.stringify(moment), moment]));
  for (const [key, moment] of moments) {
    const together = cases.filter((one) => JSON.stringify(one.moment) === key);
    const members = await evaluateInWarehouse(
      warehouse,
      vocabulary,
      together.map(({ text }) => ({ text })),
      moment,
    );
    together.forEach((one, index) => found.push([one, members[index] ?? 'no answer']));
  }
  return table(found);
}

const table = (results: readonly (readonly [Case, readonly number[] | string])[]): Record<string, unknown> =>
  Object.fromEntries(
    results.map(([{ text, moment }, members]) => [
      `${text} @ ${formatInstant(instant(moment.now))} week ${moment.weekStart}`,
      typeof members === 'string' ? members : [...members].sort((a, b) => a - b).join(' '),
    ]),
  );
