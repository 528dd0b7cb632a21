import { type Instant, localDate, type Workspace } from '../../core/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { stageHistories } from './histories/stage.ts';
import { forgetGroups, scoresQuery, stageGroups, type ValueModel } from './score.ts';

const table = 'value_histories_then';

/**
 * What everybody who had ordered by a moment was worth then: the money expected of them in the 12 months after it, from their orders until then and with the parameters that act now. What else bends the model (a regression, who stays away) is
 * left out: it would ask everything that was known at each moment, and has learned from what came after it.
 */
export async function expectedAt(warehouse: Warehouse, workspace: Workspace, { orders, spend }: ValueModel, at: Instant): Promise<number> {
  await stageHistories(warehouse, table, { date: localDate(at, workspace.zone), at }, workspace, { periods: orders.kind === 'bg-bb' });
  await stageGroups(warehouse, table, orders);
  const row = await warehouse.row<{ value: number | null }>(sql`select sum(value_12m)::DOUBLE as value from (${scoresQuery(table, { orders, spend })})`);
  await warehouse.run(sql`drop table ${ident(table)}`);
  await forgetGroups(warehouse);
  return row?.value ?? 0;
}
