import type { Instant } from '../../../core/index.ts';
import { clockHour } from '../../../profiles/index.ts';
import { type Fragment, ident, join, sql, timestamp } from '../../../sql/index.ts';
import type { FeatureTable, NumberColumn } from '../../../stats/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import type { Shop } from '../../classify/index.ts';
import { columns } from '../../value/histories/read.ts';
import { keptTo } from './kept-to.ts';
import { categoryMix, discountHabit, hourColumns, mixColumn, orderPace, otherCategories, timeOfDay } from './names.ts';

type Customers = { readonly profiles: Int32Array; readonly table: FeatureTable };

const mostCategories = 8;
/** A category on fewer lines than this joins the others. */
const rareBelow = 0.01;

/** The categories whose shares are compared: those on most lines until then, and `*` for the rest where there is any. Empty where all is of one kind. */
export async function categoriesCompared(warehouse: Warehouse, at: Instant): Promise<readonly string[]> {
  const found = await warehouse.rows<{ category: string | null; lines: number }>(sql`select category, count(*)::DOUBLE as lines from items
    where counts and not is_return and profile is not null and ordered_at <= ${timestamp(at)} group by category order by lines desc, category`);
  const total = found.reduce((sum, { lines }) => sum + lines, 0);
  const kept = found.flatMap(({ category, lines }) => (category !== null && lines >= rareBelow * total ? [{ category, lines }] : [])).slice(0, mostCategories);
  if (kept.length < 2) return [];
  const rest = total - kept.reduce((sum, { lines }) => sum + lines, 0);
  return [...kept.map(({ category }) => category), ...(rest >= rareBelow * total ? [otherCategories] : [])];
}

/** Customers with what they do beside what is known of them, and how much they keep to each habit (`keptTo`). */
export type WithHabits = { readonly table: FeatureTable; readonly kept: ReadonlyMap<string, number> };
type Habit = { readonly column: NumberColumn; readonly kept: number };

/**
 * Adds the columns of habits as of that moment. Each share is taken as if there had been one line more, spread evenly over the categories (one order more, half of it with a discount; one order at no
 * hour): a first order leans, it does not decide. `half` is `halfAnOrder` of those whom groups were made of.
 */
export async function withHabits(
  warehouse: Warehouse,
  shop: Shop,
  { profiles, table }: Customers,
  at: Instant,
  mix: readonly string[],
  half: number | undefined = halfAnOrder(table),
): Promise<WithHabits> {
  const rows = new Map(Array.from(profiles, (profile, row) => [profile, row]));
  const habits = [...discountsOf(table), ...(await mixOf(warehouse, rows, at, mix)), ...(await hoursOf(warehouse, rows, at, shop.workspace.zone))];
  return {
    table: { rows: table.rows, columns: [...table.columns, ...paceOf(table, half), ...habits.map(({ column }) => column)] },
    kept: new Map(habits.map(({ column, kept }) => [column.name, kept])),
  };
}

/** `category_mix` and `time_of_day` as the columns they stand for. */
export const habitNames = (wished: readonly string[], mix: readonly string[]): readonly string[] =>
  wished.flatMap((name) => (name === categoryMix ? mix.map(mixColumn) : name === timeOfDay ? hourColumns : [name]));

async function mixOf(warehouse: Warehouse, rows: ReadonlyMap<number, number>, at: Instant, mix: readonly string[]): Promise<readonly Habit[]> {
  if (mix.length === 0) return [];
  const counts = mix.map((category, place) => sql`count(*) filter (where ${isOf(category, mix)})::DOUBLE as ${ident(`m${place}`)}`);
  const found = await columns(
    warehouse,
    sql`select profile, count(*)::DOUBLE as lines, ${join(counts)} from items
      where counts and not is_return and profile is not null and ordered_at <= ${timestamp(at)} group by profile`,
    ['profile', 'lines', ...mix.map((_, place) => `m${place}`)],
  );
  const [profiles, lines] = [found.profile ?? new Float64Array(), found.lines ?? new Float64Array()];
  return mix.map((category, place) => {
    const own = found[`m${place}`] ?? new Float64Array();
    const values = new Float64Array(rows.size).fill(1 / mix.length);
    profiles.forEach((profile, entry) => {
      const row = rows.get(profile);
      if (row !== undefined) values[row] = ((own[entry] ?? 0) + 1 / mix.length) / ((lines[entry] ?? 0) + 1);
    });
    // A line is of the category or not: its square is itself.
    return { column: { kind: 'number', name: mixColumn(category), values }, kept: keptTo({ counts: lines, sums: own, squares: own }) };
  });
}

