import { expect, test } from 'vitest';
import { sampleVocabulary } from '../../../test/sample-vocabulary.ts';
import { check, format } from '../../language/index.ts';
import { withOperator } from './attribute-row.ts';
import { documentOf } from './document.ts';
import { filtersOf, whereOf } from './filters.ts';
import { countingIds, type EditorRow } from './node.ts';
import { operatorChoices } from './operators.ts';
import { rowFormOf } from './row-form.ts';
import { searched } from './search.ts';
import { subjectsOf } from './subjects.ts';
import { unknownRuleOf } from './unknown-rule.ts';
import { wideningsOf } from './widening.ts';

const rowOf = (text: string): EditorRow => {
  const [row] = documentOf(text, countingIds()).root.of;
  if (row?.kind !== 'row') throw new Error(text);
  return row;
};
const ruleOf = (text: string) => {
  const rule = unknownRuleOf(rowOf(text));
  return rule === undefined ? undefined : [rule.rule, rule.orUnknown === undefined ? undefined : format(rule.orUnknown)];
};

// The sentences of docs/segment-language.md about unknown values, operator by operator.
test.each([
  ['country != "GB"', ['not-equal', 'country is unknown']],
  ['country not in ("GB")', ['not-in', 'country is unknown']],
  ['tags contains none of ("vip")', ['contains-none', 'tags is unknown']],
  ['not country = "GB"', ['negated', undefined]],
  ['avg(orders.total) != 3', ['nothing-to-measure', 'orders = 0']],
  ['count(orders) != 3', undefined],
  ['country = "GB"', undefined],
  ['country is unknown', undefined],
  ['not count(orders) = 3', undefined],
])('what %s does with the unknown', (text, rule) => {
  expect(ruleOf(text)).toEqual(rule);
});

test('an "or" that multiplies its audience is told by how much', () => {
  const { root } = documentOf('a = 1 or b = 2 or c = 3', countingIds());
  const [a = '', b = '', c = ''] = root.of.map(({ id }) => id);
  const counts = (whole: number) =>
    new Map([
      [root.id, whole],
      [a, 100],
      [b, 60],
      [c, 10],
    ]);
  expect(wideningsOf(root, counts(150))).toEqual([{ group: root.id, largest: a, members: 150, of: 100, times: 1.5 }]);
  expect(wideningsOf(root, counts(149))).toEqual([]);
});

test('whatever can be chosen begins as a condition of the language', () => {
  const subjects = subjectsOf(sampleVocabulary);
  // Two segments of the sample refer to each other in a circle, which no condition about them can mend.
  for (const { start, id } of subjects) {
    if (['segment chicken', 'segment egg'].includes(id)) continue;
    const { condition, pending } = start();
    if (!pending) expect(check(condition, sampleVocabulary).ok, format(condition)).toBe(true);
  }
  expect(searched(subjects, 'prod view', ({ label, words }) => [label ?? '', ...words]).map(({ label }) => label)).toEqual(['Product Viewed']);
});

test('another operator keeps the values that fit it', () => {
  const row = rowOf('country in ("GB", "US")');
  expect(withOperator(row, 'country', '=')).toMatchObject({ condition: { operator: '=', values: ['GB'] }, pending: false });
  expect(withOperator(rowOf('age = 3'), 'age', 'between')).toMatchObject({ condition: { values: [3, 3] } });
  expect(withOperator(row, 'country', 'unknown')).toEqual({ condition: { kind: 'unknown', attribute: 'country' }, pending: false });
  expect(operatorChoices('text', '<')).toContain('<');
});

test('filters that rows can show are flat; the others stay text', () => {
  const facts = (text: string) => {
    const { condition } = rowOf(text);
    return condition?.kind === 'compare' && condition.left.kind === 'aggregate' ? condition.left.facts.where : undefined;
  };
  const flat = facts('count(orders where total > 5 and channel = "web") >= 1');
  expect(whereOf(filtersOf(flat) ?? { join: 'any', of: [] })).toEqual(flat);
  expect(filtersOf(facts('count(orders where not total > 5) >= 1'))).toBeUndefined();
  expect(rowFormOf(rowOf('count(orders where total > 5 and (channel = "web" or channel = "app")) >= 1').condition ?? { kind: 'random', percent: 1 })).toBe(
    'text',
  );
});
