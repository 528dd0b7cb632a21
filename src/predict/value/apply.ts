import { type Instant, localDate, type Workspace } from '../../core/index.ts';
import { ident, join, sql, type Fragment } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { stageHistories } from './histories/stage.ts';
import type { Matrix } from '../classify/index.ts';
import { leansOf } from './lean/lean.ts';
import { forgetGroups, scoresQuery, stageGroups, stageLeans, type ValueModel } from './score.ts';
import { shownScores, stageDates } from './shown.ts';
import type { Silence } from './silence.ts';
import { valueTraits } from './words.ts';

/** Where and when traits are wanted: a features table of that moment, which gains their columns. */
export type ApplyRequest = {
  readonly at: Instant;
  readonly table: string;
  readonly temporary: boolean;
  readonly workspace: Workspace /** What is known of each customer then; asked only by a model that learned from all of it. */;
  readonly matrix?: () => Promise<Pick<Matrix, 'profiles' | 'table'>>;
  /** What is believed of who stays away. */
  readonly silence?: Silence | undefined;
};

/** Shares of the buyers in the two upper tiers, ties to the better one. */
const tiers = { high: 0.2, medium: 0.3 } as const;

/**
 * Adds the value model's traits to a features table, for everyone who ordered by that moment; the others have none. Columns as `valueTraits`
 * names them. Returns the number of customers scored.
 */
export async function applyValueModel(
  warehouse: Warehouse,
  model: ValueModel,
  { at, table, temporary, workspace, matrix, silence }: ApplyRequest,
): Promise<number> {
  await stageHistories(warehouse, 'value_histories', { date: localDate(at, workspace.zone), at }, workspace, { periods: model.orders.kind === 'bg-bb' });
  await stageGroups(warehouse, 'value_histories', model.orders, { silence });
  if (model.lean !== undefined && matrix !== undefined) {
    const known = await matrix();
    await stageLeans(warehouse, known.profiles, leansOf(model.lean, known.table));
  }
  const limits = await tierLimits(warehouse, scoresQuery('value_histories', model, silence));
  await stageDates(warehouse, model, { at }, workspace);
  const columns = valueTraits(workspace.currency).map(({ column }) => sql`${expressionOf(column, at, limits)} as ${ident(column)}`);
  await warehouse.run(sql`create or replace ${temporary ? sql`temp table` : sql`table`} ${ident(table)} as
    select f.*, ${join(columns)} from ${ident(table)} f left join (${shownScores(scoresQuery('value_histories', model, silence))}) s using (profile) order by f.profile`);
  for (const temporaryTable of ['value_histories', 'value_rhythms', 'value_date_choice']) await warehouse.run(sql`drop table ${ident(temporaryTable)}`);
  await forgetGroups(warehouse);
  return limits.customers;
}

type TierLimits = { readonly customers: number; readonly high: number; readonly medium: number };

/** The least value of the upper tiers: that of the customer whom fewer than that share of all surpass, so ties share the better tier. */
async function tierLimits(warehouse: Warehouse, scores: Fragment): Promise<TierLimits> {
  const counted = await warehouse.row<{ customers: number }>(sql`select count(*) as customers from value_histories`);
  const customers = counted?.customers ?? 0;
  if (customers === 0) return { customers, high: 0, medium: 0 };
  // Of n values the k-th from above is at the quantile (n − k + 1) / n; half a place less keeps rounding from the next one.
  const place = (share: number): number => (customers - Math.ceil(share * customers) + 0.5) / customers;
  const found = await warehouse.row<{ limits: readonly number[] }>(sql`
    select quantile_disc(value_12m, [${place(tiers.high)}::DOUBLE, ${place(tiers.high + tiers.medium)}::DOUBLE]) as limits from (${scores})`);
  const [high = 0, medium = 0] = found?.limits ?? [];
  return { customers, high, medium };
}

function expressionOf(column: string, at: Instant, limits: TierLimits): Fragment {
  const name = column.slice('predicted_'.length);
  const date = (days: string): Fragment => sql`make_timestamp(${at}::BIGINT + (s.${ident(days)} * 86400000000)::BIGINT)`;
  switch (name) {
    case 'next_order_days':
      return sql`greatest(0, s.next_days)`;
    case 'next_order_date':
      return date('next_days');
    case 'next_order_date_low':
      return date('next_days_low');
    case 'next_order_date_high':
      return date('next_days_high');
    case 'value_tier':
      return sql`case when s.profile is null then null when s.value_12m >= ${limits.high}::DOUBLE then 'high' when s.value_12m >= ${limits.medium}::DOUBLE then 'medium' else 'low' end`;
    default:
      return sql`s.${ident(name)}`;
  }
}
