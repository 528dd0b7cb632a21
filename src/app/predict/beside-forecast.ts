import type { ValueBesideForecast } from '../../contract/index.ts';
import { findModel } from '../../predict/index.ts';
import { sql } from '../../sql/index.ts';
import { insightAt } from '../insight/context.ts';
import { forecast } from '../insight/forecast.ts';
import type { App } from '../open.ts';
import { readCard } from './read-card.ts';

/** A quarter: what both foretell. */
const weeks = 13;
/** Four cases in five lie within so many mean absolute errors, if errors are normal: 1.28 standard deviations, of which a mean absolute error is 0.80. */
const within = 1.6;

export type TwoSums = {
  /** What customers' pages say of three months, and the half of its interval as a part of it. */
  readonly pages: number;
  readonly pagesSpread: number;
  /** What the shop's own forecast says of thirteen weeks, and by which part it was off when looked back on. */
  readonly shop: number;
  readonly shopOff: number;
  /** Which part of the money of the last thirteen weeks came from customers who were known before. */
  readonly known: number;
  /** What the model foretold of the weeks held back, and what came. */
  readonly held: { readonly predicted: number; readonly actual: number } | null;
};

/**
 * Whether what is foretold of customers, added up, agrees with what is foretold of the shop as a whole. Customers' pages know nothing of customers to come, so the shop's forecast is taken by the part that known ones brought lately. Where the two lie apart by more
 * than their intervals the one is trusted that was less far off in sum when it was held against what came.
 */
export function besideForecast({ pages, pagesSpread, shop, shopOff, known, held }: TwoSums, money: (amount: number) => string): ValueBesideForecast {
  const theirs = { expected: pages, low: pages * Math.max(0, 1 - pagesSpread), high: pages * (1 + pagesSpread) };
  const expected = shop * known;
  const own = { expected, low: expected * Math.max(0, 1 - within * shopOff), high: expected * (1 + within * shopOff) };
  const agree = theirs.low <= own.high && own.low <= theirs.high;
  const modelOff = held === null || held.actual <= 0 ? null : Math.abs(held.predicted / held.actual - 1);
  const trust = agree ? 'both' : modelOff === null || modelOff >= shopOff ? 'forecast' : 'customers';
  const share = (value: number): string => `${Math.round(100 * value)}%`;
  const said = `Customers’ pages add up to ${money(pages)} in the next three months; the shop’s own forecast of revenue is ${money(shop)} in ${weeks} weeks, about ${money(expected)} of it from customers who are known today`;
  const errors = `${modelOff === null ? 'nothing could be held back to judge this model by' : `this model’s sum was ${share(modelOff)} off for the weeks held back`}, the forecast ${share(shopOff)} a week when looked back on`;
  const advice = {
    both: `: they agree within their intervals.`,
    forecast: `. They differ by more than their intervals: for the shop as a whole trust the forecast, which follows the weeks as they are now (${errors}). Who is worth more than whom is still told by customers’ pages, but their money adds up to too ${pages > expected ? 'much' : 'little'}.`,
    customers: `. They differ by more than their intervals: trust customers’ pages (${errors}).`,
  };
  return { weeks, customers: theirs, shop, known: own, agree, trust, sentence: `${said}${advice[trust]}` };
}

/** Of the version that acts, by the traits of the last refresh; null where none does, where orders have no amounts, or where nothing is foretold of the shop. */
export async function valueBesideForecast(app: App): Promise<ValueBesideForecast | null> {
  const stored = await findModel(app.control, 'value');
  if (stored?.status !== 'approved') return null;
  const { warehouse } = app;
  const scored = await warehouse.row(sql`select 1 as found from duckdb_columns() where table_name = 'features' and column_name = 'predicted_value_3m'`);
  const { details } = readCard(stored);
  if (scored === undefined || details.kind !== 'value') return null;
  const { total, candidates } = await forecast(app, { measure: 'revenue', weeks });
  const off = candidates.find(({ chosen }) => chosen)?.wape ?? null;
  const found = await warehouse.row<{ pages: number | null }>(sql`select sum(predicted_value_3m)::DOUBLE as pages from features`);
  const { at } = await insightAt(app, undefined);
  const came = await warehouse.row<{ known: number | null; all: number | null }>(sql`
    with lately as (select profile, total from orders where counts and ordered_at <= make_timestamp(${at}::BIGINT) and ordered_at > make_timestamp(${at}::BIGINT) - to_days(${7 * weeks}))
    select sum(total) filter (f.first_order_at <= make_timestamp(${at}::BIGINT) - to_days(${7 * weeks}))::DOUBLE as known, sum(total)::DOUBLE as all
    from lately left join features f using (profile)`);
  const [pages, all] = [found?.pages ?? 0, came?.all ?? 0];
  if (total === null || off === null || pages <= 0 || all <= 0) return null;
  const { value_12m: value } = details.totals;
  const { hold_out: held } = details;
  const whole = new Intl.NumberFormat('en-GB', { style: 'currency', currency: app.workspace.currency, maximumFractionDigits: 0 });
  return besideForecast(
    {
      pages,
      pagesSpread: value.expected > 0 ? (value.high - value.low) / 2 / value.expected : 0,
      shop: total.expected,
      shopOff: off,
      known: Math.max(0, Math.min(1, (came?.known ?? 0) / all)),
      held: held === null ? null : (held.served ?? held).money,
    },
    (amount) => whole.format(amount),
  );
}

/** The version of the value model that is told of, for a server that keeps what was worked out. */
export const valueVersion = async (app: App): Promise<string> => {
  const stored = await findModel(app.control, 'value');
  return stored === undefined ? 'none' : `${stored.version} ${stored.status}`;
};
