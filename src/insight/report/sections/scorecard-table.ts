import type { Criterion, CriterionName, ReportSegment, ScorecardWarning } from '../../../contract/index.ts';
import { evenLevel } from '../../charts/colours.ts';
import { type Html, html } from '../html.ts';
import { name } from '../parts.ts';
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

/** One row per segment, grouped by folder; what it is and why it scores so is one click away. */
export function scorecardTable(segments: readonly ReportSegment[], words: Words): Html {
  const folders = inOrder([...new Set(segments.map((segment) => segment.folder))]);
  const nameOf = new Map(segments.map(({ slug, name: title }) => [slug, title]));
  const named = (slug: string): string => nameOf.get(slug) ?? slug;
  const head = criteria.map(([, label]) => html`<th scope="col" class="up-right">${label}</th>`);
  const groups = folders.map((folder) => {
    const here = segments
      .filter((segment) => segment.folder === folder)
      .sort((a, b) => b.scorecard.revenue - a.scorecard.revenue || b.scorecard.members - a.scorecard.members);
    const title = html`<tr><th scope="rowgroup" colspan="${3 + criteria.length}">${folder === '' ? 'Other' : folder}</th></tr>`;
    return html`<tbody>${folders.length > 1 && title}${here.map((segment) => row(segment, words, named))}</tbody>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Scorecards"><table class="cards"><thead><tr><th scope="col">Segment</th><th scope="col" class="n">Customers</th><th scope="col" class="n">Revenue</th>${head}</tr></thead>${groups}</table></div>`;
}

const usualFolders = [
  'Value',
  'RFM',
  'Lifecycle',
  'Behavioural',
  'Engagement',
  'Journey',
  'Needs and interests',
  'Geographic',
  'Demographic',
  'Language',
  'Business',
  'Consent',
];

/** The shop's own folders first, then the library's from value to consent. */
function inOrder(found: readonly string[]): readonly string[] {
  return [...found].sort((a, b) => usualFolders.indexOf(a) - usualFolders.indexOf(b));
}

function row(segment: ReportSegment, words: Words, named: (slug: string) => string): Html {
  const card = segment.scorecard;
  const cells = criteria.map(([criterion]) => score(card.criteria[criterion]));
  return html`<tr><th scope="row"><strong>${name(segment.name)}</strong>${card.warnings.map((warning) => html` <span class="tag">${warn(warning, named)}</span>`)}<p class="note hide-narrow">${segment.note}</p>${reasons(segment)}</th><td class="n">${count(card.members)}<br><span class="muted">${share(card.share)}</span></td><td class="n">${words.money(Math.round(card.revenue))}<br><span class="muted">${share(card.revenueShare)}</span></td>${cells}</tr>`;
}

function score({ score: value, because }: Criterion): Html {
  if (value === null) return html`<td class="score"><span class="muted" title="${because}">–</span></td>`;
  const step = evenLevel(value, 1);
  return html`<td class="score"><span title="${because}" style="background:var(--value${step});color:var(--on${step})">${value.toFixed(2)}</span></td>`;
}

function reasons(segment: ReportSegment): Html {
  const { criteria: scores, differences } = segment.scorecard;
  const strong = differences.filter((each) => Math.abs(each.effect) >= 0.5).slice(0, 3);
  return html`<details><summary>Details</summary><p class="note show-narrow">${segment.note}</p><p class="code">${segment.text}</p>${
    strong.length > 0 && html`<p class="note">Compared with other customers: ${strong.map(({ phrase }) => phrase).join(', ')}.</p>`
  }<ul>${criteria.map(([criterion, label]) => html`<li>${label}: ${scores[criterion].because}</li>`)}</ul></details>`;
}

function warn(warning: ScorecardWarning, named: (slug: string) => string): string {
  switch (warning.kind) {
    case 'empty':
      return 'empty';
    case 'too-broad':
      return `too broad: ${share(warning.share)} of everyone`;
    case 'too-narrow':
      return `too narrow: ${counted(warning.members, 'customer')}`;
    case 'near-duplicate':
      return `nearly the same as ${named(warning.of)}`;
    case 'unused':
      return 'not used anywhere';
  }
}
