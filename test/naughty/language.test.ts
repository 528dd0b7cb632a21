import { afterAll, beforeAll, expect, test } from 'vitest';
import { check, format, parse } from '../../src/language/index.ts';
import type { Condition } from '../../src/language/tree.ts';
import { migrate, openDuckdb, type Warehouse } from '../../src/warehouse/index.ts';
import { evaluateInWarehouse } from '../cases/evaluate-in-warehouse.ts';
import { loadWorld } from '../cases/load-world.ts';
import { evaluateNaively } from '../naive/evaluate.ts';
import { emptyWorld, type World } from '../naive/world.ts';
import { naughtyStrings } from './naughty-strings.ts';

const moment = { now: Date.UTC(2026, 5, 1) * 1000, zone: 'UTC', weekStart: 1 };

const odd = 'odd "name" of/it~';

const short = naughtyStrings.filter((text) => text.length < 600);

/** One customer per text, who has it as a trait, in a list, and as a field and a property of an event. */
const world: World = {
  ...emptyWorld,
  profiles: short.map((_, index) => index + 1),
  words: { name: 'text', tags: 'list' },
  attributes: new Map(short.map((text, index) => [index + 1, { name: text, tags: ['plain', text] }])),
  events: short.map((text, index) => ({
    profile: index + 1,
    name: text,
    at: moment.now - 1,
    receivedAt: moment.now,
    fields: { category: text, 'odd "name" of/it~': text },
  })),
};

const attribute = { kind: 'attribute', name: 'name' } as const;
const counting = (event: string, field: string, text: string): Condition => ({
  kind: 'compare',
  left: {
    kind: 'aggregate',
    function: 'count',
    facts: { of: { kind: 'event', name: event }, where: { kind: 'compare', field, operator: 'in', values: [text] } },
  },
  operator: '=',
  values: [1],
});
const definitions = (text: string): readonly Condition[] => [
  { kind: 'compare', left: attribute, operator: 'is exactly', values: [text] },
  { kind: 'compare', left: attribute, operator: '=', values: [text] },
  { kind: 'compare', left: attribute, operator: 'contains', values: [text] },
  { kind: 'compare', left: { kind: 'attribute', name: 'tags' }, operator: 'contains any of', values: ['nobody', text] },
  counting('Seen', 'category', text),
  counting('Seen', odd, text),
  counting(text, 'category', text),
];

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
});
afterAll(() => warehouse.close());

test('a naughty text in a definition finds the customers who have it, and nobody else', async () => {
  const vocabulary = await loadWorld(warehouse, world, { [odd]: 'text' });
  // Every aggregate is a scan of its own, so each text takes one of the three ways to be counted.
  const trees = short.flatMap((text, index) => definitions(text).filter((_, way) => way < 4 || way === 4 + (index % 3)));
  const found = await evaluateInWarehouse(
    warehouse,
    vocabulary,
    trees.map((tree) => ({ tree })),
    moment,
  );
  const wrong = trees.flatMap((tree, index) => {
    const expected = [...evaluateNaively(tree, world, moment)];
    return JSON.stringify(found[index]) === JSON.stringify(expected)
      ? []
      : [`${format(tree)}: ${JSON.stringify(found[index])} instead of ${JSON.stringify(expected)}`];
  });
  expect(wrong).toEqual([]);
}, 120_000);

test.each([...naughtyStrings, ' ', 'a\u0000b', '\ud800', 'a\udfffb'].map((text) => [JSON.stringify(text).slice(0, 40), text]))(
  '%s survives as a value, and does no harm as a definition',
  async (_, text) => {
    for (const tree of definitions(text)) {
      const parsed = parse(format(tree));
      expect(parsed.ok ? parsed.value.tree : parsed.error).toEqual(tree);
    }
    // As the whole definition it is nonsense, which must be said, not thrown.
    const parsed = parse(text);
    if (parsed.ok) check(parsed.value.tree, { attributes: new Map(), events: [], eventProperties: new Map(), segments: new Map(), currency: 'GBP' });
    else expect(parsed.error.length).toBeGreaterThan(0);
  },
);
