import type { Estimate, HoldOut, ModelCandidate, ValueDetails } from '../../contract/index.ts';
import { money, plural, share, wholeNumber } from './numbers.ts';
import { renderRows, renderTable } from './table.ts';

/** What only the value model's card has, as titled parts. */
export const valueParts = (details: ValueDetails, addsUpTo: number | null = null): readonly (readonly [title: string, text: string])[] => [
  ['To come', totals(details, addsUpTo)],
  ['Candidates', renderCandidates(details.candidates)],
  ['Held back', quality(details)],
  ['Parameters', parameters(details)],
  ['Intervals', details.intervals],
];

function totals({ totals: { orders_90d, value_12m, active_customers }, data: { currency } }: ValueDetails, addsUpTo: number | null): string {
  const between = ({ expected, low, high }: Estimate, show: (value: number) => string): string =>
    `${show(expected)} (${show(low)} to ${show(high)} in four of five cases)`;
  return [
    `orders in 90 days    ${between(orders_90d, wholeNumber)}`,
    `value in 12 months   ${between(value_12m, (value) => money(value, currency))}`,
    active_customers === null ? '' : `still customers      ${wholeNumber(active_customers)}`,
    addsUpTo === null
      ? ''
      : `Customers’ pages add up to ${money(addsUpTo, currency)} in 12 months today, by all models that act; the lines above are of this model alone, when it learned.`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Candidates beside each other; the chosen one is marked. */
const renderCandidates = (candidates: readonly ModelCandidate[]): string =>
  renderRows(
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

const within = (what: string, holds: number, promises = 0.8): string =>
  `${what} of ${share(holds)} of the customers lay in their interval, which promise ${share(promises)}`;

function quality({ hold_out: held, data: { currency } }: ValueDetails): string {
  if (held === null) return 'There is too little history to hold any back: nothing is known of how well this does.';
  const against = (mae: number, baseline: number): string =>
    baseline === 0 ? `as ${held.baseline}` : `${share(1 - mae / baseline)} less error than ${held.baseline}`;
  const told = ({ orders, money: spent, interval_holds: holds, interval_promises: promises, ...of }: Told): readonly string[] => [
    `orders  foretold ${wholeNumber(orders.predicted)}, came ${wholeNumber(orders.actual)}; off by ${orders.mae.toFixed(3)} a customer, ${against(orders.mae, orders.baseline_mae)}`,
    ...(spent.predicted === 0 && spent.actual === 0
      ? []
      : [
          `money   foretold ${money(spent.predicted, currency)}, came ${money(spent.actual, currency)}; off by ${spent.mae.toFixed(2)} a customer, ${against(spent.mae, spent.baseline_mae)}`,
        ]),
    `${within('orders', holds, promises)}${of.money_interval_holds === undefined || (spent.predicted === 0 && spent.actual === 0) ? '' : `; ${within('money', of.money_interval_holds, of.money_interval_promises)}`}.`,
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
      of.calibration.map((row, index) => ({ ...row, tenth: index + 1 })),
    ),
    '',
  ];
  const { served } = held;
  const weeks = (served ?? held).weekly;
  return [
    `Held back: ${held.from} to ${held.until}, ${plural(held.customers, 'customer')}.`,
    ...(served === undefined ? told(held) : [`With “${served.beside}”, as customers’ pages go by it:`, ...told(served), 'This model alone:', ...told(held)]),
    renderTable(
      [
        { title: 'week', align: 'right', cell: (row: Week) => String(row.week) },
        { title: 'foretold', align: 'right', cell: (row) => wholeNumber(row.predicted) },
        { title: 'came', align: 'right', cell: (row) => wholeNumber(row.actual) },
        { title: '', cell: (row) => bar(row, weeks) },
      ],
      weeks,
    ),
  ].join('\n');
}

/** What is told of one model alone, or of both together. */
type Told = Omit<NonNullable<HoldOut['served']>, 'beside'>;
type Tenth = NonNullable<ValueDetails['hold_out']>['calibration'][number] & { readonly tenth: number };
type Week = NonNullable<ValueDetails['hold_out']>['weekly'][number];

/** What came as a bar, with a mark where it was foretold to be. */
function bar({ predicted, actual }: Week, weeks: readonly Week[]): string {
  const most = Math.max(1, ...weeks.map((week) => Math.max(week.predicted, week.actual)));
  const place = (value: number): number => Math.round((36 * value) / most);
  return Array.from({ length: 37 }, (_, column) => (column === place(predicted) ? '│' : column < place(actual) ? '█' : ' ')).join('');
}

function parameters({ parameters: rows }: ValueDetails): string {
  if (rows.length === 0) return '';
  return renderTable(
    [
      { title: 'name', cell: (row: (typeof rows)[number]) => row.name },
      { title: 'value', align: 'right', cell: (row) => row.value.toPrecision(4) },
      { title: '95%', cell: (row) => (row.low === null || row.high === null ? '' : `${row.low.toPrecision(3)} to ${row.high.toPrecision(3)}`) },
      { title: 'meaning', cell: (row) => row.meaning, max: 90 },
    ],
    rows,
  );
}
