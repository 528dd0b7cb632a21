import { ClienteleError, formatInstant, type Instant } from '../../core/index.ts';
import type { Control } from '../../control/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { namespaceRank } from './guards.ts';
import { settleDecisions } from './settle.ts';

/** Who decided, and when. */
export type Deciding = { readonly author: string; readonly at: Instant };
export type Identifier = { readonly namespace: string; readonly value: string };

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

export const decision = (kind: 'together' | 'apart' | 'block', a: Identifier, b: Identifier | undefined, by: Deciding, merge: number | null) => ({
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
