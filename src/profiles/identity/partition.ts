import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { connectedComponents } from './components.ts';

/**
 * Splits `identity_region` into customers: fills `identity_components(identifier, label)`.
 *
 * First everything but anonymous ids, over pairs seen together whose both ends may link and that nobody decided apart,
 * and pairs decided together. Then each anonymous id joins the one customer it was seen with; seen with two it is a shared device and joins none.
 */
export async function partitionRegion(warehouse: Warehouse): Promise<void> {
  await warehouse.run(sql`create or replace temp table identity_pairs as
    select distinct l.a, l.b from links l
    semi join identity_region ra on ra.identifier = l.a semi join identity_region rb on rb.identifier = l.b
    anti join identity_blocked ba on ba.identifier = l.a anti join identity_blocked bb on bb.identifier = l.b
    anti join (select a, b from identity_decided_pairs where kind = 'apart') d on d.a = l.a and d.b = l.b
    where l.a <> l.b`);
  await warehouse.run(sql`create or replace temp table identity_devices as
    select i.identifier from identifiers i semi join identity_region using (identifier) where i.namespace = 'anonymous_id'`);
  await warehouse.run(sql`create or replace temp table identity_edges as
    select a, b from identity_pairs where a not in (select identifier from identity_devices) and b not in (select identifier from identity_devices)
    union select d.a, d.b from identity_decided_pairs d semi join identity_region r on r.identifier = d.a where d.kind = 'together'`);
  await connectedComponents(warehouse, { nodes: 'identity_region', edges: 'identity_edges', into: 'identity_components' });
  await joinDevices(warehouse);
}

async function joinDevices(warehouse: Warehouse): Promise<void> {
  await warehouse.run(sql`create or replace temp table identity_device_owner as
    with seen as (
      select p.a as device, p.b as other from identity_pairs p semi join identity_devices d on d.identifier = p.a
      union all select p.b, p.a from identity_pairs p semi join identity_devices d on d.identifier = p.b)
    select s.device as identifier, min(c.label) as label from seen s
    join identity_components c on c.identifier = s.other
    anti join identity_devices o on o.identifier = s.other
    anti join (select identifier from identity_decided where kind = 'together') t on t.identifier = s.device
    group by s.device having count(distinct c.label) = 1`);
  await warehouse.run(sql`create or replace temp table identity_components as
    select c.identifier, coalesce(o.label, c.label) as label from identity_components c left join identity_device_owner o using (identifier)`);
}
