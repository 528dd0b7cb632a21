import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/**
 * Connected components, set-wise, by label propagation with contraction: every node takes the lowest of itself and its neighbours, labels
 * follow their label once, and edges are redrawn between labels; those within one label vanish. Every node but a lowest one moves, so
 * the graph at least halves each round; records' identifiers are all joined pairwise, so most shops need one or two.
 * `nodes(identifier)`, `edges(a, b)` in any direction; fills `into(identifier, label)`, where the label is the lowest identifier of the component.
 */
export async function connectedComponents(warehouse: Warehouse, request: { nodes: string; edges: string; into: string }): Promise<void> {
  const into = ident(request.into);
  await warehouse.run(sql`create or replace temp table ${into} as select identifier, identifier as label from ${ident(request.nodes)}`);
  await warehouse.run(sql`create or replace temp table identity_between as select a, b from ${ident(request.edges)} where a <> b`);
  while ((await warehouse.row(sql`select 1 from identity_between limit 1`)) !== undefined) {
    await warehouse.run(sql`create or replace temp table identity_hooked as
      select x as node, least(x, min(y)) as label from (select a as x, b as y from identity_between union all select b, a from identity_between) group by x`);
    await warehouse.run(sql`create or replace temp table identity_jumped as
      select h.node, up.label from identity_hooked h join identity_hooked up on up.node = h.label`);
    await warehouse.run(sql`create or replace temp table ${into} as
      select n.identifier, coalesce(j.label, n.label) as label from ${into} n left join identity_jumped j on j.node = n.label`);
    // One end at a time: given both, the engine may join all labels with all others by their inequality first.
    await warehouse.run(sql`create or replace temp table identity_between as
      with moved as materialized (select one.label as a, e.b from identity_between e join identity_jumped one on one.node = e.a)
      select distinct m.a, other.label as b from moved m join identity_jumped other on other.node = m.b where m.a <> other.label`);
  }
}
