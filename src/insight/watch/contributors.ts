import type { Contributor } from '../../contract/schemas.ts';
import { type Fragment, ident, sql, timestamp } from '../../sql/index.ts';
import { median } from '../../stats/index.ts';
import { all, attribute, between, dated, facts, field, some, text, unknown } from '../base/conditions.ts';
import { countingUpTo, type InsightContext } from '../base/context.ts';
import { stepTable } from '../base/range.ts';
import type { Week } from '../forecast/weeks.ts';
import type { WatchedSeries } from './watched.ts';

type SalesMeasure = 'revenue' | 'orders' | 'customers' | 'new_customers';
/** What the change is of: a figure of the shop's sales, or how often a kind of events happened. */
export type WatchedMeasure = SalesMeasure | { readonly event: string };

export const watchedIn = ({ measure, event }: Pick<WatchedSeries, 'measure' | 'event'>): WatchedMeasure =>
  event === undefined ? (measure as SalesMeasure) : { event };

type Part = {
  readonly dimension: string;
  readonly label: string | null;
  readonly values: readonly number[] /** Who ordered in the newest weeks. */;
  readonly people: number;
};

/** How many of the newest weeks are held against how many before them. */
export type Span = { readonly newest: number; readonly before: number };
const oneWeek: Span = { newest: 1, before: 8 };
const mostParts = 5;
/** Parts that made less of the change than this are not worth a line. */
const leastShare = 0.08;

/**
 * Which subgroups made the change of the newest week, or weeks: by channel, country, new or returning, and value tier (of events by device, category, campaign and value tier) each part's median is held against that of its weeks before. Told are
 * those whose share of the change is largest beyond their usual share of the whole, so that "most customers are British" explains nothing.
 */
export async function contributorsTo(
  context: InsightContext,
  measure: WatchedMeasure,
  weeks: readonly Week[],
  { newest, before }: Span = oneWeek,
): Promise<readonly Contributor[]> {
  const used = weeks.slice(-(before + newest));
  const first = used.at(-newest);
  const last = used.at(-1);
  if (first === undefined || last === undefined || used.length < before + newest) return [];
  const parts: Part[] = [];
  for (const { name, by } of typeof measure === 'string' ? ofOrders : ofEvents) parts.push(...(await partsBy(context, measure, used, { name, by, newest })));
  const found = [...Map.groupBy(parts, ({ dimension }) => dimension).values()].flatMap((own) => {
    const rows = own.map((part) => ({ part, expected: median(part.values.slice(0, -newest)), actual: median(part.values.slice(-newest)) }));
    const change = rows.reduce((sum, { actual, expected }) => sum + actual - expected, 0);
    const whole = rows.reduce((sum, { expected }) => sum + expected, 0);
    if (Math.abs(change) < 1e-9 || rows.length < 2) return [];
    return rows.map(({ part, expected, actual }) => {
      const share = (actual - expected) / change;
      return { part, expected, actual, share, surprise: share - (whole > 0 ? expected / whole : 0) };
    });
  });
  return found
    .filter(({ share, surprise }) => share >= leastShare && surprise > 0)
    .toSorted((a, b) => b.surprise - a.surprise)
    .slice(0, mostParts)
    .map(({ part, expected, actual, share }) => ({
      dimension: part.dimension,
      label: part.label ?? 'unknown',
      expected,
      actual,
      share,
      ...groupOf(part, typeof measure === 'string' ? 'orders' : measure, { starts: first.starts, ends: last.ends }),
    }));
}

type Dimension = { readonly name: string; readonly by: Fragment };
type Parting = Dimension & { readonly newest: number };

const tier: Dimension = { name: 'value tier', by: sql`f.value_tier` };
const ofOrders: readonly Dimension[] = [
  { name: 'channel', by: sql`nullif(trim(o.channel), '')` },
  { name: 'country', by: sql`nullif(trim(o.country), '')` },
  { name: 'customers', by: sql`case when o.profile is null then 'unknown' when f.first_order_at >= s.starts then 'new' else 'returning' end` },
  tier,
];
const ofEvents: readonly Dimension[] = [
  ...['device', 'category', 'campaign'].map((name): Dimension => ({ name, by: sql`nullif(trim(o.${ident(name)}), '')` })),
  tier,
];

const measures: Readonly<Record<SalesMeasure, Fragment>> = {
  revenue: sql`coalesce(sum(o.total), 0)`,
  orders: sql`count(*) filter (not o.is_return)`,
  customers: sql`count(distinct o.profile) filter (not o.is_return)`,
  new_customers: sql`count(distinct o.profile) filter (not o.is_return and f.first_order_at >= s.starts)`,
};

async function partsBy(context: InsightContext, measure: WatchedMeasure, weeks: readonly Week[], { name, by, newest }: Parting): Promise<readonly Part[]> {
  const [start, end] = [weeks[0]?.start ?? context.at, weeks.at(-1)?.end ?? context.at];
  const happened =
    typeof measure === 'string'
      ? sql`select profile, total, is_return, ordered_at, channel, country from orders where ${countingUpTo(context)} and ordered_at >= ${timestamp(start)} and ordered_at < ${timestamp(end)}`
      : sql`select profile, false as is_return, occurred_at as ordered_at, device, category, campaign from events where name = ${measure.event} and occurred_at <= ${timestamp(context.at)} and occurred_at >= ${timestamp(start)} and occurred_at < ${timestamp(end)}`;
  const rows = await context.warehouse.rows<{ label: string | null; step: number | null; value: number; people: number }>(sql`
    select ${by} as label, s.step, (${typeof measure === 'string' ? measures[measure] : sql`count(*)`})::DOUBLE as value, count(distinct o.profile) filter (not o.is_return and s.step >= ${weeks.length - newest})::INTEGER as people
    from (${happened}) o
    asof join ${stepTable(weeks.map((week) => week.start))} s on o.ordered_at >= s.starts left join ${ident(context.featuresTable)} f on f.profile = o.profile
    group by grouping sets ((${by}, s.step), (${by}))`);
  return [...Map.groupBy(rows, ({ label }) => label)].map(([label, own]) => ({
    dimension: name,
    label,
    values: weeks.map((_, step) => own.find((row) => row.step === step)?.value ?? 0),
    people: own.find(({ step }) => step === null)?.people ?? 0,
  }));
}

/** Customers of the part who ordered, or did it, in the newest weeks, where the language can say the part. */
function groupOf(
  { dimension, label, people }: Part,
  of: 'orders' | { readonly event: string },
  week: Pick<Week, 'starts' | 'ends'>,
): { readonly people: number; readonly expression: string | null } {
  const window = between(week.starts, week.ends);
  const condition = (() => {
    if (dimension === 'value tier') return all(label === null ? unknown('value_tier') : attribute('value_tier', '=', label), some(facts(of, { window })));
    if (dimension === 'customers') return label === 'new' ? dated('first_order_at', window) : undefined;
    return label === null ? undefined : some(facts(of, { where: field(dimension, '=', label), window }));
  })();
  return { people, expression: condition === undefined ? null : text(condition) };
}
