import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluateInWarehouse } from '../../../test/cases/evaluate-in-warehouse.ts';
import { loadWorld } from '../../../test/cases/load-world.ts';
import { readCases, readTree } from '../../../test/cases/read-cases.ts';
import { sampleVocabulary } from '../../../test/sample-vocabulary.ts';
import { seeded } from '../../../test/differential/random.ts';
import { emptyWorld, type World } from '../../../test/naive/world.ts';
import { migrate, openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import {
  checkText,
  type ComparisonOperator,
  type Condition,
  describeCondition,
  format,
  holdsOnVisit,
  judge,
  leavesOf,
  type Visit,
  visitWords,
} from '../index.ts';
import type { ValueType } from '../vocabulary.ts';

const onSite = { ...sampleVocabulary, atRequest: true };

/** Conditions that are evaluated on a request as well as in the warehouse. */
const ofValues = (condition: Condition): condition is Parameters<typeof holdsOnVisit>[0] & Condition =>
  condition.kind === 'compare' ? condition.left.kind === 'attribute' : condition.kind === 'known' || condition.kind === 'unknown';

const timeless = new Set(['text', 'number', 'boolean', 'list']);

/** The answer by the functions of the request, with the traits of each customer as if a visit had them. */
const onRequest = (tree: Condition, world: World): number[] =>
  world.profiles.filter((profile) => {
    const typeOf = (name: string): ValueType => world.words[name] as ValueType;
    return judge(tree, (leaf) => ofValues(leaf) && holdsOnVisit(leaf, visitOf(world, profile), typeOf)).holds;
  });

/** A text column holds texts, whatever YAML made of `1e1`. */
const visitOf = ({ words, attributes }: World, profile: number): Visit =>
  Object.fromEntries(
    Object.entries(attributes.get(profile) ?? {}).map(([name, value]) => [name, words[name] === 'text' ? String(value) : (value as Visit[string])]),
  );

describe('one meaning, on the request and in SQL', () => {
  const fit = readCases().flatMap(({ name, world, cases }) =>
    cases
      .map(({ text, members }) => ({ group: name, world, text, members, tree: readTree(text) }))
      .filter(({ tree }) => leavesOf(tree).every((leaf) => ofValues(leaf) && timeless.has(world.words[nameOf(leaf)] ?? ''))),
  );

  test('the shared cases that ask about values alone are many', () => {
    expect(fit.length).toBeGreaterThan(100);
  });

  test.each(fit)('$group: $text', ({ tree, world, members }) => {
    expect(onRequest(tree, world)).toEqual([...members].sort((a, b) => a - b));
  });

  describe('random values against random comparisons', () => {
    let warehouse: Warehouse;
    beforeAll(async () => {
      warehouse = await openDuckdb(':memory:', { threads: 1 });
      await migrate(warehouse);
    });
    afterAll(() => warehouse.close());

    test('both sides give the same customers, whatever the type, the operator and the literals', async () => {
      const { below, chance, pick } = seeded(20_261_128);
      const texts = [
        '',
        ' ',
        'Leeds',
        ' leeds ',
        'LEEDS Town',
        'ＬＥＥＤＳ',
        'ß',
        'SS',
        'ς',
        'Σ',
        '5',
        ' 5 ',
        '5.0',
        '-3',
        '1e2',
        '1_000',
        'inf',
        'e',
        '\u00a0',
        '\t',
        "it's",
        '%',
        '１',
      ];
      const numbers = [0, 5, -3, 2.5, 100];
      const valueOf = {
        text: () => pick(texts),
        number: () => pick(numbers),
        boolean: () => chance(0.5),
        list: () => Array.from({ length: below(3) }, () => pick(texts)),
      };
      const types = ['text', 'number', 'boolean', 'list'] as const;
      const world: World = {
        ...emptyWorld,
        profiles: Array.from({ length: 120 }, (_, index) => index + 1),
        words: Object.fromEntries(types.map((type) => [type, type])),
        attributes: new Map(
          Array.from({ length: 120 }, (_, index) => [index + 1, Object.fromEntries(types.filter(() => chance(0.85)).map((type) => [type, valueOf[type]()]))]),
        ),
      };
      const operatorsOf: Readonly<Record<(typeof types)[number], readonly ComparisonOperator[]>> = {
        text: ['=', '!=', 'in', 'not in', 'is exactly', 'contains', 'starts with', 'ends with', '<', '<=', '>', '>=', 'between'],
        number: ['=', '!=', 'in', 'not in', '<', '<=', '>', '>=', 'between'],
        boolean: ['=', '!='],
        list: ['contains', 'contains any of', 'contains all of', 'contains none of'],
      };
      const trees = Array.from({ length: 600 }, (): Condition => {
        const type = pick(types);
        if (chance(0.05)) return { kind: chance(0.5) ? 'known' : 'unknown', attribute: type };
        const operator = pick(operatorsOf[type]);
        const ordering = ['<', '<=', '>', '>=', 'between'].includes(operator);
        const literal = (): string | number | boolean => (type === 'boolean' ? chance(0.5) : type === 'number' || ordering ? pick(numbers) : pick(texts));
        const many = operator === 'between' ? 2 : operator.endsWith('in') || operator.endsWith(' of') ? 1 + below(3) : 1;
        const values = Array.from({ length: many }, literal);
        return {
          kind: 'compare',
          left: { kind: 'attribute', name: type },
          operator,
          values: operator === 'between' ? values.toSorted((a, b) => Number(a) - Number(b)) : values,
        };
      });
      const vocabulary = await loadWorld(warehouse, world);
      const inSql = await evaluateInWarehouse(
        warehouse,
        vocabulary,
        trees.map((tree) => ({ tree })),
        { now: 0, zone: 'UTC', weekStart: 1 },
      );
      trees.forEach((tree, index) => expect({ tree, members: onRequest(tree, world) }).toEqual({ tree, members: inSql[index] }));
    });
  });
});

const nameOf = (leaf: Condition): string =>
  leaf.kind === 'compare' && leaf.left.kind === 'attribute' ? leaf.left.name : 'attribute' in leaf ? leaf.attribute : '';

describe('words of the visit', () => {
  test.each([...visitWords.values()])('$name: its example is right where a request is at hand', ({ example }) => {
    expect(checkText(example, onSite)).toMatchObject({ ok: true, value: { text: example, warnings: [] } });
  });

  test('a stored segment that asks for one is refused, whatever the operator', () => {
    for (const text of ['context.device = "mobile"', 'context.campaign is known', 'orders >= 3 and context.hour between 9 and 17']) {
      const checked = checkText(text, sampleVocabulary);
      expect(checked.ok ? [] : checked.error.map(({ code, hint }) => [code, hint])).toEqual([
        ['context.stored', 'Use it in the rules of a slot; a segment holds of a customer at any time.'],
      ]);
    }
  });

  test('an unknown word names the nearest, a wrong type says so, and a date window fits none', () => {
    const codes = (text: string) => {
      const checked = checkText(text, onSite);
      return checked.ok ? [] : checked.error.map(({ code, hint }) => [code, hint]);
    };
    expect(codes('context.devise = "mobile"')).toEqual([['name.unknown', 'Did you mean context.device?']]);
    expect(codes('context.hour = "nine"')[0]?.[0]).toBe('value.type');
    expect(codes('context.hour in last 3 days')[0]?.[0]).toBe('operator.type');
  });

  test('a sentence says it in words', () => {
    const checked = checkText('context.device = "mobile" and context.cart_value >= 40', onSite);
    expect(checked.ok && describeCondition(checked.value.tree, onSite)).toBe('whose device is mobile, and whose value of the cart is at least 40');
  });

  test('every single condition has its verdict, and the whole is two-valued logic over them', () => {
    const checked = checkText('context.device = "mobile" and not (in segment "Staff" or context.hour < 9)', onSite);
    if (!checked.ok) throw new Error('not read');
    const found = judge(checked.value.tree, (leaf) => ofValues(leaf) && holdsOnVisit(leaf, { 'context.device': ' Mobile', 'context.hour': 10 }));
    expect(found.holds).toBe(true);
    expect(found.leaves.map(({ condition, holds }) => [format(condition), holds])).toEqual([
      ['context.device = "mobile"', true],
      ['in segment "staff"', false],
      ['context.hour < 9', false],
    ]);
  });
});
