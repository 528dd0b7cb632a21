import type { CriterionName, ReportData, ReportSegment, Scorecard, ScorecardWarning } from '../../../contract/index.ts';
import { barChart } from '../../charts/bars.ts';
import { type Html, html } from '../html.ts';
import { behind, meter, name, panel } from '../parts.ts';
import { count, counted, share, type Words } from '../words.ts';

const criteria: readonly (readonly [CriterionName, string])[] = [
  ['measurable', 'Measurable'],
  ['accessible', 'Accessible'],
  ['substantial', 'Substantial'],
  ['differentiable', 'Differentiable'],
  ['actionable', 'Actionable'],
  ['homogeneity', 'Alike within'],
  ['heterogeneity', 'Unlike others'],
];

/** Every segment with its people, its money and its scorecard, strongest first. */
export function segments(data: ReportData, words: Words): Html {
  const shown = data.segments.filter((segment) => segment.scorecard.members > 0);
  const empty = data.segments.length - shown.length;
  if (shown.length === 0)
    return panel('segments', 'Segments', data.segments.length === 0 ? 'There are no segments yet.' : 'All segments are empty at the moment.');
  const sorted = [...shown].sort((a, b) => (b.scorecard.overall ?? 0) - (a.scorecard.overall ?? 0) || b.scorecard.revenue - a.scorecard.revenue);
  const strongest = sorted.find((segment) => segment.scorecard.warnings.length === 0) ?? sorted[0];
  const warned = shown.filter((segment) => segment.scorecard.warnings.length > 0).length;
  const finding = html`${counted(shown.length, 'segment')} hold people${empty > 0 && html`, ${count(empty)} are empty`}. ${strongest !== undefined && html`The one that stands out most is <strong>${name(strongest.name)}</strong>: ${counted(strongest.scorecard.members, 'customer')}, ${share(strongest.scorecard.revenueShare)} of the last 12 months' revenue.`} ${warned > 0 && html`${counted(warned, 'segment')} could be better; the tags say how.`}`;
  const largest = [...shown].sort((a, b) => b.scorecard.revenue - a.scorecard.revenue).slice(0, 12);
  return panel(
    'segments',
    'Segments',
    finding,
    html`<h3>Revenue of the last 12 months by segment</h3>`,
    barChart(
      'segment-bars',
      'Revenue of the last 12 months by segment, the twelve largest',
      largest.map((segment) => ({
        name: segment.name,
        value: segment.scorecard.revenue,
        label: `${words.shortMoney(segment.scorecard.revenue)} · ${count(segment.scorecard.members)} people`,
      })),
      1000,
    ),
    html`<p class="small muted">A customer can be in several segments, so these add up to more than the whole.</p>`,
    html`${sorted.map((segment) => one(segment, words))}`,
    data.merges.length > 0 &&
      html`<h3>Segments that could be one</h3><ul class="small">${data.merges.map((merge) => html`<li><span class="code">${merge.merge}</span> into <span class="code">${merge.keep}</span>: ${merge.because}</li>`)}</ul>`,
    behind(
      'Each criterion is a number from 0 to 1; the manual (docs/scorecard.md) gives its rule and source. Segments are ordered by the mean of what could be measured.',
    ),
  );
}

function one(segment: ReportSegment, words: Words): Html {
  const card = segment.scorecard;
  const scores = criteria.map(
    ([criterion, label]) => html`<div><dt title="${card.criteria[criterion].because}">${label}</dt><dd>${meter(card.criteria[criterion].score)}</dd></div>`,
  );
  return html`<article class="segment"><div class="head"><h3>${name(segment.name)}</h3><span class="small">${counted(card.members, 'customer')} · ${share(card.share)} · ${words.money(Math.round(card.revenue))} in 12 months</span></div><p class="small">${segment.note}</p>${different(card)}${card.warnings.map((warning) => html`<span class="tag">${warn(warning)}</span>`)}<dl class="scores">${scores}</dl><details><summary>Definition and reasons</summary><p class="code">${segment.text}</p><ul>${criteria.map(([criterion, label]) => html`<li>${label}: ${card.criteria[criterion].because}</li>`)}</ul></details></article>`;
}

function different(card: Scorecard): Html | false {
  const strong = card.differences.filter((each) => Math.abs(each.effect) >= 0.5).slice(0, 3);
  if (strong.length === 0) return false;
  return html`<p class="small muted">Compared with other customers: ${strong.map((each) => `${each.effect > 0 ? 'more' : 'less'} ${each.label}`).join(', ')}.</p>`;
}

function warn(warning: ScorecardWarning): string {
  switch (warning.kind) {
    case 'empty':
      return 'empty';
    case 'too-broad':
      return `too broad: ${share(warning.share)} of everyone`;
    case 'too-narrow':
      return `too narrow: ${counted(warning.members, 'customer')}`;
    case 'near-duplicate':
      return `nearly the same as ${warning.of}`;
    case 'unused':
      return 'not used anywhere';
  }
}
