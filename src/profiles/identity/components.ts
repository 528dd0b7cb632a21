import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/**
 * Connected components, set-wise: every node takes the lowest label among itself and its neighbours, then the label of
 * its label, until nothing changes (minimum label propagation with pointer jumping; rounds grow with the logarithm of
 * the longest path). `nodes(identifier)`, `edges(a, b)` in any direction; fills `into(identifier, label)`, where the label is the
 * lowest identifier of the component.
 */
export async function connectedComponents(warehouse: Warehouse, request: { nodes: string; edges: string; into: string }): Promise<void> {
  const into = ident(request.into);
  await warehouse.run(sql`create or replace temp table identity_both as
    select a as x, b as y from ${ident(request.edges)} union all select b, a from ${ident(request.edges)}`);
  await warehouse.run(sql`create or replace temp table ${into} as select identifier, identifier as label from ${ident(request.nodes)}`);
  for (;;) {
    await warehouse.run(sql`create or replace temp table identity_lowered as
      select n.identifier, least(n.label, coalesce(m.label, n.label)) as label, n.label as had
      from ${into} n left join (select e.x as identifier, min(t.label) as label from identity_both e join ${into} t on t.identifier = e.y group by e.x) m using (identifier)`);
    const changed = await warehouse.row<{ n: number }>(sql`select count(*) as n from identity_lowered where label <> had`);
    if ((changed?.n ?? 0) === 0) return;
    await warehouse.run(sql`create or replace temp table ${into} as
      select n.identifier, least(n.label, coalesce(up.label, n.label)) as label from identity_lowered n left join identity_lowered up on up.identifier = n.label`);
  }
}
