import { afterAll, beforeAll, expect, test } from 'vitest';
import { format } from '../../src/language/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../src/warehouse/index.ts';
import { evaluateInWarehouse } from '../cases/evaluate-in-warehouse.ts';
import { loadWorld } from '../cases/load-world.ts';
import { difference, show, shrink } from './disagreement.ts';
import { randomSetting } from './random-setting.ts';
import { eventProperties } from './random-words.ts';

const firstSeed = Number(process.env['CLIENTELE_SEED'] ?? 1);
const worlds = Number(process.env['CLIENTELE_WORLDS'] ?? 100);
const treesPerWorld = 200;
const customers = 20;

/**
 * Declares tests of random trees over random worlds, evaluated by the product (all trees of a world in one pass, as in production) and
 * naively. The seeds are fixed; CLIENTELE_SEED starts elsewhere and CLIENTELE_WORLDS asks for more. There are two halves, so that two
 * processors can share the work.
 */
export function compareRandomTrees(half: 0 | 1): void {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await openDuckdb(':memory:', { threads: 1 });
    await migrate(warehouse);
  });
  afterAll(() => warehouse.close());
  const seeds = Array.from({ length: worlds }, (_, index) => firstSeed + index).filter((seed) => seed % 2 === half);
  test.each(seeds)(
    `seed %i: ${treesPerWorld} trees find the same members in the warehouse and naively`,
    async (seed) => {
      const { world, trees, moment } = randomSetting(seed, customers, treesPerWorld);
      const vocabulary = await loadWorld(warehouse, world, eventProperties);
      const found = await evaluateInWarehouse(
        warehouse,
        vocabulary,
        trees.map((tree) => ({ tree })),
        moment,
      );
      for (const [index, tree] of trees.entries()) {
        const how = difference(tree, world, moment, found[index] ?? 'no answer');
        if (how === '') continue;
        const smallest = await shrink(warehouse, { tree, world, moment });
        expect.fail(`seed ${seed}, tree ${index}: ${format(tree)}\nsmallest:\n${show(smallest, how)}`);
      }
      expect(found).toHaveLength(treesPerWorld);
    },
    120_000,
  );
}
