import { ClienteleError, formatInstant, type Instant, parseInstant } from '../../core/index.ts';
import type { Control } from '../../control/index.ts';
import { list, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { namespaceRank } from './guards.ts';
import { type Deciding, decision, type Identifier } from './manual.ts';
import { settleDecisions } from './settle.ts';

export type ProfilePair = { readonly one: number; readonly other: number };

/**
 * The same word on several pairs that nothing was decided of yet, kept whole or not at all and settled once. They share the instant of `by`, by which they can be
 * withdrawn as one. Throws `customer.unknown`.
 */
export async function decideSeveral(
  warehouse: Warehouse,
  control: Control,
  pairs: readonly ProfilePair[],
  kind: 'together' | 'apart',
  by: Deciding,
): Promise<void> {
  if (pairs.length === 0) return;
  const names = await strongestIdentifiers(
    warehouse,
    pairs.flatMap(({ one, other }) => [one, other]),
  );
  const named = (profile: number): Identifier => {
    const found = names.get(profile);
    if (found === undefined) throw new ClienteleError('customer.unknown', { id: profile });
    return found;
  };
  const rows = pairs.map(({ one, other }) => decision(kind, named(one), named(other), by, null));
  await control.transaction().execute(async (inside) => {
    for (let at = 0; at < rows.length; at += mostAtOnce)
      await inside
        .insertInto('identity_decisions')
        .values(rows.slice(at, at + mostAtOnce))
        .execute();
  });
  await settleDecisions(warehouse, control, by.at);
}

/** Statements have at most 32,766 parameters, a decision takes nine. */
const mostAtOnce = 1000;

/**
 * Withdraws what was decided at an instant, as if it had never been said: customers whom that made one are as many as before, pairs that were said to be different are
 * listed again. Answers how many pairs that were. Throws `merge.unknown` where nothing that stands was decided then.
 */
export async function withdrawDecision(warehouse: Warehouse, control: Control, decided: string, at: Instant): Promise<number> {
  const { numUpdatedRows } = await control
    .updateTable('identity_decisions')
    .set({ undone_at: formatInstant(at) })
    .where('at', '=', decided)
    .where('decision', 'in', ['together', 'apart'])
    .where('merge', 'is', null)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new ClienteleError('merge.unknown', { id: decided });
  await settleDecisions(warehouse, control, at);
  const moment = parseInstant(decided);
  // What something else holds together since stays one, and its merge stands.
  if (moment !== undefined)
    await warehouse.run(sql`update merges set undone_at = ${timestamp(at)} where batch = 0 and undone_at is null and merged_at = ${timestamp(moment)} and merge in (
      select g.merge from merged_identifiers g join identifiers i using (identifier) group by g.merge
      having min(i.profile) filter (g.absorbed) <> min(i.profile) filter (not g.absorbed))`);
  return Number(numUpdatedRows);
}

async function strongestIdentifiers(warehouse: Warehouse, profiles: readonly number[]): Promise<ReadonlyMap<number, Identifier>> {
  const rows = await warehouse.rows<Identifier & { profile: number }>(sql`
    select profile, namespace, value from identifiers where profile in ${list([...new Set(profiles)])}
    qualify row_number() over (partition by profile order by ${namespaceRank(sql`namespace`)}, namespace, value) = 1`);
  return new Map(rows.map(({ profile, namespace, value }) => [profile, { namespace, value }]));
}
