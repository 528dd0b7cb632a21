import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { rfmScores, rfmSegment } from './rfm.ts';
import type { FeatureSettings } from './settings.ts';

export type ScoreMoves = {
  readonly cells: readonly { readonly r: number; readonly f: number; readonly customers: number }[];
  readonly groups: readonly Move[];
  readonly tiers: readonly Move[];
};
type Move = { readonly from: string | null; readonly to: string | null; readonly customers: number };

/** Those who ordered, by the RFM group and value tier they have in `table` and would have with these settings, with their cells of the new grid. Changes nothing. */
export async function scoreMoves(warehouse: Warehouse, table: string, settings: FeatureSettings): Promise<ScoreMoves> {
  const scored = sql`(select s.*, ${rfmSegment(settings.rfm?.groups)} as rfm_segment from (${rfmScores(ident(table), settings)}) s)`;
  const moves = (column: 'rfm_segment' | 'value_tier'): Promise<readonly Move[]> =>
    warehouse.rows<Move>(sql`select before.${ident(column)} as "from", after.${ident(column)} as "to", count(*)::INTEGER as customers
      from ${scored} after join ${ident(table)} before using (profile) group by all order by customers desc, "from", "to"`);
  const cells = await warehouse.rows<ScoreMoves['cells'][number]>(
    sql`select rfm_r as r, rfm_f as f, count(*)::INTEGER as customers from ${scored} group by all order by r, f`,
  );
  return { cells, groups: await moves('rfm_segment'), tiers: await moves('value_tier') };
}
