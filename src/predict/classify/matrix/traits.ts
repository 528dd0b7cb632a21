import type { Instant } from '../../../core/index.ts';
import { join, ident, sql, timestamp } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import type { MatrixWord } from './words.ts';

/**
 * Temp table `predict_traits(profile, n0, n1, …)`: the winning observation of each trait among those made by the cut-off; the same order of
 * winners as for today's attributes. An observation without a time could be of any time, and is left out: that a trait is known at all may be
 * the very thing to be predicted.
 */
export async function stageTraits(warehouse: Warehouse, traits: readonly MatrixWord[], asOf: Instant, profiles?: readonly number[]): Promise<void> {
  const names = traits.map(({ name }) => name);
  const columns = names.map((name, place) => sql`, any_value(value) filter (where name = ${name}) as ${ident(`n${place}`)}`);
  const wanted = names.length === 0 ? sql`false` : sql`t.name in (${join(names.map((name) => sql`${name}`))})`;
  const some = profiles === undefined ? sql`true` : sql`i.profile in (${join(profiles.map((profile) => sql`${profile}`))})`;
  await warehouse.run(sql`create or replace temp table predict_traits as
    select profile ${join(columns, '')} from (
      select i.profile, t.name, t.value from traits t join identifiers i using (identifier)
      where i.profile is not null and trim(t.value) <> '' and t.observed_at <= ${timestamp(asOf)} and ${wanted} and ${some}
      qualify row_number() over (partition by i.profile, t.name order by t.trust desc nulls last, t.observed_at desc, t.batch desc, t.source, t.value) = 1)
    group by profile`);
}
