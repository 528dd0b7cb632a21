import { expect, test } from 'vitest';
import type { SlotAnswer } from './content.ts';
import { definitionOf, editingOf, movedTo, stepped, withNewRule } from './editing.ts';

const rule = (variant: string) => ({ when: 'orders = 1', variant, content: { type: 'text' as const, value: variant } });
const slot = {
  published: null,
  draft: { definition: { rules: ['a', 'b', 'c'].map(rule), default: rule('default'), schedule: null, browser: 'content' }, author: '', at: '' },
} as unknown as SlotAnswer;
const { present } = editingOf(slot);
const order = (of: typeof present): string => of.rules.map((each) => each.rule.variant).join('');
const idOf = (variant: string): string => present.rules.find((each) => each.rule.variant === variant)?.id ?? '';

test('rules move to a place among the others, and not beyond the ends', () => {
  expect(order(movedTo(present, idOf('a'), 3))).toBe('bca');
  expect(order(movedTo(present, idOf('c'), 0))).toBe('cab');
  expect(order(movedTo(present, idOf('a'), 2))).toBe('bac');
  expect(movedTo(present, idOf('b'), 1)).toBe(present);
  expect(movedTo(present, idOf('b'), 2)).toBe(present);
  expect(order(stepped(present, idOf('b'), 'up'))).toBe('bac');
  expect(order(stepped(present, idOf('b'), 'down'))).toBe('acb');
  expect(stepped(present, idOf('a'), 'up')).toBe(present);
  expect(stepped(present, idOf('c'), 'down')).toBe(present);
});

test('a new rule has a variant of its own', () => {
  const twice = withNewRule(withNewRule(present));
  expect(definitionOf(twice).rules.map(({ variant }) => variant)).toEqual(['a', 'b', 'c', 'variant-4', 'variant-5']);
});
