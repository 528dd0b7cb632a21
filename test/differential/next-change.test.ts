import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatInstant, instant, parseInstant } from '../../src/core/index.ts';
import { check, format } from '../../src/language/index.ts';
import { preview } from '../../src/segments/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../src/warehouse/index.ts';
import { productMoment } from '../cases/evaluate-in-warehouse.ts';
import { loadWorld } from '../cases/load-world.ts';
import { evaluateNaively } from '../naive/evaluate.ts';
import { nextChangeNaively } from '../naive/next-change.ts';
import { show } from './disagreement.ts';
import { randomSetting } from './random-setting.ts';
import { eventProperties } from './random-words.ts';

/** The instant at which time alone first changes somebody's verdict, against every instant there is tried one by one. */
const firstSeed = Number(process.env['CLIENTELE_SEED'] ?? 1);
const worlds = Number(process.env['CLIENTELE_WORLDS'] ?? 12);

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
});
afterAll(() => warehouse.close());

test.each(Array.from({ length: worlds }, (_, index) => firstSeed + index))(
  'seed %i: the next change of 20 segments is the first there is',
  async (seed) => {
    const { world, trees, moment } = randomSetting(seed, 4, 20);
    const vocabulary = await loadWorld(warehouse, world, eventProperties);
    for (const tree of trees) {
      const checked = check(tree, vocabulary);
      if (!checked.ok) throw new Error(`${format(tree)} is refused`);
      const found = await preview(warehouse, checked.value.tree, productMoment(moment, vocabulary));
      const first = nextChangeNaively(tree, world, moment);
      const expected = first === null ? null : formatInstant(instant(first));
      const at = found.next_change === null ? undefined : parseInstant(found.next_change);
      expect(found.members).toBe(evaluateNaively(tree, world, moment).size);
      // Where it was not followed to the end, nothing may have changed before.
      const right = found.next_change_exact ? found.next_change === expected : at !== undefined && (first === null || at <= first);
      if (!right)
        expect.fail(
          `seed ${seed}: next change ${found.next_change} (exact: ${found.next_change_exact}) instead of ${expected}\n${show({ tree, world, moment }, 'its next change')}`,
        );
    }
  },
  120_000,
);
