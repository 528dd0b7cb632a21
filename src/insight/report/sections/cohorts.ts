import type { Cohort, ReportData } from '../../../contract/index.ts';
import { evenLevel } from '../../charts/colours.ts';
import { heatChart } from '../../charts/heat.ts';
import type { Html } from '../html.ts';
import { behind, panel, table } from '../parts.ts';
import { count, periodName, share } from '../words.ts';

/** Of the customers who started together, how many came back in each period after. */
export function cohorts(data: ReportData): Html {
  const { unit } = data.cohorts;
  const rows = data.cohorts.cohorts.filter((cohort) => cohort.retained.length > 0);
  const longest = Math.max(0, ...rows.map((cohort) => cohort.retained.length));
  if (rows.length < 2 || longest === 0) return panel('cohorts', 'Who comes back', 'Customers have started in fewer than two periods, too few to compare.');
  const columns = Array.from({ length: longest }, (_, index) => String(index + 1));
  const cells = rows.flatMap((cohort, y) =>
    cohort.retained.flatMap((value, x) => (value === null ? [] : [{ x, y, level: evenLevel(value, largest(rows)), label: `${Math.round(value * 100)}` }])),
  );
  const chart = heatChart({
    id: 'cohort-map',
    title: `Share of each ${unit}'s new customers who ordered again in the ${unit}s after, in percent`,
    width: 1030,
    columns,
    rows: rows.map((cohort) => `${periodName(cohort.starts, unit)} (${count(cohort.customers)})`),
    rowHeight: 30,
    columnTitle: `${unit}s after the first order; percent who ordered in it`,
    narrowLabels: columns.length <= 8,
    cells,
  });
  const numbers = table<Cohort>(
    `New customers per ${unit}, and the share that ordered again ${unit} by ${unit}`,
    [
      { title: 'Started', cell: (cohort) => periodName(cohort.starts, unit) },
      { title: 'Customers', cell: (cohort) => count(cohort.customers), numeric: true },
      ...columns.map((title, index) => ({
        title,
        cell: (cohort: Cohort) => shownShare(cohort.retained[index]),
        numeric: true,
      })),
    ],
    rows,
  );
  return panel(
    'cohorts',
    'Who comes back',
    finding(data),
    chart,
    behind(
      `Customers are grouped by the ${unit} of their first order. A cell is the share of the group with at least one order in that later ${unit}; ${unit}s that are not over are left out.`,
      numbers,
    ),
  );
}

const shownShare = (value: number | null | undefined): string => (typeof value === 'number' ? share(value) : '');

const largest = (rows: readonly Cohort[]): number => Math.max(1e-9, ...rows.flatMap((cohort) => cohort.retained.filter((value) => value !== null)));

function finding({ cohorts: { unit, cohorts: rows } }: ReportData): string {
  const average = (index: number): number | undefined => {
    const known = rows.filter((cohort) => typeof cohort.retained[index] === 'number');
    const people = known.reduce((sum, cohort) => sum + cohort.customers, 0);
    return people === 0 ? undefined : known.reduce((sum, cohort) => sum + (cohort.retained[index] ?? 0) * cohort.customers, 0) / people;
  };
  const [first, third] = [average(0), average(2)];
  if (first === undefined) return `No ${unit} after the first is over yet.`;
  return `${share(first)} of new customers order again in the ${unit} after their first order${third === undefined ? '' : `, and ${share(third)} in the third`}.`;
}
