import { localDate, type Instant, type Workspace } from '../../core/index.ts';
import { ident, sql, timestamp } from '../../sql/index.ts';
import type { NumberColumn } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { columns, inWeeks } from '../value/histories/read.ts';
import { historyAt } from '../value/histories/history.ts';
import { localDay, stageHistories } from '../value/histories/stage.ts';
import { fitOrders } from '../value/orders/fit.ts';
import { noOrderProbability, type OrderModel } from '../value/orders/model.ts';
import { enoughFor } from '../value/choose/enough.ts';
import { buyerColumn, rhythmColumn } from './buyer-name.ts';
import { ownRhythm } from './own-rhythm.ts';
import { readColumns } from './matrix/read-columns.ts';
import type { Matrix } from './matrix/read.ts';

/**
 * Adds what the buying model BG/NBD says of each customer, and what their own rhythm says (`own-rhythm.ts`): the probability of an order within the horizon, from the orders up to the matrix's own moment alone.
 * Without a model given, it is fitted on those very orders; where they are too few for one, or it is known that there is none (`null`), the rhythm alone is added.
 */
export async function withBuyerColumn(
  warehouse: Warehouse,
  workspace: Workspace,
  matrix: Matrix,
  horizonDays: number,
  known?: OrderModel | null,
): Promise<{ readonly matrix: Matrix; readonly model: OrderModel | undefined }> {
  const { model, columns: found } = known === null ? { model: undefined, columns: [] } : await boughtBy(warehouse, workspace, matrix, horizonDays, known);
  const columns = [...matrix.table.columns, ...found, await rhythmOfEach(warehouse, workspace, matrix, horizonDays)];
  return { matrix: { ...matrix, table: { rows: matrix.table.rows, columns } }, model };
}

/** The buying model and its column. */
async function boughtBy(
  warehouse: Warehouse,
  workspace: Workspace,
  { asOf, profiles: wanted }: Matrix,
  horizonDays: number,
  known: OrderModel | undefined,
): Promise<{ readonly model: OrderModel | undefined; readonly columns: readonly NumberColumn[] }> {
  const groups = await stageBuyers(warehouse, workspace, asOf);
  const model = known ?? fittedOn(groups);
  if (model === undefined) return { model, columns: [] };
  const histories = { repeats: groups.repeats, recency: inWeeks(groups.recency_days), age: inWeeks(groups.age_days), weight: groups.customers };
  const chances = groups.repeats.map((_, row) => 1 - noOrderProbability(model, historyAt(histories, row), horizonDays / 7));
  const [profiles = new Float64Array(), places = new Float64Array()] = await readColumns(
    warehouse,
    sql`select h.profile::DOUBLE as profile, g.place::DOUBLE as place from ${ident(buyers)} h
      join ${ident(pasts)} g using (repeats, recency_days, age_days) order by h.profile`,
  );
  const chance = new Map<number, number>();
  for (let row = 0; row < profiles.length; row += 1) chance.set(profiles[row] ?? -1, chances[places[row] ?? -1] ?? Number.NaN);
  return { model, columns: [{ kind: 'number', name: buyerColumn, values: Float64Array.from(wanted, (profile) => chance.get(profile) ?? Number.NaN) }] };
}

/** Gaps are summed as decimals, since sums of doubles depend on the order in which the engine's threads come. */
async function rhythmOfEach(warehouse: Warehouse, { zone }: Workspace, { asOf, profiles }: Matrix, horizonDays: number): Promise<NumberColumn> {
  const gaps = await columns(
    warehouse,
    sql`with days as (select distinct profile, ${localDay(zone)} as day from orders where counts and not is_return and profile is not null and ordered_at <= ${timestamp(asOf)}),
        gaps as (select profile, day, ln(day - lag(day) over (partition by profile order by day))::DECIMAL(12,6) as gap from days)
      select profile, count(gap)::INTEGER as count, coalesce(sum(gap), 0)::DOUBLE as sum, coalesce(sum(gap * gap), 0)::DOUBLE as squares,
        (${localDate(asOf, zone)}::DATE - max(day))::INTEGER as silence from gaps group by profile order by profile`,
    ['profile', 'count', 'sum', 'squares', 'silence'],
  );
  const chances = ownRhythm(gaps, horizonDays);
  const chance = new Map(Array.from(gaps.profile, (profile, row) => [profile, chances[row] ?? Number.NaN]));
  return { kind: 'number', name: rhythmColumn, values: Float64Array.from(profiles, (profile) => chance.get(profile) ?? Number.NaN) };
}

const buyers = 'predict_buyers';
const pasts = 'predict_buyer_pasts';
const names = ['repeats', 'recency_days', 'age_days', 'customers'] as const;
type Groups = Readonly<Record<(typeof names)[number], Float64Array>>;

/** Customers with equal pasts are computed once. */
async function stageBuyers(warehouse: Warehouse, workspace: Workspace, asOf: Instant): Promise<Groups> {
  await stageHistories(warehouse, buyers, { date: localDate(asOf, workspace.zone), at: asOf }, workspace, { periods: false });
  await warehouse.run(sql`create or replace temp table ${ident(pasts)} as
    select *, (row_number() over (order by repeats, recency_days, age_days) - 1)::INTEGER as place
    from (select repeats, recency_days, age_days, count(*)::INTEGER as customers from ${ident(buyers)} group by all)`);
  return columns(warehouse, sql`select repeats, recency_days, age_days, customers from ${ident(pasts)} order by place`, names);
}

function fittedOn(groups: Groups): OrderModel | undefined {
  const histories = { repeats: groups.repeats, recency: inWeeks(groups.recency_days), age: inWeeks(groups.age_days), weight: groups.customers };
  const weeks = histories.age.reduce((most, own) => Math.max(most, own), 0);
  const training = { histories, earlier: undefined, weeks: 1 };
  if (enoughFor(training, weeks).find(({ kind }) => kind === 'bg-nbd')?.enough !== true) return undefined;
  return fitOrders('bg-nbd', training)?.model;
}
