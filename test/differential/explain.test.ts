import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatInstant, instant } from '../../src/core/index.ts';
import { check, format } from '../../src/language/index.ts';
import { explain } from '../../src/segments/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../src/warehouse/index.ts';
import { productMoment } from '../cases/evaluate-in-warehouse.ts';
import { loadWorld } from '../cases/load-world.ts';
import { readTree } from '../cases/read-cases.ts';
import { holds } from '../naive/evaluate.ts';
import { nextChangeNaively } from '../naive/next-change.ts';
import { show } from './disagreement.ts';
import { randomSetting } from './random-setting.ts';
import { eventProperties } from './random-words.ts';

/** What is said of one customer: the verdict, each condition's verdict, and when time alone will change it. */
const firstSeed = Number(process.env['CLIENTELE_SEED'] ?? 1);
const worlds = Number(process.env['CLIENTELE_WORLDS'] ?? 12);

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
});
afterAll(() => warehouse.close());

test.each(Array.from({ length: worlds }, (_, index) => firstSeed + index))(
  'seed %i: verdicts, conditions and ends of 16 explanations',
  async (seed) => {
    const { world, trees, moment } = randomSetting(seed + 1_000, 2, 8);
    const vocabulary = await loadWorld(warehouse, world, eventProperties);
    for (const tree of trees) {
      const checked = check(tree, vocabulary);
      if (!checked.ok) throw new Error(`${format(tree)} is refused`);
      for (const profile of world.profiles) {
        const found = await explain(warehouse, checked.value.tree, productMoment(moment, vocabulary), profile);
        const member = holds(tree, profile, world, moment);
        const change = nextChangeNaively(tree, world, moment, [profile]);
        const when = change === null ? null : formatInstant(instant(change));
        const expected = { member, leaves_at: member ? when : null, enters_at: member ? null : when };
        const { leaves_at, enters_at } = found;
        const context = show({ tree, world, moment }, `customer ${profile}`);
        expect({ member: found.member, leaves_at, enters_at }, context).toEqual(expected);
        const verdicts = found.conditions.map(({ text }) => ({ text, holds: holds(readTree(text), profile, world, moment) }));
        expect(
          found.conditions.map(({ text, holds }) => ({ text, holds })),
          context,
        ).toEqual(verdicts);
      }
    }
  },
  120_000,
);
