import type { Contributor } from '../../contract/schemas.ts';
import { type Fragment, ident, sql, timestamp } from '../../sql/index.ts';
import { all, attribute, between, dated, facts, field, some, text, unknown } from '../base/conditions.ts';
import { countingUpTo, type InsightContext } from '../base/context.ts';
import { stepTable } from '../base/range.ts';
import type { Week } from '../forecast/weeks.ts';
import { beyondTheirSize } from './beyond-size.ts';
import type { WatchedSeries } from './watched.ts';

type SalesMeasure = 'revenue' | 'orders' | 'customers' | 'new_customers';
/** What the change is of: a figure of the shop's sales, or how often a kind of events happened. */
export type WatchedMeasure = SalesMeasure | { readonly event: string };

export const watchedIn = ({ measure, event }: Pick<WatchedSeries, 'measure' | 'event'>): WatchedMeasure =>
  event === undefined ? (measure as SalesMeasure) : { event };

type Part = {
  readonly dimension: string;
  /** A trait of the person, not a field of the order or event. */
  readonly trait: boolean;
  readonly label: string | null;
  readonly values: readonly number[];
  /** Of how many orders or events the values are. */
  readonly times: number;
  /** Who ordered in the newest weeks. */
  readonly people: number;
};

/** How many of the newest weeks are held against how many before them; weeks `between` the two, of a change that had begun already, belong to neither. */
export type Span = { readonly newest: number; readonly before: number; readonly between?: number };
export const oneWeek: Span = { newest: 1, before: 8 };
const mostParts = 5;

/**
 * Which subgroups made the change of the newest week, or weeks: by channel, country, new or returning, and value tier (of events by device, category, campaign and value tier), and by what else is known of people that has few values, each
 * part's median is held against that of its weeks before. Told are those that made clearly more of the change than their usual part of the whole, beyond chance, so that "most customers are British" explains nothing; where all
 * changed alike, none.
 */
export async function contributorsTo(
  context: InsightContext,
  measure: WatchedMeasure,
  weeks: readonly Week[],
  { newest, before, between: begun = 0 }: Span = oneWeek,
): Promise<readonly Contributor[]> {
  const used = weeks.slice(-(before + begun + newest));
  const first = used.at(-newest);
  const last = used.at(-1);
  if (first === undefined || last === undefined || used.length < before + begun + newest) return [];
  const own = typeof measure === 'string' ? ofOrders : ofEvents;
  const parts: Part[] = [];
  for (const { name, by, trait = false } of [...own, ...(await ofPeople(context, own))])
    parts.push(...(await partsBy(context, measure, used, { name, by, trait, newest })));
  return beyondTheirSize(parts, { newest, before })
    .slice(0, mostParts)
    .map(({ group: part, expected, actual, share }) => ({
      dimension: part.dimension,
      label: part.label ?? 'unknown',
      expected,
      actual,
      share,
      ...groupOf(part, typeof measure === 'string' ? 'orders' : measure, { starts: first.starts, ends: last.ends }),
    }));
}

type Dimension = { readonly name: string; readonly by: Fragment; readonly trait?: boolean };
type Parting = Required<Dimension> & { readonly newest: number };

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

/** Of traits with more values, such as a company's name, each is hardly anybody's; of countries there may be more. */
const mostValues = 12;
const mostTraits = 8;

/** Traits written as text that have few values, filled for most people first: a plan, a country where the facts themselves have none. */
async function ofPeople({ warehouse }: InsightContext, others: readonly Dimension[]): Promise<readonly Dimension[]> {
  const traits = await warehouse.rows<{ name: string; column: string }>(
    sql`select name, "column" from trait_columns where type = 'text' order by name <> 'country', filled desc, name`,
  );
  const found: Dimension[] = [];
  for (const { name, column } of traits) {
    if (found.length >= mostTraits || others.some((other) => other.name === name)) continue;
    const value = sql`nullif(trim(a.${ident(column)}), '')`;
    const row = await warehouse.row<{ values: number }>(sql`select count(distinct ${value})::INTEGER as values from attributes a`);
    const values = row?.values ?? 0;
    if (values > 1 && (values <= mostValues || name === 'country')) found.push({ name, by: value, trait: true });
  }
  return found;
}

const measures: Readonly<Record<SalesMeasure, Fragment>> = {
  revenue: sql`coalesce(sum(o.total), 0)`,
  orders: sql`count(*) filter (not o.is_return)`,
  customers: sql`count(distinct o.profile) filter (not o.is_return)`,
  new_customers: sql`count(distinct o.profile) filter (not o.is_return and f.first_order_at >= s.starts)`,
};

async function partsBy(
  context: InsightContext,
  measure: WatchedMeasure,
  weeks: readonly Week[],
  { name, by, trait, newest }: Parting,
): Promise<readonly Part[]> {
  const [start, end] = [weeks[0]?.start ?? context.at, weeks.at(-1)?.end ?? context.at];
  const happened =
    typeof measure === 'string'
      ? sql`select profile, total, is_return, ordered_at, channel, country from orders where ${countingUpTo(context)} and ordered_at >= ${timestamp(start)} and ordered_at < ${timestamp(end)}`
      : sql`select profile, false as is_return, occurred_at as ordered_at, device, category, campaign from events where name = ${measure.event} and occurred_at <= ${timestamp(context.at)} and occurred_at >= ${timestamp(start)} and occurred_at < ${timestamp(end)}`;
  const rows = await context.warehouse.rows<{ label: string | null; step: number | null; value: number; times: number; people: number }>(sql`
    select ${by} as label, s.step, (${typeof measure === 'string' ? measures[measure] : sql`count(*)`})::DOUBLE as value, count(*)::INTEGER as times, count(distinct o.profile) filter (not o.is_return and s.step >= ${weeks.length - newest})::INTEGER as people
    from (${happened}) o
    asof join ${stepTable(weeks.map((week) => week.start))} s on o.ordered_at >= s.starts left join ${ident(context.featuresTable)} f on f.profile = o.profile left join attributes a on a.profile = o.profile
    group by grouping sets ((${by}, s.step), (${by}))`);
  return [...Map.groupBy(rows, ({ label }) => label)].map(([label, own]) => ({
    dimension: name,
    trait,
    label,
    values: weeks.map((_, step) => own.find((row) => row.step === step)?.value ?? 0),
    times: own.find(({ step }) => step === null)?.times ?? 0,
    people: own.find(({ step }) => step === null)?.people ?? 0,
  }));
}

/** Customers of the part who ordered, or did it, in the newest weeks, where the language can say the part. */
function groupOf(
  { dimension, trait, label, people }: Part,
  of: 'orders' | { readonly event: string },
  week: Pick<Week, 'starts' | 'ends'>,
): { readonly people: number; readonly expression: string | null } {
  const window = between(week.starts, week.ends);
  const condition = (() => {
    const person = dimension === 'value tier' ? 'value_tier' : trait ? dimension : undefined;
    if (person !== undefined) return all(label === null ? unknown(person) : attribute(person, '=', label), some(facts(of, { window })));
    if (dimension === 'customers') return label === 'new' ? dated('first_order_at', window) : undefined;
    return label === null ? undefined : some(facts(of, { where: field(dimension, '=', label), window }));
  })();
  return { people, expression: condition === undefined ? null : text(condition) };
}
