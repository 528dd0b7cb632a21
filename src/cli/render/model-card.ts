import { styleText } from 'node:util';
import type { Backtest, Estimate, ModelCandidate, ModelCard, ModelNeed } from '../../contract/index.ts';
import type { Workspace } from '../../core/index.ts';
import { localDay, money, plural, share, wholeNumber } from './numbers.ts';
import { renderTable } from './table.ts';

/** A model card as a shop owner reads it. */
export function renderCard(card: ModelCard, { zone }: Workspace): string {
  return [
    `${styleText('bold', card.title)} (${card.model} ${card.version}, ${card.status})`,
    `${card.method}. Facts until ${localDay(card.as_of, zone)}, ${plural(card.age_days, 'day')} ago.`,
    card.status === 'candidate' ? `It does not act yet: clientele predict approve ${card.model} ${card.version}` : '',
    section('To come', totals(card)),
    section('Seen', data(card)),
    section('Why this method', card.chosen_because),
    card.candidates.length === 0 ? '' : renderCandidates(card.candidates),
    section('How well', quality(card)),
    section(
      'What it foretells',
      renderTable(
        [
          { title: 'trait', cell: (one: ModelCard['predicts'][number]) => one.trait },
          { title: 'meaning', cell: (one) => one.meaning, max: 130 },
        ],
        card.predicts,
      ),
    ),
    section('Parameters', parameters(card)),
    section('Intervals', card.intervals),
    section('Limits', card.limits.map((limit) => `- ${limit}`).join('\n')),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const section = (title: string, text: string): string => (text === '' ? '' : `\n${styleText('bold', title)}\n${text}`);

function totals({ totals: { orders_90d, value_12m, active_customers }, data: { currency } }: ModelCard): string {
  const between = ({ expected, low, high }: Estimate, show: (value: number) => string): string =>
    `${show(expected)} (${show(low)} to ${show(high)} in four of five cases)`;
  return [
    `orders in 90 days    ${between(orders_90d, wholeNumber)}`,
    `value in 12 months   ${between(value_12m, (value) => money(value, currency))}`,
    active_customers === null ? '' : `still customers      ${wholeNumber(active_customers)}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function data({ data: { customers, repeat_customers, orders, first_order, last_order, weeks } }: ModelCard): string {
  const when = first_order === null ? '' : `, ${first_order} to ${last_order ?? first_order} (${weeks} weeks)`;
  return `${plural(customers, 'customer')}, ${wholeNumber(repeat_customers)} who came back, ${plural(orders, 'order')} by day${when}.`;
}

/** Candidates beside each other; the chosen one is marked. */
export const renderCandidates = (candidates: readonly ModelCandidate[]): string =>
  renderTable(
    [
      { title: '', cell: (one: ModelCandidate) => (one.chosen ? '→' : '') },
      { title: 'candidate', cell: (one) => one.label },
      { title: 'deviance', align: 'right', cell: (one) => one.quality.deviance.toFixed(4) },
      { title: 'above best', align: 'right', cell: (one) => `${one.above.toFixed(4)} ± ${one.error.toFixed(4)}` },
      { title: 'MAE', align: 'right', cell: (one) => one.quality.mae.toFixed(3) },
      { title: 'predicted', align: 'right', cell: (one) => wholeNumber(one.quality.predicted) },
      { title: 'actual', align: 'right', cell: (one) => wholeNumber(one.quality.actual) },
    ],
    candidates,
  );

function quality({ hold_out: held, data: { currency } }: ModelCard): string {
  if (held === null) return 'There is too little history to hold any back: nothing is known of how well this does.';
  const { orders, money: spent } = held;
  const against = (mae: number, baseline: number): string => `${share(1 - mae / baseline)} less error than ${held.baseline}`;
  return [
    `Held back: ${held.from} to ${held.until}, ${plural(held.customers, 'customer')}.`,
    `orders  foretold ${wholeNumber(orders.predicted)}, came ${wholeNumber(orders.actual)}; off by ${orders.mae.toFixed(3)} a customer, ${against(orders.mae, orders.baseline_mae)}`,
    `money   foretold ${money(spent.predicted, currency)}, came ${money(spent.actual, currency)}; off by ${spent.mae.toFixed(2)} a customer, ${against(spent.mae, spent.baseline_mae)}`,
    `${share(held.interval_holds)} of customers' orders lay in their interval, made to hold 80 % or more.`,
    '',
    renderTable(
      [
        { title: 'tenth', align: 'right', cell: (row: Tenth) => String(row.tenth) },
        { title: 'customers', align: 'right', cell: (row) => wholeNumber(row.customers) },
        { title: 'orders foretold', align: 'right', cell: (row) => row.predicted_orders.toFixed(3) },
        { title: 'came', align: 'right', cell: (row) => row.actual_orders.toFixed(3) },
        { title: 'ordering foretold', align: 'right', cell: (row) => share(row.predicted_share) },
        { title: 'did', align: 'right', cell: (row) => share(row.actual_share) },
      ],
      held.calibration.map((row, index) => ({ ...row, tenth: index + 1 })),
    ),
    '',
    renderTable(
      [
        { title: 'week', align: 'right', cell: (row: Week) => String(row.week) },
        { title: 'foretold', align: 'right', cell: (row) => wholeNumber(row.predicted) },
        { title: 'came', align: 'right', cell: (row) => wholeNumber(row.actual) },
        { title: '', cell: (row) => bar(row, held.weekly) },
      ],
      held.weekly,
    ),
  ].join('\n');
}

type Tenth = NonNullable<ModelCard['hold_out']>['calibration'][number] & { readonly tenth: number };
type Week = NonNullable<ModelCard['hold_out']>['weekly'][number];

/** What came as a bar, with a mark where it was foretold to be. */
function bar({ predicted, actual }: Week, weeks: readonly Week[]): string {
  const most = Math.max(1, ...weeks.map((week) => Math.max(week.predicted, week.actual)));
  const place = (value: number): number => Math.round((36 * value) / most);
  return Array.from({ length: 37 }, (_, column) => (column === place(predicted) ? '│' : column < place(actual) ? '█' : ' ')).join('');
}

function parameters({ parameters: rows }: ModelCard): string {
  if (rows.length === 0) return '';
  return renderTable(
    [
      { title: 'name', cell: (row: (typeof rows)[number]) => row.name },
      { title: 'value', align: 'right', cell: (row) => row.value.toPrecision(4) },
      { title: '95 %', cell: (row) => (row.low === null || row.high === null ? '' : `${row.low.toPrecision(3)} to ${row.high.toPrecision(3)}`) },
      { title: 'meaning', cell: (row) => row.meaning, max: 90 },
    ],
    rows,
  );
}

/** A back-test by itself. */
export function renderBacktest(backtest: Backtest): string {
  const { candidates, because, cut_offs, horizon_days, needs } = backtest;
  return [
    candidates.length === 0 ? '' : `${horizon_days} days after each of ${cut_offs.join(', ')}:`,
    candidates.length === 0 ? '' : renderCandidates(candidates),
    because,
    needs.length === 0 ? '' : `\n${renderNeeds(needs)}`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const renderNeeds = (needs: readonly ModelNeed[]): string => {
  const counts = ({ customers, repeat_customers, weeks }: ModelNeed['needs']): string =>
    `${wholeNumber(customers)} customers, ${wholeNumber(repeat_customers)} of them again, ${wholeNumber(weeks)} weeks`;
  return renderTable(
    [
      { title: 'candidate', cell: (need: ModelNeed) => need.label },
      { title: 'needs', cell: (need) => counts(need.needs) },
      { title: 'has', cell: (need) => counts(need.has) },
      { title: 'enough', cell: (need) => (need.enough ? 'yes' : 'no') },
    ],
    needs,
  );
};
