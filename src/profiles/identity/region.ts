import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { blockedIdentifiers, type IdentityLimits } from './guards.ts';

/**
 * Everything whose profile may change: all identifiers that can be reached from temp table `identity_seeds(identifier)` over
 * what has been seen together. An identifier that links nothing is reached but not passed, unless it is a seed that has only now
 * become so (not in `identity_closed`): its old neighbours then come apart. Fills `identity_region` and `identity_blocked`.
 */
export async function growRegion(warehouse: Warehouse, limits: IdentityLimits): Promise<void> {
  await warehouse.run(sql`create or replace temp table identity_region as select distinct identifier from identity_seeds`);
  await warehouse.run(sql`create or replace temp table identity_frontier as select identifier from identity_region`);
  await warehouse.run(sql`create or replace temp table identity_blocked (identifier INTEGER)`);
  for (let round = 0; ; round += 1) {
    await blockedIdentifiers(warehouse, { nodes: 'identity_frontier', links: sql`links`, limits, into: 'identity_newly_blocked' });
    await warehouse.run(sql`insert into identity_blocked select identifier from identity_newly_blocked`);
    const stops = round === 0 ? sql`identity_closed` : sql`identity_newly_blocked`;
    await warehouse.run(sql`create or replace temp table identity_next as
      with passing as (select identifier from identity_frontier where identifier not in (select identifier from ${stops})),
      reached as (
        select l.b as identifier from links l join passing p on p.identifier = l.a
        union select l.a from links l join passing p on p.identifier = l.b
        union select d.b from identity_decided_pairs d join identity_frontier p on p.identifier = d.a where d.kind = 'together'
        union select d.a from identity_decided_pairs d join identity_frontier p on p.identifier = d.b where d.kind = 'together')
      select identifier from reached anti join identity_region using (identifier)`);
    const grown = await warehouse.row<{ n: number }>(sql`select count(*) as n from identity_next`);
    if ((grown?.n ?? 0) === 0) return;
    await warehouse.run(sql`insert into identity_region select identifier from identity_next`);
    await warehouse.run(sql`create or replace temp table identity_frontier as select identifier from identity_next`);
  }
}
