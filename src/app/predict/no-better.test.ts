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
const of = (kind: 'value' | 'classifier' | 'groups' | 'recommendations', quality: readonly ModelFigure[]): string | null =>
  noBetter({ kind, quality, chosen_because: 'Because.' });

test('a model that does better may act', () => {
  expect(of('classifier', [figure({})])).toBeNull();
  expect(of('value', [figure({ value: 0.5, baseline: 0.6, low: null, high: null, better: 'lower' })])).toBeNull();
});

const alike = ': what it says of one customer could as well be said of another.';
test.each([
  [
    'as guessing does',
    'classifier',
    figure({ value: 0.5, low: 0.45, high: 0.55 }),
    'Of one who did it and one who did not, it put the right one first in 50 of 100 cases, where guessing does in 50',
  ],
  [
    'as luck explains',
    'classifier',
    figure({ value: 0.6, low: 0.48 }),
    'Of one who did it and one who did not, it put the right one first in 60 of 100 cases, where guessing does in 50, which may be luck with so few',
  ],
  [
    'off by as much',
    'value',
    figure({ value: 0.599, baseline: 0.6, low: null, high: null, better: 'lower', baseline_label: 'the average' }),
    'On a time that it had not seen it came no nearer to what customers did than the average',
  ],
  [
    'off by more',
    'value',
    figure({ value: 0.7, baseline: 0.6, low: null, high: null, better: 'lower', baseline_label: null }),
    'On a time that it had not seen it came no nearer to what customers did than what one would say without it',
  ],
  [
    'as much as what sells',
    'recommendations',
    figure({ value: 0.2, baseline: 0.2, baseline_label: 'what most customers buy' }),
    'What it would have offered was bought no more often than what most customers buy',
  ],
] as const)('one that does not says so: %s', (_, kind, headline, said) => {
  expect(of(kind, [headline])).toBe(`${said}${alike}`);
});

test('of one that nothing could be held back for, that is said; groups stand beside nothing', () => {
  const unjudged = figure({ value: null, low: null, high: null, meaning: 'Everybody or nobody did it, so there was nobody to tell apart.' });
  expect(of('classifier', [unjudged])).toBe('How well it does is not known: everybody or nobody did it, so there was nobody to tell apart.');
  expect(of('value', [])).toBe('How well it does is not known: nothing could be held back to test it on. Because.');
  expect(of('groups', [])).toBeNull();
});
