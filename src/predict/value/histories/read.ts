import { type Fragment, ident, sql } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import type { Histories } from './history.ts';

/** Pasts with what followed: `orders` in the horizon, one row per combination that occurs. */
export type Outcomes = Histories & { readonly orders: Float64Array };

/** Reads a table of `stageHistories`, customers of equal pasts merged by the engine. */
export async function readHistories(warehouse: Warehouse, table: string): Promise<Histories> {
  const { recency_days, age_days, repeats, active, customers } = await columns(
    warehouse,
    sql`select repeats, recency_days, age_days, active, count(*)::INTEGER as customers from ${ident(table)} group by all order by all`,
    ['repeats', 'recency_days', 'age_days', 'active', 'customers'],
  );
  return { repeats, recency: inWeeks(recency_days), age: inWeeks(age_days), active, weight: customers };
}

/** The same with the orders of a table of `stageOutcomes`. */
export async function readOutcomes(warehouse: Warehouse, table: string, outcomes: string): Promise<Outcomes> {
  const { recency_days, age_days, repeats, active, customers, orders } = await columns(
    warehouse,
    sql`select h.repeats, h.recency_days, h.age_days, h.active, coalesce(o.orders, 0)::INTEGER as orders, count(*)::INTEGER as customers
      from ${ident(table)} h left join ${ident(outcomes)} o using (profile) group by all order by all`,
    ['repeats', 'recency_days', 'age_days', 'active', 'customers', 'orders'],
  );
  return { repeats, recency: inWeeks(recency_days), age: inWeeks(age_days), active, weight: customers, orders };
}

/** Repeats and mean spend of those who bought again, for the spend model; rows without positive spend left out. At most `most`, spread evenly over all. */
export async function readSpends(warehouse: Warehouse, table: string, most: number): Promise<{ readonly repeats: Float64Array; readonly mean: Float64Array }> {
  const { repeats, repeat_spend: mean } = await columns(
    warehouse,
    sql`select repeats, repeat_spend from (select *, row_number() over (order by hash(profile), profile) as place from ${ident(table)} where repeats > 0 and repeat_spend > 0)
      where place <= ${most} order by place`,
    ['repeats', 'repeat_spend'],
  );
  return { repeats, mean };
}

export const inWeeks = (days: Float64Array): Float64Array => days.map((count) => count / 7);

/** Columns of a result as typed arrays, by the names given. */
export async function columns<Name extends string>(
  warehouse: Warehouse,
  query: Fragment,
  names: readonly Name[],
): Promise<Readonly<Record<Name, Float64Array>>> {
  const parts = names.map((): Float64Array[] => []);
  let total = 0;
  await warehouse.chunks(query, (found, rows) => {
    found.forEach(({ name, values }) =>
      parts[names.indexOf(name as Name)]?.push(
        values instanceof Int32Array ? Float64Array.from(values.subarray(0, rows)) : Float64Array.from({ length: rows }, (_, row) => Number(values[row])),
      ),
    );
    total += rows;
  });
  const whole = parts.map((chunks) => joined(chunks, total));
  return Object.fromEntries(names.map((name, index) => [name, whole[index] ?? new Float64Array()])) as Record<Name, Float64Array>;
}

function joined(chunks: readonly Float64Array[], total: number): Float64Array {
  const all = new Float64Array(total);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
