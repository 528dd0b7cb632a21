import { expect, test } from 'vitest';
import { format } from '../../src/language/index.ts';
import { migrate, openDuckdb, type Warehouse } from '../../src/warehouse/index.ts';
import { evaluateInWarehouse } from '../cases/evaluate-in-warehouse.ts';
import { loadWorld } from '../cases/load-world.ts';
import { difference } from './disagreement.ts';
import { seeded } from './random.ts';
import { randomSetting } from './random-setting.ts';
import { randomAggregate } from './random-tree.ts';
import { eventProperties } from './random-words.ts';

const worlds = 12;
const aggregates = 400;

/** So many aggregates over each kind of fact are counted outside the engine, which trees of every sort seldom come to. */
test('many aggregates over each kind of fact find the same members in the warehouse, where they are counted outside the engine, and naively', async () => {
  const opened = await openDuckdb(':memory:', { threads: 2 });
  let handedOver = 0;
  const warehouse: Warehouse = {
    ...opened,
    numbers: (query, each) => {
      handedOver += 1;
      return opened.numbers(query, each);
    },
  };
  await migrate(warehouse);
  for (let seed = 1; seed <= worlds; seed += 1) {
    const { world, moment } = randomSetting(seed, 20, 0);
    const random = seeded(1000 + seed);
    const trees = Array.from({ length: aggregates }, () => randomAggregate(random, moment));
    const vocabulary = await loadWorld(warehouse, world, eventProperties);
    const before = handedOver;
    const found = await evaluateInWarehouse(
      warehouse,
      vocabulary,
      trees.map((tree) => ({ tree })),
      moment,
    );
    for (const [index, tree] of trees.entries()) {
      expect(difference(tree, world, moment, found[index] ?? 'no answer'), `seed ${seed}, tree ${index}: ${format(tree)}`).toBe('');
    }
    // Of each kind, eight to ten in a world, the table that is looked up and the facts, once: nothing was left to the passes that stand in.
    expect([16, 18, 20]).toContain(handedOver - before);
  }
  await warehouse.close();
}, 120_000);
