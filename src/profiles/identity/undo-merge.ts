import { ClienteleError, formatInstant } from '../../core/index.ts';
import type { Control } from '../../control/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { stageDecisions } from './decisions.ts';
import { type Deciding, decision, type Identifier } from './manual.ts';
import { readDecisions, settleDecisions } from './settle.ts';

/**
 * Takes a merge of the log back: whatever links the absorbed profile's identifiers with the survivor's is decided apart,
 * so that no import of the same brings them together again. Both get their old numbers; what came since stays with the side it hangs on.
 * Throws `merge.unknown`, and `merge.invalid` when the two have come apart already.
 */
export async function undoMerge(warehouse: Warehouse, control: Control, merge: number, by: Deciding): Promise<void> {
  const logged = await warehouse.row<{ merge: number }>(sql`select merge from merges where merge = ${merge} and undone_at is null`);
  if (logged === undefined) throw new ClienteleError('merge.unknown', { id: merge });
  const crossing = await crossingLinks(warehouse, control, merge);
  if (crossing.length === 0) throw new ClienteleError('merge.invalid', { detail: `Merge ${merge} has come apart already.` });
  for (const { inside, outside, decided } of crossing) {
    if (decided) await withdrawTogether(control, inside, outside, by);
    else
      await control
        .insertInto('identity_decisions')
        .values(decision('apart', inside, outside, by, merge))
        .execute();
  }
  await settleDecisions(warehouse, control, by.at);
  await warehouse.run(sql`update merges set undone_at = ${timestamp(by.at)} where merge = ${merge}`);
}

type Link = { readonly a: number; readonly b: number; readonly decided: boolean };
type Crossing = { readonly inside: Identifier; readonly outside: Identifier; readonly decided: boolean };

/** Links from the absorbed side to what the survivor's side reaches without passing the absorbed one. One customer's links are few. */
async function crossingLinks(warehouse: Warehouse, control: Control, merge: number): Promise<readonly Crossing[]> {
  await stageDecisions(warehouse, await readDecisions(control));
  await warehouse.run(sql`create or replace temp table identity_merged as
    select i.identifier, i.namespace, i.value from identifiers i
    where i.profile in (select o.profile from merged_identifiers m join identifiers o using (identifier) where m.merge = ${merge} and m.absorbed)`);
  const members = await warehouse.rows<Identifier & { identifier: number; absorbed: boolean | null }>(sql`
    select g.identifier, g.namespace, g.value, m.absorbed from identity_merged g left join merged_identifiers m on m.identifier = g.identifier and m.merge = ${merge} order by 1`);
  const links = await warehouse.rows<Link>(sql`
    select distinct l.a, l.b, false as decided from links l semi join identity_merged x on x.identifier = l.a semi join identity_merged y on y.identifier = l.b
    anti join (select a, b from identity_decided_pairs where kind = 'apart') d on d.a = l.a and d.b = l.b where l.a <> l.b
    union select d.a, d.b, true from identity_decided_pairs d semi join identity_merged x on x.identifier = d.a where d.kind = 'together' order by 1, 2, 3`);
  const absorbed = new Set(members.filter((member) => member.absorbed === true).map(({ identifier }) => identifier));
  const reached = reachable(
    members.filter((member) => member.absorbed === false).map(({ identifier }) => identifier),
    links,
    absorbed,
  );
  const byNumber = new Map(members.map((member) => [member.identifier, member]));
  return links.flatMap(({ a, b, decided }) => {
    const [inside, outside] = [absorbed.has(a) ? a : b, absorbed.has(a) ? b : a].map((identifier) => byNumber.get(identifier));
    if (inside === undefined || outside === undefined) return [];
    const said = decided && inside.namespace !== 'previous_id' && outside.namespace !== 'previous_id';
    return absorbed.has(inside.identifier) && reached.has(outside.identifier) ? [{ inside, outside, decided: said }] : [];
  });
}

function reachable(from: readonly number[], links: readonly Link[], avoiding: ReadonlySet<number>): ReadonlySet<number> {
  const beside = new Map<number, number[]>();
  for (const { a, b } of links) {
    beside.set(a, [...(beside.get(a) ?? []), b]);
    beside.set(b, [...(beside.get(b) ?? []), a]);
  }
  const reached = new Set(from);
  const queue = [...from];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const other of beside.get(next) ?? []) {
      if (reached.has(other) || avoiding.has(other)) continue;
      reached.add(other);
      queue.push(other);
    }
  }
  return reached;
}

async function withdrawTogether(control: Control, one: Identifier, other: Identifier, by: Deciding): Promise<void> {
  const same = (a: Identifier, b: Identifier) => a.namespace === b.namespace && a.value === b.value;
  const standing = (await readDecisions(control)).filter((row) => row.decision === 'together' && row.undone_at === null);
  for (const row of standing) {
    const [a, b] = [
      { namespace: row.namespace_a, value: row.value_a },
      { namespace: row.namespace_b ?? '', value: row.value_b ?? '' },
    ];
    if (!((same(a, one) && same(b, other)) || (same(a, other) && same(b, one)))) continue;
    await control
      .updateTable('identity_decisions')
      .set({ undone_at: formatInstant(by.at) })
      .where('id', '=', row.id)
      .execute();
  }
}
