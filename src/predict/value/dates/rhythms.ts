import type { Workspace } from '../../../core/index.ts';
import { ident, sql, timestamp } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import { type CutOff, localDay } from '../histories/stage.ts';

/** With fewer gaps nobody has a rhythm yet. */
const fewestGaps = 3;
/** A process without memory has gaps as varied as they are long (a coefficient of variation of 1); half of that is a rhythm. */
const mostVaried = 0.5;

/**
 * A temp table of those whose gaps between days with an order are alike: `profile`, `gap_days` (the usual one, their median) and `quiet_days` since the last order; of everybody, or of one profile. Facts until the cut-off alone.
 */
export async function stageRhythms(warehouse: Warehouse, table: string, { at }: Pick<CutOff, 'at'>, { zone }: Workspace, profile?: number): Promise<void> {
  const who = profile === undefined ? sql`profile is not null` : sql`profile = ${profile}`;
  const counted = sql`orders where counts and not is_return and ${who} and ordered_at <= ${timestamp(at)}`;
  // Most customers have too few orders for so many gaps, and their days need not be told apart.
  await warehouse.run(sql`create or replace temp table ${ident(table)} as
    with purchases as (select profile, min(ordered_at) as bought from ${counted}
      and profile in (select profile from ${counted} group by profile having count(*) > ${fewestGaps}) group by profile, ${localDay(zone)}),
    gaps as (select profile, bought, (epoch_us(bought) - epoch_us(lag(bought) over (partition by profile order by bought))) / 86400000000.0 as gap from purchases)
    select profile, median(gap) as gap_days, (epoch_us(${timestamp(at)}) - epoch_us(max(bought))) / 86400000000.0 as quiet_days
    from gaps group by profile having count(gap) >= ${fewestGaps} and stddev_samp(gap) <= ${mostVaried} * avg(gap)`);
}
