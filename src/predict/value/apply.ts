import { type Instant, localDate, type Workspace } from '../../core/index.ts';
import { ident, join, sql, type Fragment, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { stageHistories } from './histories/stage.ts';
import { stageScores, type ValueModel } from './score.ts';
import { valueTraits } from './words.ts';

/** Where and when traits are wanted: a features table of that moment, which gains their columns. */
export type ApplyRequest = { readonly at: Instant; readonly table: string; readonly temporary: boolean; readonly workspace: Workspace };

/** Shares of the buyers in the two upper tiers, ties to the better one. */
const tiers = { high: 0.2, medium: 0.3 } as const;

/**
 * Adds the value model's traits to a features table, for everyone who ordered by that moment; the others have none. Columns as `valueTraits`
 * names them. Returns the number of customers scored.
 */
export async function applyValueModel(warehouse: Warehouse, model: ValueModel, { at, table, temporary, workspace }: ApplyRequest): Promise<number> {
  await stageHistories(warehouse, 'value_histories', { date: localDate(at, workspace.zone), at }, workspace);
  await stageScores(warehouse, 'value_scores', 'value_histories', model);
  const columns = valueTraits(workspace.currency).map(({ column }) => sql`${expressionOf(column, at)} as ${ident(column)}`);
  await warehouse.run(sql`create or replace ${temporary ? sql`temp table` : sql`table`} ${ident(table)} as
    select f.*, ${join(columns)} from ${ident(table)} f left join (
      select *, count(*) over () as buyers, rank() over (order by value_12m desc) - 1 as better from value_scores) s using (profile)
    order by f.profile`);
  const scored = await warehouse.row<{ customers: number }>(sql`select count(*) as customers from value_scores`);
  return scored?.customers ?? 0;
}

function expressionOf(column: string, at: Instant): Fragment {
  const name = column.slice('predicted_'.length);
  const date = (days: string): Fragment => sql`${timestamp(at)} + to_microseconds((s.${ident(days)} * 86400000000)::BIGINT)`;
  switch (name) {
    case 'next_order_days':
      return sql`s.next_days`;
    case 'next_order_date':
      return date('next_days');
    case 'next_order_date_low':
      return date('next_days_low');
    case 'next_order_date_high':
      return date('next_days_high');
    case 'value_tier':
      return sql`case when s.profile is null then null when better < ${tiers.high} * buyers then 'high' when better < ${tiers.high + tiers.medium} * buyers then 'medium' else 'low' end`;
    default:
      return sql`s.${ident(name)}`;
  }
}
