import { ClienteleError, formatInstant, type Instant } from '../../core/index.ts';
import type { Control } from '../../control/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { namespaceRank } from './guards.ts';
import { settleDecisions } from './settle.ts';

/** Who decided, and when. */
export type Deciding = { readonly author: string; readonly at: Instant };
type Identifier = { readonly namespace: string; readonly value: string };

/** Two profiles are one customer, says a person. Returns the survivor's number: the lower of the two. */
export async function mergeProfiles(warehouse: Warehouse, control: Control, pair: { one: number; other: number }, by: Deciding): Promise<number> {
  if (pair.one === pair.other) throw new ClienteleError('merge.invalid', { detail: `${pair.one} is one profile already.` });
  const one = await canonicalIdentifier(warehouse, pair.one);
  const other = await canonicalIdentifier(warehouse, pair.other);
  await withdraw(control, one, other, ['apart'], by);
  await control
    .insertInto('identity_decisions')
    .values(decision('together', one, other, by, null))
    .execute();
  await settleDecisions(warehouse, control, by.at);
  const now = await warehouse.row<{ profile: number }>(sql`select profile from identifiers where namespace = ${one.namespace} and value = ${one.value}`);
  return now?.profile ?? Math.min(pair.one, pair.other);
}

/** Two profiles are not one customer, says a person: they are no longer offered as duplicates. */
export async function keepApart(warehouse: Warehouse, control: Control, pair: { one: number; other: number }, by: Deciding): Promise<void> {
  const one = await canonicalIdentifier(warehouse, pair.one);
  const other = await canonicalIdentifier(warehouse, pair.other);
  await withdraw(control, one, other, ['together'], by);
  await control
    .insertInto('identity_decisions')
    .values(decision('apart', one, other, by, null))
    .execute();
  await settleDecisions(warehouse, control, by.at);
}

/**
 * Takes a merge of the log back: everything that was ever seen linking the absorbed profile's identifiers with the others
 * is decided apart, so that no import brings them together again. Both get their old numbers.
 */
export async function undoMerge(warehouse: Warehouse, control: Control, merge: number, by: Deciding): Promise<void> {
  const logged = await warehouse.row<{ merge: number }>(sql`select merge from merges where merge = ${merge} and undone_at is null`);
  if (logged === undefined) throw new ClienteleError('merge.unknown', { id: merge });
  const crossing = await warehouse.rows<{ namespace_a: string; value_a: string; namespace_b: string; value_b: string }>(sql`
    with moved as (select m.identifier, i.profile from merged_identifiers m join identifiers i using (identifier) where m.merge = ${merge}),
    pairs as (select distinct a, b from links where a <> b),
    ends as (
      select p.a as inside, p.b as outside from pairs p join moved m on m.identifier = p.a
      union select p.b, p.a from pairs p join moved m on m.identifier = p.b)
    select i.namespace as namespace_a, i.value as value_a, o.namespace as namespace_b, o.value as value_b
    from ends e join identifiers i on i.identifier = e.inside join identifiers o on o.identifier = e.outside
    where i.profile = o.profile and e.outside not in (select identifier from moved) order by 1, 2, 3, 4`);
  const withdrawn = await withdrawBridges(warehouse, control, merge, by);
  if (crossing.length === 0 && withdrawn === 0) throw new ClienteleError('merge.invalid', { detail: `Merge ${merge} has come apart already.` });
  for (const { namespace_a, value_a, namespace_b, value_b } of crossing) {
    const row = decision('apart', { namespace: namespace_a, value: value_a }, { namespace: namespace_b, value: value_b }, by, merge);
    await control.insertInto('identity_decisions').values(row).execute();
  }
  await settleDecisions(warehouse, control, by.at);
  await warehouse.run(sql`update merges set undone_at = ${timestamp(by.at)} where merge = ${merge}`);
}

/** From now on the identifier links nothing: a shared address, a till's customer number. */
export async function splitIdentifier(warehouse: Warehouse, control: Control, identifier: Identifier, by: Deciding): Promise<void> {
  const known = await warehouse.row(sql`select identifier from identifiers where namespace = ${identifier.namespace} and value = ${identifier.value}`);
  if (known === undefined) throw new ClienteleError('customer.unknown', { id: identifier.value });
  await control
    .insertInto('identity_decisions')
    .values(decision('block', identifier, undefined, by, null))
    .execute();
  await settleDecisions(warehouse, control, by.at);
}

/** The strongest identifier of a profile: customer id before ids of sources, e-mail, phone, anonymous id; then in order. */
async function canonicalIdentifier(warehouse: Warehouse, profile: number): Promise<Identifier> {
  const found = await warehouse.row<Identifier>(
    sql`select namespace, value from identifiers where profile = ${profile} order by ${namespaceRank(sql`namespace`)}, namespace, value limit 1`,
  );
  if (found === undefined) throw new ClienteleError('customer.unknown', { id: profile });
  return found;
}

/** A person's "together" across the merge no longer stands. */
async function withdrawBridges(warehouse: Warehouse, control: Control, merge: number, by: Deciding): Promise<number> {
  const standing = await control.selectFrom('identity_decisions').selectAll().where('decision', '=', 'together').where('undone_at', 'is', null).execute();
  const moved = await warehouse.rows<Identifier>(
    sql`select i.namespace, i.value from merged_identifiers m join identifiers i using (identifier) where m.merge = ${merge}`,
  );
  const inside = new Set(moved.map(({ namespace, value }) => `${namespace} ${value}`));
  const bridges = standing.filter((row) => inside.has(`${row.namespace_a} ${row.value_a}`) !== inside.has(`${row.namespace_b} ${row.value_b}`));
  for (const { id } of bridges)
    await control
      .updateTable('identity_decisions')
      .set({ undone_at: formatInstant(by.at) })
      .where('id', '=', id)
      .execute();
  return bridges.length;
}

async function withdraw(control: Control, one: Identifier, other: Identifier, kinds: readonly ('apart' | 'together')[], by: Deciding): Promise<void> {
  for (const [a, b] of [
    [one, other],
    [other, one],
  ] as const) {
    await control
      .updateTable('identity_decisions')
      .set({ undone_at: formatInstant(by.at) })
      .where('decision', 'in', kinds)
      .where('namespace_a', '=', a.namespace)
      .where('value_a', '=', a.value)
      .where('namespace_b', '=', b.namespace)
      .where('value_b', '=', b.value)
      .where('undone_at', 'is', null)
      .execute();
  }
}

const decision = (kind: 'together' | 'apart' | 'block', a: Identifier, b: Identifier | undefined, by: Deciding, merge: number | null) => ({
  decision: kind,
  namespace_a: a.namespace,
  value_a: a.value,
  namespace_b: b?.namespace ?? null,
  value_b: b?.value ?? null,
  author: by.author,
  at: formatInstant(by.at),
  merge,
  undone_at: null,
});
