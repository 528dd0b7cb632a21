import type { IdentityDecisionRow } from '../../control/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** A decision as it is read: `id` is a number, not the generated column. */
export type Decision = Omit<IdentityDecisionRow, 'id'>;

/**
 * Puts what a person decided beside the identifiers it speaks of: temp tables `identity_decided(identifier, kind)` and
 * `identity_decided_pairs(a, b, kind)` with a < b. Decisions about identifiers that were never seen wait for them. An id that a customer had before is decided like that by
 * whoever said so, unless a person says otherwise.
 */
export async function stageDecisions(warehouse: Warehouse, decisions: readonly Decision[]): Promise<void> {
  const standing = decisions.filter((decision) => decision.undone_at === null);
  await warehouse.load(
    'identity_decisions',
    (['kind', 'namespace_a', 'value_a', 'namespace_b', 'value_b'] as const).map((name) => ({ name, type: 'VARCHAR' as const })),
    standing.map((decision) => [decision.decision, decision.namespace_a, decision.value_a, decision.namespace_b, decision.value_b]),
  );
  // One end at a time: joined at once, the planner may pair all identifiers with all before it looks at the decisions.
  await warehouse.run(sql`create or replace temp table identity_decided_ends as
    select d.kind, i.identifier as a, d.namespace_b, d.value_b from identity_decisions d join identifiers i on i.namespace = d.namespace_a and i.value = d.value_a`);
  await warehouse.run(sql`create or replace temp table identity_decided_pairs as
    select distinct least(d.a, i.identifier) as a, greatest(d.a, i.identifier) as b, d.kind
    from identity_decided_ends d join identifiers i on i.namespace = d.namespace_b and i.value = d.value_b
    where d.kind in ('together', 'apart') and i.identifier <> d.a`);
  await warehouse.run(sql`insert into identity_decided_pairs
    select r.a, r.b, 'together' from (${renamed()}) r anti join (select a, b from identity_decided_pairs) d on d.a = r.a and d.b = r.b`);
  await warehouse.run(sql`create or replace temp table identity_decided as
    select distinct a as identifier, kind from identity_decided_ends where kind = 'block'
    union select a, kind from identity_decided_pairs union select b, kind from identity_decided_pairs`);
}

/**
 * Pairs `(a, b)` of what an alias named as an earlier id (`previous_id`) and the customer id that reads the same: seen as one, whichever is heard of first. An alias may as well
 * name an anonymous id; then nobody bears it. Of two namespaces, so these are no links: they stand for as long as both ends are known.
 */
export const renamed = (): Fragment => sql`
  select least(c.identifier, p.identifier) as a, greatest(c.identifier, p.identifier) as b
  from (select identifier, value from identifiers where namespace = 'previous_id') p join identifiers c on c.value = p.value and c.namespace = 'customer_id'`;
