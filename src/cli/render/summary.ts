import { styleText } from 'node:util';
import type { SegmentFigures, Summary } from '../../app/index.ts';
import { money, plural, share, wholeNumber } from './numbers.ts';
import { renderTable } from './table.ts';

/** What an owner wants to see after an import: how many, what they are worth, which groups matter, and where to go on. `dataOption` is what those commands need to find the workspace. */
export function renderSummary(summary: Summary, currency: string, dataOption: string): string {
  if (summary.customers === 0)
    return 'No customers yet: nothing that was imported names anybody by a customer id, an e-mail address or a phone number. Orders or a list of customers do.';
  const bought =
    summary.buyers > 0
      ? `; ${plural(summary.buyers, 'customer has', 'have')} ordered${summary.revenue === 0 ? '' : `, revenue ${money(summary.revenue, currency)}`}`
      : '';
  return [
    styleText('bold', `${plural(summary.customers, 'customer')} known${bought}.`),
    ...(summary.groups.length === 0 ? [] : ['', groups(summary.groups, summary.revenue === 0 ? undefined : currency)]),
    '',
    ...(summary.endsLongAgo === null
      ? []
      : [
          `Your data ends on ${summary.endsLongAgo.slice(0, 10)}: seen from today, nearly everyone has gone quiet. Add --as-of latest to look from its end.`,
          '',
        ]),
    `${plural(summary.segments, 'segment')} in all: \`clientele segments list${dataOption}\`. ${summary.example === null ? '' : `Ask for any group: \`clientele preview '${summary.example}'${dataOption}\`. `}For a page to read: \`clientele report${dataOption}\`.`,
  ].join('\n');
}

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
