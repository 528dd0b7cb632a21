import { ident, sql } from '../sql/index.ts';
import type { Warehouse } from '../warehouse/index.ts';

/** Names the table of features that figures are computed from: `features`, or another instant's, as temp view `insight_features`. */
export async function useFeatures(warehouse: Warehouse, table: string): Promise<void> {
  await warehouse.run(sql`create or replace temp view insight_features as select * from ${ident(table)}`);
}
