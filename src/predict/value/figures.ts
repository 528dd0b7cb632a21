import type { Backtest, HoldOut, ModelFigure, ValueBacktest, ValueDetails } from '../../contract/index.ts';
import { shareOf, writtenDate } from '../../core/index.ts';
import { coverage } from './order-distribution.ts';

/** The hold-out's figures as every card has them. */
export function valueFigures(held: HoldOut | null): readonly ModelFigure[] {
  if (held === null) return [];
  const told = held.served ?? held;
  const alone = (mae: (of: typeof told) => number): string =>
    held.served === undefined ? '' : ` Told with “${held.served.beside}”, as customers’ pages are; this model alone is off by ${mae(held).toFixed(2)}.`;
  const against = { low: null, high: null, baseline_label: held.baseline, better: 'lower' } as const;
  const less = (mae: number, baseline: number): string => (baseline === 0 ? 'as far off as' : `${Math.round(100 * (1 - mae / baseline))}% less far off than`);
  return [
    {
      ...against,
      measure: 'mae_orders',
      label: 'Orders per customer, mean error',
      value: told.orders.mae,
      baseline: told.orders.baseline_mae,
      meaning: `Off by ${told.orders.mae.toFixed(2)} orders a customer, ${less(told.orders.mae, told.orders.baseline_mae)} ${held.baseline}.${alone(({ orders }) => orders.mae)}`,
    },
    ...(hasMoney(held)
      ? [
          {
            ...against,
            measure: 'mae_money',
            label: 'Money per customer, mean error',
            value: told.money.mae,
            baseline: told.money.baseline_mae,
            meaning: `In money off by ${told.money.mae.toFixed(2)} a customer, ${less(told.money.mae, told.money.baseline_mae)} ${held.baseline}.${alone(({ money }) => money.mae)}`,
          },
        ]
      : []),
    ...heldFigures('interval_holds', 'orders', 'ordered as often', told.interval_holds, told.interval_promises),
    ...(hasMoney(held) ? heldFigures('money_interval_holds', 'money', 'spent as much', told.money_interval_holds, told.money_interval_promises) : []),
  ];
}

/** Where orders came without amounts nothing was foretold in money, and nothing of it can be right or wrong. */
export const hasMoney = ({ money, served }: Pick<HoldOut, 'money' | 'served'>): boolean =>
  [money, served?.money].some((told) => told !== undefined && (told.predicted > 0 || told.actual > 0));

/** How often intervals held what happened, beside what they hold by their own account; nothing of what a card of before does not say. */
function heldFigures(measure: string, what: string, did: string, holds: number | undefined, promises = coverage): readonly ModelFigure[] {
  if (holds === undefined) return [];
  return [
    {
      measure,
      label: `Customers within their interval of ${what}`,
      value: holds,
      low: null,
      high: null,
      baseline: promises,
      baseline_label: 'what the intervals promise',
      better: 'higher',
      meaning: `${shareOf(holds)} of the customers ${did} as their interval said. ${promiseOf(promises)}`,
    },
  ];
}

/** Why an interval that is made for four in five promises more. */
export const promiseOf = (promises: number): string =>
  `Intervals are made for 80%; on average they promise ${Math.round(100 * promises)}%, since orders are whole numbers and of many customers no order alone is likelier than that.`;

/** Which data was learned from, in a sentence. */
export function seenOf({ customers, repeat_customers, orders, first_order, last_order }: ValueDetails['data']): string {
  const when = first_order === null ? '' : `, ${writtenDate(first_order)} to ${writtenDate(last_order ?? first_order)}`;
  return `${customers.toLocaleString('en-GB')} customers, ${repeat_customers.toLocaleString('en-GB')} who came back, ${orders.toLocaleString('en-GB')} orders by day${when}.`;
}

export const valueBacktestAnswer = (report: ValueBacktest, details: ValueDetails): Backtest => ({
  model: report.model,
  as_of: report.as_of,
  horizon_days: report.horizon_days,
  cut_offs: report.cut_offs,
  quality: valueFigures(details.hold_out),
  chosen: report.chosen,
  because: report.because,
  needs: report.needs,
  details,
});
