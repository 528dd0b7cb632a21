import type { Instant } from '../../../core/index.ts';
import { winningObservation } from '../../../profiles/index.ts';
import { type Fragment, ident, join, sql, timestamp } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import type { MatrixWord } from './words.ts';

/** Whether traits count that were not known yet: `ever` for the present, of which nothing is foretold that has happened. */
export type Told = 'by-then' | 'ever';

/** Temp table `predict_traits(profile, n0, n1, …)`: each trait as a text, as its `standing` lets it be known at the moment. */
export async function stageTraits(warehouse: Warehouse, traits: readonly MatrixWord[], asOf: Instant, told: Told, profiles?: readonly number[]): Promise<void> {
  const then = told === 'by-then';
  if (then) await stageTold(warehouse, traits, asOf);
  const columns = traits.map(({ word, standing }, place): Fragment => {
    const own = ident('a', word.column);
    const value =
      !then || standing === 'lasting' ? own : standing === 'dated' ? sql`case when ${own} <= ${timestamp(asOf)} then ${own} end` : ident('b', `n${place}`);
    return sql`, (${value})::VARCHAR as ${ident(`n${place}`)}`;
  });
  const some = profiles === undefined ? sql`` : sql`where profile in (${join(profiles.map((profile) => sql`${profile}`))})`;
  await warehouse.run(sql`create or replace temp table predict_traits as
    select profile ${join(columns, '')} from attributes a ${then ? sql`left join predict_told b using (profile)` : sql``} ${some}`);
}

/**
 * Temp table `predict_told(profile, n0, n1, …)` of the traits that are known from when they were told: the winning observation, by the order of winners of today's attributes, among those that had been imported by the moment. Of a list's record the version
 * that was the newest by then; of surveys the answers given by then. What live sources say is kept as its newest state alone, which says nothing of another day.
 */
async function stageTold(warehouse: Warehouse, traits: readonly MatrixWord[], asOf: Instant): Promise<void> {
  const columns = traits.map(({ word, standing }, place) =>
    standing === 'told'
      ? sql`, any_value(value) filter (where "column" = ${word.column}) as ${ident(`n${place}`)}`
      : sql`, null::VARCHAR as ${ident(`n${place}`)}`,
  );
  const names = traits.flatMap(({ word, standing }) => (standing === 'told' ? [sql`${word.column}`] : []));
  const wanted = names.length === 0 ? sql`false` : sql`c."column" in (${join(names)})`;
  const moment = timestamp(asOf);
  await warehouse.run(sql`create or replace temp table predict_told as
    with observed as (
      select t.*, b.kind, max(t.batch) over (partition by t.source, t.record_id, t.name) as newest from (from traits union all from traits_superseded) t join (select batch, source, any_value(kind) as kind, min(committed_at) as committed_at from batches group by all) b using (batch, source)
      where t.batch > 0 and t.name in (select c.name from trait_columns c where ${wanted}) and t.observed_at <= ${moment} and (b.kind = 'feedback' or b.committed_at <= ${moment})),
    known as (
      select i.profile, c."column", t.name, t.value, t.trust, t.observed_at, t.batch, t.source from observed t join identifiers i using (identifier) join trait_columns c using (name)
      where i.profile is not null and trim(t.value) <> '' and (t.record_id is null or t.batch = t.newest))
    select profile ${join(columns, '')} from (select * from known qualify ${winningObservation(sql`profile, name`)})
    group by profile`);
}
