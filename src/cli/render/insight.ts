import { shareOf } from '../../core/index.ts';
import type { CohortAnalysisAnswer, ForecastAnswer, MigrationAnswer } from '../../contract/schemas.ts';
import type { Workspace } from '../../core/index.ts';
import { money, share, wholeNumber } from './numbers.ts';
import { renderTable } from './table.ts';

/** Finding, table, and how it was computed: the same order for every answer about the business. */
export const withHow = (sentence: string, table: string, how: string): string => [sentence, ...(table === '' ? [] : ['', table]), '', how].join('\n');

export function renderForecast(found: ForecastAnswer, { currency }: Workspace): string {
  const shown = (value: number): string => (found.unit === 'money' ? money(value, currency) : wholeNumber(value));
  const points = renderTable(
    [
      { title: 'week from', cell: (point: ForecastAnswer['points'][number]) => point.starts },
      { title: 'expected', align: 'right', cell: (point) => shown(point.expected) },
      { title: '4 in 5', cell: (point) => `${shown(point.low)} to ${shown(point.high)}` },
      { title: '19 in 20', cell: (point) => `${shown(point.low95)} to ${shown(point.high95)}` },
      { title: 'holidays', cell: (point) => point.holidays.join(', ') },
    ],
    found.points,
  );
  const tried = renderTable(
    [
      { title: 'way to foretell', cell: (each: ForecastAnswer['candidates'][number]) => `${each.chosen ? '* ' : '  '}${each.label}`, max: 72 },
      { title: 'off by', align: 'right', cell: (each) => (each.wape === null ? '' : share(each.wape)) },
    ],
    found.candidates,
  );
  const held =
    found.coverage === null
      ? ''
      : `Intervals of four in five held ${share(found.coverage.shown)} of ${found.coverage.weeks} weeks looked back on (${share(found.coverage.raw)} before they were widened).`;
  const last =
    found.last_week === null
      ? ''
      : `Last whole week (${found.last_week.starts}): ${shown(found.last_week.actual)}, ${found.last_week.outside ? 'outside' : 'within'} ${shown(found.last_week.low95)} to ${shown(found.last_week.high95)}.`;
  if (found.points.length === 0) return withHow(found.sentence, '', found.how);
  return withHow(
    found.sentence,
    [points, '', ...(found.chosen === null ? [] : [found.chosen.because]), tried, held, last].filter((line, at) => at === 1 || line !== '').join('\n'),
    found.how,
  );
}

export function renderCohortAnalysis(found: CohortAnalysisAnswer, { currency }: Workspace): string {
  const shown = (value: number | null): string =>
    value === null ? '' : found.measure === 'retention' ? shareOf(value) : found.measure === 'orders' ? value.toFixed(2) : money(value, currency);
  const longest = Math.min(13, Math.max(0, ...found.rows.map(({ cells }) => cells.length)));
  type Line = Pick<CohortAnalysisAnswer['rows'][number], 'label' | 'cells'> & { readonly people: number | null };
  const lines: readonly Line[] = [...found.rows, { label: 'all', people: null, cells: found.average }];
  const table = renderTable(
    [
      { title: found.by, cell: (line: Line) => line.label },
      { title: 'people', align: 'right' as const, cell: (line: Line) => (line.people === null ? '' : wholeNumber(line.people)) },
      ...Array.from({ length: longest }, (_, after) => ({
        title: String(after),
        align: 'right' as const,
        cell: (line: Line) => shown(line.cells[after]?.value ?? null),
      })),
    ],
    lines,
  );
  return withHow(found.sentence, found.rows.length === 0 ? '' : `${table}\n\n${equityTable(found, currency)}`, found.how);
}

type Equity = CohortAnalysisAnswer['equity'][number];

/** Customer equity: what came in from whom, and what is still to come of all customers so far. */
function equityTable({ equity, by }: CohortAnalysisAnswer, currency: string): string {
  const amount = (value: number | null): string => (value === null ? '' : money(value, currency));
  const more = equity.some(({ by_orders_12m: orders, expected_12m: pages }) => orders !== pages);
  return renderTable(
    [
      { title: by, cell: (row: CohortAnalysisAnswer['equity'][number]) => `${row.starts}${row.complete ? '' : ' (still runs)'}` },
      { title: 'customers so far', align: 'right', cell: (row) => wholeNumber(row.customers) },
      { title: 'from new', align: 'right', cell: (row) => amount(row.revenue_new) },
      { title: 'from returning', align: 'right', cell: (row) => amount(row.revenue_returning) },
      { title: 'brought each', align: 'right', cell: (row) => amount(row.per_customer) },
      ...(equity.some(({ by_orders_12m: worth }) => worth !== null)
        ? [{ title: `12 months to come${more ? ', by orders alone' : ''}`, align: 'right' as const, cell: (row: Equity) => amount(row.by_orders_12m) }]
        : []),
      ...(more ? [{ title: 'as customers’ pages say', align: 'right' as const, cell: (row: Equity) => amount(row.expected_12m) }] : []),
    ],
    equity,
  );
}

export function renderMigration(found: MigrationAnswer, { currency }: Workspace): string {
  const moves = found.flows.filter(({ from, to }) => from !== to).toSorted((a, b) => a.step - b.step || b.people - a.people);
  const date = (step: number): string => found.moments[step]?.date ?? '';
  const table = renderTable(
    [
      { title: 'until', cell: (flow: MigrationAnswer['flows'][number]) => date(flow.step + 1) },
      { title: 'from', cell: (flow) => flow.from ?? '(came)' },
      { title: 'to', cell: (flow) => flow.to },
      { title: 'people', align: 'right', cell: (flow) => wholeNumber(flow.people) },
      { title: 'share of from', align: 'right', cell: (flow) => (flow.from === null ? '' : share(flow.share)) },
      { title: 'had spent', align: 'right', cell: (flow) => money(flow.revenue, currency) },
    ],
    moves.slice(0, 40),
  );
  return withHow(found.sentence, moves.length === 0 ? '' : table, found.how);
}
