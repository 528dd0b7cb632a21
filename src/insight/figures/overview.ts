import type { Figure, FigureName, Overview } from '../../contract/index.ts';
import { day, type Instant, instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { orderedValue } from '../../warehouse/index.ts';
import type { ReportContext } from './context.ts';

type Totals = { readonly customers: number; readonly revenue: number; readonly orders: number; readonly gross: number; readonly repeaters: number };

/** The shop's figures over the last 30 days (90 for a shop with few orders), each beside the period before. */
export async function overview(context: ReportContext): Promise<Overview> {
  const { warehouse, moment, span } = context;
  const all = await warehouse.row<{ profiles: number; buyers: number }>(
    sql`select count(*)::INTEGER as profiles, count(first_order_at)::INTEGER as buyers from insight_features`,
  );
  const ever = await totals(context, instant(-(2 ** 52)), moment);
  const nobodys = await warehouse.row<{
    orders: number;
    revenue: number;
  }>(sql`select count(*) filter (not is_return)::INTEGER as orders, coalesce(sum(total), 0)::DOUBLE as revenue
    from orders where counts and profile is null and ordered_at <= ${timestamp(moment)}`);
  const lately = await totals(context, instant(moment - 60 * day), moment);
  const periodDays = lately.orders >= 20 ? 30 : 90;
  const now = await totals(context, instant(moment - periodDays * day), moment);
  const began = instant(moment - 2 * periodDays * day);
  // A period that began before the first order would make any shop seem to grow.
  const before = span !== undefined && span.first <= began + day ? await totals(context, began, instant(moment - periodDays * day)) : undefined;
  return {
    profiles: all?.profiles ?? 0,
    buyers: all?.buyers ?? 0,
    firstOrderAt: span?.first ?? null,
    lastOrderAt: span?.last ?? null,
    revenue: ever.revenue,
    orders: ever.orders,
    nobodys: nobodys ?? { orders: 0, revenue: 0 },
    periodDays,
    figures: figures(now, before),
  };
}

/** Over `after < t <= until`. A repeater had ordered before the order that falls into the period. */
async function totals({ warehouse }: ReportContext, after: Instant, until: Instant): Promise<Totals> {
  const row = await warehouse.row<Totals>(
    sql`select coalesce(sum(o.total), 0)::DOUBLE as revenue, count(*) filter (not o.is_return)::INTEGER as orders, coalesce(sum(${orderedValue(sql`o`)}) filter (not o.is_return), 0)::DOUBLE as gross,
          count(distinct o.profile) filter (not o.is_return)::INTEGER as customers,
          count(distinct o.profile) filter (not o.is_return and f.first_order_at < o.ordered_at)::INTEGER as repeaters
        from orders o left join insight_features f using (profile) where o.counts and o.ordered_at > ${timestamp(after)} and o.ordered_at <= ${timestamp(until)}`,
  );
  return row ?? { customers: 0, revenue: 0, orders: 0, gross: 0, repeaters: 0 };
}

function figures(now: Totals, before: Totals | undefined): readonly Figure[] {
  const figure = (name: FigureName, label: string, unit: Figure['unit'], of: (totals: Totals) => number | null): Figure => ({
    name,
    label,
    unit,
    now: of(now),
    before: before === undefined ? null : of(before),
  });
  return [
    figure('revenue', 'Revenue', 'money', (totals) => totals.revenue),
    figure('orders', 'Orders', 'count', (totals) => totals.orders),
    figure('customers', 'Customers who ordered', 'people', (totals) => totals.customers),
    figure('repeat_rate', 'Had ordered before', 'share', (totals) => (totals.customers === 0 ? null : totals.repeaters / totals.customers)),
    figure('average_order_value', 'Average order', 'money', (totals) => (totals.orders === 0 ? null : totals.gross / totals.orders)),
  ];
}
