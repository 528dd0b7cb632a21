import type { ReportData, ReportSegment } from '../../../contract/index.ts';
import { barChart } from '../../charts/bars.ts';
import { type Html, html } from '../html.ts';
import { behind, name, panel } from '../parts.ts';
import { count, counted, share, type Words } from '../words.ts';
import { scorecardTable } from './scorecard-table.ts';

/** Every segment with its people, its money and its scorecard, by folder. */
export function segments(data: ReportData, words: Words): Html {
  const shown = data.segments.filter((segment) => segment.scorecard.members > 0);
  if (shown.length === 0)
    return panel('segments', 'Segments', data.segments.length === 0 ? 'There are no segments yet.' : 'All segments are empty at the moment.');
  return panel(
    'segments',
    'Segments',
    finding(data, shown),
    largest(shown, words),
    html`<h3>Scorecards</h3>`,
    scorecardTable(data.segments, words),
    merges(data),
    behind(
      'Each criterion is a number from 0 to 1, best at 1; docs/scorecard.md gives its rule and where it comes from. A dash means that there are too few people to measure it. Revenue is the net spending of the members in the last 12 months.',
    ),
  );
}

/** The twelve largest that hold at most half of all customers: by revenue, or by people where nothing was sold. */
function largest(shown: readonly ReportSegment[], words: Words): Html | false {
  const sold = shown.some(({ scorecard }) => scorecard.revenue > 0);
  const size = ({ scorecard }: ReportSegment): number => (sold ? scorecard.revenue : scorecard.members);
  const twelve = shown
    .filter(({ scorecard }) => scorecard.share <= 0.5)
    .sort((a, b) => size(b) - size(a))
    .slice(0, 12);
  if (twelve.length < 2) return false;
  const title = sold ? 'Revenue of the last 12 months by segment' : 'Customers by segment';
  const bars = twelve.map((segment) => {
    const people = counted(segment.scorecard.members, 'person', 'people');
    return { name: segment.name, value: size(segment), label: sold ? `${words.shortMoney(segment.scorecard.revenue)} · ${people}` : people };
  });
  return html`<h3>${title}</h3>${barChart('segment-bars', `${title}, the ${twelve.length} largest that hold at most half of all customers`, bars, 1030)}<p class="small muted">The largest that hold at most half of all customers. A customer can be in several segments, so they add up to more than the whole.</p>`;
}

/** That groups cut by spending hold much of it is no news. */
const byMoney: ReadonlySet<string> = new Set(['Value', 'RFM', 'Lifecycle']);

function finding(data: ReportData, shown: readonly ReportSegment[]): Html {
  const empty = data.segments.length - shown.length;
  const gain = ({ scorecard }: ReportSegment): number => scorecard.revenueShare - scorecard.share;
  const fit = [...shown].sort((a, b) => gain(b) - gain(a)).filter((segment) => segment.scorecard.warnings.length === 0);
  const densest = fit.find((segment) => !byMoney.has(segment.folder) && gain(segment) > 0.05) ?? fit[0];
  const warned = shown.filter((segment) => segment.scorecard.warnings.length > 0).length;
  return html`${counted(shown.length, 'segment holds', 'segments hold')} people${empty > 0 && html`, ${count(empty)} ${empty === 1 ? 'is' : 'are'} empty`}. ${
    densest !== undefined &&
    gain(densest) > 0 &&
    html`Most money in fewest hands: <strong>${name(densest.name)}</strong>, ${share(densest.scorecard.share)} of customers and ${share(densest.scorecard.revenueShare)} of the last 12 months' revenue.`
  } ${warned > 0 && html`${counted(warned, 'segment')} could be better; the tags say how.`}`;
}

function merges(data: ReportData): Html | false {
  if (data.merges.length === 0) return false;
  const nameOf = new Map(data.segments.map((segment) => [segment.slug, segment.name]));
  const named = (slug: string): Html => name(nameOf.get(slug) ?? slug);
  return html`<h3>Segments that could be one</h3><ul class="small">${data.merges.map((merge) => html`<li>${named(merge.merge)} into ${named(merge.keep)}: ${merge.because}.</li>`)}</ul>`;
}
