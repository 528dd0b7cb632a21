import type { Criterion, CriterionName, Scorecard, ScorecardReport, ScorecardWarning } from '../../contract/index.ts';
import { share, wholeNumber } from './numbers.ts';
import { renderTable } from './table.ts';

const criteria: readonly { readonly name: CriterionName; readonly title: string }[] = [
  { name: 'measurable', title: 'measurable' },
  { name: 'accessible', title: 'accessible' },
  { name: 'substantial', title: 'substantial' },
  { name: 'differentiable', title: 'different' },
  { name: 'actionable', title: 'actionable' },
  { name: 'homogeneity', title: 'alike within' },
  { name: 'heterogeneity', title: 'apart between' },
];

/** One card with its reasons, several as one table; and which segments could be one. */
export function renderScorecards({ scorecards, merges }: ScorecardReport): string {
  const [only] = scorecards;
  if (only === undefined) return 'There are no segments to measure yet.';
  const suggestions = merges.map(({ keep, merge, because }) => `Merge ${merge} into ${keep}: ${because}`);
  return [scorecards.length === 1 ? oneCard(only) : manyCards(scorecards), ...(suggestions.length === 0 ? [] : ['', ...suggestions])].join('\n');
}

function oneCard(card: Scorecard): string {
  const table = renderTable(
    [
      { title: 'criterion', cell: (row: { readonly title: string; readonly criterion: Criterion }) => row.title },
      { title: 'score', align: 'right', cell: (row) => score(row.criterion.score) },
      { title: 'because', cell: (row) => row.criterion.because, max: 110 },
    ],
    criteria.map(({ name, title }) => ({ title, criterion: card.criteria[name] })),
  );
  return [
    `${card.name}: ${wholeNumber(card.members)} customers, ${share(card.share)} of all, ${share(card.revenueShare)} of the revenue of 12 months.`,
    '',
    table,
    ...card.warnings.map((warning) => `Note: ${warningText(warning)}`),
  ].join('\n');
}

const manyCards = (cards: readonly Scorecard[]): string =>
  renderTable(
    [
      { title: 'segment', cell: (card: Scorecard) => card.name },
      { title: 'customers', align: 'right', cell: (card) => wholeNumber(card.members) },
      ...criteria.map(({ name, title }) => ({ title, align: 'right', cell: (card: Scorecard) => score(card.criteria[name].score) }) as const),
      { title: 'overall', align: 'right', cell: (card) => score(card.overall) },
      { title: 'note', cell: (card) => card.warnings.map(warningText).join('; '), max: 90 },
    ],
    cards,
  );

const score = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

function warningText(warning: ScorecardWarning): string {
  switch (warning.kind) {
    case 'empty':
      return 'nobody is in it';
    case 'too-broad':
      return `too broad: ${share(warning.share)} of all customers`;
    case 'too-narrow':
      return `too narrow: ${wholeNumber(warning.members)} customers`;
    case 'near-duplicate':
      return `almost the same people as ${warning.of} (${share(warning.jaccard)} shared)`;
    case 'unused':
      return 'nothing uses it';
  }
}
