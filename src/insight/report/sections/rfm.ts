import type { ReportData, RfmGroup } from '../../../contract/index.ts';
import { level } from '../../charts/colours.ts';
import { heatChart } from '../../charts/heat.ts';
import type { Html } from '../html.ts';
import { behind, panel, table } from '../parts.ts';
import { count, counted, days, share, type Words } from '../words.ts';

const scores = [1, 2, 3, 4, 5];

/** Where value sits: recency against frequency. */
export function rfm(data: ReportData, words: Words): Html {
  const { cells, groups } = data.rfm;
  if (cells.length === 0) return panel('rfm', 'Where value sits', 'Nobody has ordered yet, so there is no map to draw.');
  const most = Math.max(...cells.map((cell) => cell.spent));
  const chart = heatChart({
    id: 'rfm-map',
    title: 'Customers by how lately and how often they ordered; darker cells hold more revenue',
    width: 1030,
    columns: ['1 rarely', '2', '3', '4', '5 often'],
    rows: ['5 lately', '4', '3', '2', '1 long ago'],
    rowHeight: 52,
    columnTitle: 'how often (F)',
    cells: scores.flatMap((r) =>
      scores.map((f) => {
        const cell = cells.find((each) => each.r === r && each.f === f);
        return {
          x: f - 1,
          y: 5 - r,
          level: level(cell?.spent ?? 0, most),
          label: cell === undefined ? '' : count(cell.customers),
          ...(cell === undefined ? {} : { note: cell.segment }),
        };
      }),
    ),
  });
  const numbers = table<RfmGroup>(
    'The groups of the map',
    [
      { title: 'Group', cell: (group) => group.segment },
      { title: 'Customers', cell: (group) => count(group.customers), numeric: true },
      { title: 'Spent in all', cell: (group) => words.money(Math.round(group.spent)), numeric: true },
      { title: 'Orders each', cell: (group) => group.orders.toFixed(1), numeric: true },
      { title: 'Last order', cell: (group) => `${days(group.daysSince)} ago`, numeric: true },
    ],
    groups,
  );
  return panel(
    'rfm',
    'Where value sits',
    finding(groups),
    chart,
    behind(
      'Each customer gets 1 to 5 for how lately they ordered (R), how often (F) and how much they spent (M): 1 + the share of customers who do worse, in fifths, so that ties share a score. Cells show customers; their colour the money spent. Group names follow from R and F.',
      numbers,
    ),
  );
}

function finding(groups: readonly RfmGroup[]): string {
  const total = groups.reduce((sum, group) => sum + group.spent, 0);
  const richest = [...groups].sort((a, b) => b.spent - a.spent)[0];
  if (richest === undefined || total <= 0) return 'Customers by how lately and how often they ordered.';
  const risky = groups.filter((group) => group.segment === 'At Risk' || group.segment.startsWith('Can'));
  const people = risky.reduce((sum, group) => sum + group.customers, 0);
  const money = risky.reduce((sum, group) => sum + group.spent, 0);
  const second =
    people === 0
      ? ''
      : ` ${counted(people, 'customer')} who used to order often ${people === 1 ? 'does' : 'do'} so no more; they brought ${share(money / total)}.`;
  return `${richest.segment} are ${counted(richest.customers, 'customer')} and brought ${share(richest.spent / total)} of all money spent.${second}`;
}
