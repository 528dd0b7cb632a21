import { styleText } from 'node:util';
import type { SegmentFigures, Summary } from '../../app/index.ts';
import type { Workspace } from '../../core/index.ts';
import { localDay, money, plural, share, wholeNumber } from './numbers.ts';
import { renderTable } from './table.ts';

/** What an owner wants to see after an import: how many, what they are worth, which groups matter, and where to go on. `options` are what those commands need to find the workspace and to look from the same moment. */
export function renderSummary(summary: Summary, { currency, zone }: Workspace, options: string): string {
  if (summary.customers === 0)
    return 'No customers yet: nothing that was imported names anybody by a customer id, an e-mail address or a phone number. Orders or a list of customers do.';
  const bought =
    summary.buyers > 0
      ? `; ${plural(summary.buyers, 'customer has', 'have')} ordered${summary.revenue === 0 ? '' : `, revenue ${money(summary.revenue, currency)}${ofNobody(summary, currency)}`}`
      : '';
  return [
    styleText('bold', `${plural(summary.customers, 'customer')} known${bought}.`),
    ...(summary.groups.length === 0 ? [] : ['', groups(summary.groups, summary.revenue === 0 ? undefined : currency)]),
    '',
    ...(summary.endsLongAgo === null ? [] : [renderEnd(summary.endsLongAgo, zone), '']),
    `${plural(summary.segments, 'segment')} in all: \`clientele segments list${options}\`. ${summary.example === null ? '' : `Ask for any group: \`clientele preview '${summary.example}'${options}\`. `}For a page to read: \`clientele report${options}\`.`,
  ].join('\n');
}

/** Groups have what customers spent, which is less than the revenue where orders name none. */
const ofNobody = ({ unattributed }: Summary, currency: string): string =>
  Math.abs(unattributed) < 0.5 ? '' : ` (${money(unattributed, currency)} of it from orders that name no customer)`;

/** That the newest fact is long ago, wherever figures are seen from now. */
export const renderEnd = (newest: string, zone: string): string =>
  `Your data ends on ${localDay(newest, zone)}: seen from today, nearly everyone has gone quiet. Add --as-of latest to look from its end.`;

/** Without a currency nothing is known that anybody spent. */
const groups = (figures: readonly SegmentFigures[], currency: string | undefined): string =>
  renderTable(
    [
      { title: 'group', cell: (figure: SegmentFigures) => figure.name },
      { title: 'customers', align: 'right', cell: (figure) => wholeNumber(figure.members ?? 0) },
      { title: 'share', align: 'right', cell: (figure) => share(figure.share ?? 0) },
      ...(currency === undefined
        ? []
        : [
            { title: 'spent', align: 'right' as const, cell: (figure: SegmentFigures) => money(figure.revenue ?? 0, currency) },
            { title: 'of all', align: 'right' as const, cell: (figure: SegmentFigures) => share(figure.revenue_share ?? 0) },
          ]),
    ],
    figures,
  );
