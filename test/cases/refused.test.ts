import { expect, test } from 'vitest';
import { checkText } from '../../src/language/index.ts';
import type { AttributeWord, ValueType, Vocabulary } from '../../src/language/vocabulary.ts';

const word = (name: string, type: ValueType): [string, AttributeWord] => [name, { name, label: name, type, table: 'attributes', column: 't1' }];
const vocabulary: Vocabulary = {
  attributes: new Map([
    word('country', 'text'),
    word('age', 'number'),
    word('vip', 'boolean'),
    word('tags', 'list'),
    word('signup_date', 'date'),
    word('latitude', 'number'),
    word('longitude', 'number'),
  ]),
  events: ['Product Viewed'],
  eventProperties: new Map(),
  segments: new Map([
    ['staff', { name: 'Staff', text: 'country = "GB"' }],
    ['loop', { name: 'Loop', text: 'in segment "pool"' }],
    ['pool', { name: 'Pool', text: 'in segment "loop"' }],
  ]),
  currency: 'GBP',
};

/** Definitions that mean nothing, with the part of the text that is to be pointed at. */
test.each([
  ['any of ()', 'group.empty', 'any of ()'],
  ['none of ()', 'group.empty', 'none of ()'],
  ['country = "GB" and all of ()', 'group.empty', 'all of ()'],
  ['contry = "GB"', 'name.unknown', 'contry'],
  ['country = 5', 'value.type', '5'],
  ['age = "old"', 'value.type', '"old"'],
  ['age contains "3"', 'operator.type', 'contains'],
  ['tags = "vip"', 'operator.type', '='],
  ['vip > true', 'operator.type', '>'],
  ['age between 34 and 25', 'range.reversed', '34'],
  ['count(orders in last 0 days) >= 1', 'window.amount', '0 days'],
  ['signup_date on 2026-02-30', 'date.invalid', '2026-02-30'],
  ['in segment "nowhere"', 'segment.unknown', 'nowhere'],
  ['in segment "Loop"', 'segment.cycle', 'Loop'],
  ['random 120%', 'percent.range', '120'],
  ['within 5 km of (93.8, -1.55)', 'place.range', '93.8'],
  ['country = ', 'syntax.unexpected', ''],
  ['country = "GB', 'syntax.quote', '"'],
  ['country = GB', 'syntax.unquoted', 'GB'],
  ['', 'syntax.empty', ''],
])('%s is refused: %s', (text, code, part) => {
  const checked = checkText(text, vocabulary);
  if (checked.ok) expect.fail(`${text} was taken`);
  const first = checked.error.find(({ severity }) => severity === 'error');
  expect(first?.code).toBe(code);
  expect(first?.message).not.toBe('');
  expect(first?.hint).not.toBe('');
  const { offset = -1, length = 0 } = first?.position ?? {};
  expect(offset).toBeLessThanOrEqual(text.length);
  if (part !== '') expect(text.slice(offset, offset + length)).toContain(part);
});
