import { expect, test } from 'vitest';
import type { ModelFigure } from '../../contract/index.ts';
import { noBetter } from './no-better.ts';

const figure = (own: Partial<ModelFigure>): ModelFigure => ({
  measure: 'auc',
  label: 'Area under the ROC curve',
  value: 0.7,
  low: 0.65,
  high: 0.75,
  baseline: 0.5,
  baseline_label: 'everybody alike',
  better: 'higher',
  meaning: '',
  ...own,
});
const of = (kind: 'value' | 'classifier' | 'groups', quality: readonly ModelFigure[]): string | null => noBetter({ kind, quality, chosen_because: 'Because.' });

test('a model that does better may act', () => {
  expect(of('classifier', [figure({})])).toBeNull();
  expect(of('value', [figure({ value: 0.5, baseline: 0.6, low: null, high: null, better: 'lower' })])).toBeNull();
});

test.each([
  ['as chance explains', 'classifier', figure({ low: 0.48 })],
  ['off by as much', 'value', figure({ value: 0.599, baseline: 0.6, low: null, high: null, better: 'lower' })],
  ['off by more', 'value', figure({ value: 0.7, baseline: 0.6, low: null, high: null, better: 'lower' })],
] as const)('one that does not says so: %s', (_, kind, headline) => {
  expect(of(kind, [headline])).toMatch(/^It does no better than everybody alike: .* Of what was tried it was chosen all the same: because\.$/);
});

test('of one that nothing could be held back for, that is said; groups stand beside nothing', () => {
  const unjudged = figure({ value: null, low: null, high: null, meaning: 'Everybody or nobody did it, so order can not be judged.' });
  expect(of('classifier', [unjudged])).toBe('How well it does is not known: everybody or nobody did it, so order can not be judged.');
  expect(of('value', [])).toBe('How well it does is not known: nothing could be held back to test it on. Because.');
  expect(of('groups', [])).toBeNull();
});
