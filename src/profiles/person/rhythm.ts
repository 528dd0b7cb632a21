import { day, formatInstant, type Instant, localDate } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Orders by calendar month, and the days from each purchase to the one before it, oldest first; orders of one day are one, as they are for the features. */
export type Rhythm = {
  /** Without holes, to the month of `asOf`; at most two years, empty for who never ordered. `month` as `2026-11`. */
  readonly months: readonly { readonly month: string; readonly orders: number; readonly money: number }[];
  readonly gaps: readonly { readonly at: string; readonly days: number }[];
};

const mostMonths = 24;
const mostGaps = 24;

/** What counts as an order is what counts for the features: orders that count and are no returns, until `asOf`. */
export async function readRhythm(warehouse: Warehouse, profile: number, { asOf, zone }: { readonly asOf: Instant; readonly zone: string }): Promise<Rhythm> {
  const orders = await warehouse.rows<{ at: Instant; money: number }>(
    sql`select ordered_at as at, coalesce(total, 0)::DOUBLE as money from orders
      where profile = ${profile} and counts and not is_return and ordered_at <= ${timestamp(asOf)} order by ordered_at`,
  );
  return { months: byMonth(orders, asOf, zone), gaps: gapsOf(purchasesOf(orders, zone)) };
}

function byMonth(orders: readonly { readonly at: Instant; readonly money: number }[], asOf: Instant, zone: string): Rhythm['months'] {
  const [first] = orders;
  if (first === undefined) return [];
  const monthOf = (at: Instant): string => localDate(at, zone).slice(0, 7);
  const found = Map.groupBy(orders, ({ at }) => monthOf(at));
  const months = monthsBetween(monthOf(first.at), monthOf(asOf)).slice(-mostMonths);
  return months.map((month) => {
    const own = found.get(month) ?? [];
    return { month, orders: own.length, money: own.reduce((sum, { money }) => sum + money, 0) };
  });
}

/** Both included. */
function monthsBetween(from: string, to: string): readonly string[] {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const name = (count: number): string => `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
  return Array.from({ length: Math.max(0, number(to) - number(from) + 1) }, (_, index) => name(number(from) + index));
}

/** The first order of each local day. */
const purchasesOf = (orders: readonly { readonly at: Instant }[], zone: string): readonly Instant[] =>
  [...Map.groupBy(orders, ({ at }) => localDate(at, zone)).values()].flatMap(([first]) => (first === undefined ? [] : [first.at]));

const gapsOf = (instants: readonly Instant[]): Rhythm['gaps'] =>
  instants
    .slice(1)
    .map((at, index) => ({ at: formatInstant(at), days: (at - (instants[index] ?? at)) / day }))
    .slice(-mostGaps);