export function isOf(category: string, mix: readonly string[]): Fragment {
  if (category !== otherCategories) return sql`category = ${category}`;
  const named = mix.filter((own) => own !== otherCategories).map((own) => sql`${own}`);
  return sql`category is null or category not in (${join(named)})`;
}

/** Hours of orders on the workspace's clock, unknown where they are nobody's. */
export const hoursOrdered = (zone: string, at: Instant): Fragment => sql`select profile, ${clockHour({ clock: sql`o.clock`, source: sql`o.source` })} as hour
  from (select profile, source, timezone(${zone}, timezone('UTC', ordered_at)) as clock from orders
    where counts and not is_return and profile is not null and ordered_at <= ${timestamp(at)}) o`;

/** Sums as whole millionths: those of doubles depend on the order in which the engine's threads come. */
async function hoursOf(warehouse: Warehouse, rows: ReadonlyMap<number, number>, at: Instant, zone: string): Promise<readonly Habit[]> {
  const angle = sql`(2 * pi() * hour / 24)`;
  const millionths = (value: Fragment): Fragment => sql`sum((1e6 * ${value})::BIGINT)::DOUBLE / 1e6`;
  const found = await columns(
    warehouse,
    sql`select profile, count(hour)::DOUBLE as orders, ${millionths(sql`sin(${angle})`)} as morning, ${millionths(sql`cos(${angle})`)} as night,
      ${millionths(sql`sin(${angle}) ** 2`)} as morning_square, ${millionths(sql`cos(${angle}) ** 2`)} as night_square
      from (${hoursOrdered(zone, at)}) where hour is not null group by profile`,
    ['profile', 'orders', 'morning', 'night', 'morning_square', 'night_square'],
  );
  const sides = [
    { sums: found.morning, squares: found.morning_square },
    { sums: found.night, squares: found.night_square },
  ];
  return sides.map(({ sums, squares }, side) => {
    const values = new Float64Array(rows.size);
    found.profile.forEach((profile, entry) => {
      const row = rows.get(profile);
      if (row !== undefined) values[row] = (sums[entry] ?? 0) / ((found.orders[entry] ?? 0) + 1);
    });
    return { column: { kind: 'number', name: hourColumns[side] ?? hourColumns[0], values }, kept: keptTo({ counts: found.orders, sums, squares }) };
  });
}

/** Days in which half an order comes, of everybody together; undefined where nobody ordered before. */
export function halfAnOrder({ columns: known }: FeatureTable): number | undefined {
  const total = (name: string): number => {
    const found = known.find((own) => own.name === name);
    return found?.kind === 'number' ? found.values.reduce((sum, value) => sum + (Number.isFinite(value) ? value : 0), 0) : 0;
  };
  const [orders, days] = [total('orders_count'), total('days_since_first_order')];
  return orders > 0 && days > 0 ? days / (2 * orders) : undefined;
}

/**
 * Orders in a year since the first one, as a logarithm: a count of orders tells how long somebody has been a customer as much as how often they buy. As if there had been half an order more, in as many days as everybody takes
 * for half an order, so that whoever came last week does not look like the most frequent of all.
 */
function paceOf({ columns: known }: FeatureTable, half: number | undefined): readonly NumberColumn[] {
  const [orders, days] = ['orders_count', 'days_since_first_order'].map((name) => known.find((own) => own.name === name));
  if (orders?.kind !== 'number' || days?.kind !== 'number' || half === undefined) return [];
  const values = orders.values.map((count, row) => Math.log((365 * (count + 0.5)) / ((days.values[row] ?? Number.NaN) + half)));
  return [{ kind: 'number', name: orderPace, values }];
}

function discountsOf(table: FeatureTable): readonly Habit[] {
  const [share, orders] = ['discount_share', 'orders_count'].map((name) => table.columns.find((own) => own.name === name));
  if (share?.kind !== 'number' || orders?.kind !== 'number') return [];
  const counts = orders.values.map((count) => (Number.isFinite(count) ? count : 0));
  const sums = counts.map((count, row) => (count === 0 ? 0 : (share.values[row] ?? 0) * count));
  const values = counts.map((count, row) => ((sums[row] ?? 0) + 0.5) / (count + 1));
  return [{ column: { kind: 'number', name: discountHabit, values }, kept: keptTo({ counts, sums, squares: sums }) }];
}
