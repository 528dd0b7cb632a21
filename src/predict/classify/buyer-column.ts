import { localDate, type Instant, type Workspace } from '../../core/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { FeatureTable } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { columns, inWeeks } from '../value/histories/read.ts';
import { historyAt } from '../value/histories/history.ts';
import { stageHistories } from '../value/histories/stage.ts';
import { fitOrders } from '../value/orders/fit.ts';
import { noOrderProbability, type OrderModel } from '../value/orders/model.ts';
import { enoughFor } from '../value/choose/enough.ts';
import { buyerColumn } from './buyer-name.ts';
import { readColumns } from './matrix/read-columns.ts';
import type { Matrix } from './matrix/read.ts';

/**
 * Adds what the buying model BG/NBD says of each customer: the probability of an order within the horizon, from the orders up to the matrix's own moment alone.
 * Without a model given, it is fitted on those very orders; where they are too few there is no column.
 */
export async function withBuyerColumn(
  warehouse: Warehouse,
  workspace: Workspace,
  matrix: Matrix,
  horizonDays: number,
  known?: OrderModel,
): Promise<{ readonly matrix: Matrix; readonly model: OrderModel | undefined }> {
  const groups = await stageBuyers(warehouse, workspace, matrix.asOf);
  const model = known ?? fittedOn(groups);
  if (model === undefined) return { matrix, model };
  const histories = { repeats: groups.repeats, recency: inWeeks(groups.recency_days), age: inWeeks(groups.age_days), weight: groups.customers };
  const chances = groups.repeats.map((_, row) => 1 - noOrderProbability(model, historyAt(histories, row), horizonDays / 7));
  const [profiles = new Float64Array(), places = new Float64Array()] = await readColumns(
    warehouse,
    sql`select h.profile::DOUBLE as profile, g.place::DOUBLE as place from ${ident(buyers)} h
      join ${ident(pasts)} g using (repeats, recency_days, age_days) order by h.profile`,
  );
  const chance = new Map<number, number>();
  for (let row = 0; row < profiles.length; row += 1) chance.set(profiles[row] ?? -1, chances[places[row] ?? -1] ?? Number.NaN);
  const values = Float64Array.from(matrix.profiles, (profile) => chance.get(profile) ?? Number.NaN);
  const table: FeatureTable = { rows: matrix.table.rows, columns: [...matrix.table.columns, { kind: 'number', name: buyerColumn, values }] };
  return { matrix: { ...matrix, table }, model };
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
