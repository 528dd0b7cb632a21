import type { Contributor } from '../../contract/schemas.ts';
import { type Fragment, ident, sql, timestamp } from '../../sql/index.ts';
import { median } from '../../stats/index.ts';
import { all, attribute, between, dated, facts, field, some, text, unknown } from '../base/conditions.ts';
import { countingUpTo, type InsightContext } from '../base/context.ts';
import { stepTable } from '../base/range.ts';
import type { Week } from '../forecast/weeks.ts';

export type WatchedMeasure = 'revenue' | 'orders' | 'customers' | 'new_customers';

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
 * Which subgroups made the change of the newest week, or weeks: by channel, country, new or returning, and value tier each part's median is held against that of its weeks before. Told are
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
  for (const { name, by } of dimensions) parts.push(...(await partsBy(context, measure, used, { name, by, newest })));
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
      ...groupOf(part, { starts: first.starts, ends: last.ends }),
    }));
}

type Dimension = { readonly name: string; readonly by: Fragment };
type Parting = Dimension & { readonly newest: number };

const dimensions: readonly Dimension[] = [
  { name: 'channel', by: sql`nullif(trim(o.channel), '')` },
  { name: 'country', by: sql`nullif(trim(o.country), '')` },
  { name: 'customers', by: sql`case when o.profile is null then 'unknown' when f.first_order_at >= s.starts then 'new' else 'returning' end` },
  { name: 'value tier', by: sql`f.value_tier` },
];

const measures: Readonly<Record<WatchedMeasure, Fragment>> = {
  revenue: sql`coalesce(sum(o.total), 0)`,
  orders: sql`count(*) filter (not o.is_return)`,
  customers: sql`count(distinct o.profile) filter (not o.is_return)`,
  new_customers: sql`count(distinct o.profile) filter (not o.is_return and f.first_order_at >= s.starts)`,
};

async function partsBy(context: InsightContext, measure: WatchedMeasure, weeks: readonly Week[], { name, by, newest }: Parting): Promise<readonly Part[]> {
  const start = weeks[0]?.start ?? context.at;
  const rows = await context.warehouse.rows<{ label: string | null; step: number | null; value: number; people: number }>(sql`
    select ${by} as label, s.step, (${measures[measure]})::DOUBLE as value, count(distinct o.profile) filter (not o.is_return and s.step >= ${weeks.length - newest})::INTEGER as people
    from (select profile, total, is_return, ordered_at, channel, country from orders where ${countingUpTo(context)} and ordered_at >= ${timestamp(start)} and ordered_at < ${timestamp(weeks.at(-1)?.end ?? context.at)}) o
    asof join ${stepTable(weeks.map((week) => week.start))} s on o.ordered_at >= s.starts left join ${ident(context.featuresTable)} f on f.profile = o.profile
    group by grouping sets ((${by}, s.step), (${by}))`);
  return [...Map.groupBy(rows, ({ label }) => label)].map(([label, own]) => ({
    dimension: name,
    label,
    values: weeks.map((_, step) => own.find((row) => row.step === step)?.value ?? 0),
    people: own.find(({ step }) => step === null)?.people ?? 0,
  }));
}

/** Customers of the part who ordered in the newest weeks, where the language can say the part. */
function groupOf({ dimension, label, people }: Part, week: Pick<Week, 'starts' | 'ends'>): { readonly people: number; readonly expression: string | null } {
  const within = between(week.starts, week.ends);
  const condition = (() => {
    if (dimension === 'channel' || dimension === 'country')
      return label === null ? undefined : some(facts('orders', { where: field(dimension, '=', label), window: within }));
    if (dimension === 'value tier')
      return all(label === null ? unknown('value_tier') : attribute('value_tier', '=', label), some(facts('orders', { window: within })));
    return label === 'new' ? dated('first_order_at', within) : undefined;
  })();
  return { people, expression: condition === undefined ? null : text(condition) };
}
