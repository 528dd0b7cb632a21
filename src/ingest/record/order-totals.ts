import type { Mapping } from '../../contract/index.ts';
import type { Workspace } from '../../core/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { Job } from '../context.ts';
import { fingerprint, has } from './fields.ts';
import { identityColumns, joinPeople, type People } from './people.ts';
import { absentOrderColumns, orderColumnNames, orderFields } from './order-rows.ts';
import { plainStatus, readAs } from './statuses.ts';

/**
 * `ingest_raw_orders` → view `ingest_orders`: people joined, and decided: `gross` (what the goods came to), `net` (what is left of it), `refunded`, `is_return`,
 * `stands` and `all_refunded` and from them `counts`; and a fingerprint over the order and its lines.
 *
 * net = what was paid less what was refunded, without shipping and tax where the source tells them apart (docs/import.md, "What an order is worth").
 */
export async function settleOrders(
  warehouse: Warehouse,
  checked: Checked,
  { mapping, context: { workspace } }: Job,
  people: People,
): Promise<{ readonly totalPerLine: boolean }> {
  const varies = await warehouse.row<{ n: number }>(sql`select count(*) as n from ingest_raw_orders where total_varies`);
  const totalPerLine = (varies?.n ?? 0) > 0 && mapping.options.inheritRows !== true;
  const absent = orderColumnNames(checked, false);
  const used = [
    ...absent.filter((name) => name !== 'total' && name !== 'refunded'),
    'total',
    'refunded',
    'goods',
    'goods_refunded',
    'plain_status',
    'rows',
    'amount',
    'contents',
    'total_sum',
    'total_varies',
  ];
  await warehouse.run(sql`create or replace temp table ingest_settled as
    select o.* exclude (given_back, ${join(used.map((name) => ident(name)))}), o.given_back as refunded, ${countsBy(workspace.refundedOrders)} as counts, ${orderFingerprint(checked)} as fingerprint
    from (select g.*, ${isReturn(mapping)} as is_return, ${stands(mapping)} as stands, ${allRefunded(mapping)} as all_refunded,
        ${ordered(mapping)} as gross, ${net(mapping)} as net, ${givenBack(mapping, totalPerLine)} as given_back
      from (select t.*, ${goodsRefunded(checked, totalPerLine)} as goods_refunded
        from (select r.*, p.identifier, p.profile, ${goods(checked, totalPerLine)} as goods, ${plainStatus(sql`r.status`)} as plain_status from ingest_raw_orders r ${joinPeople(people, 'r')}) t) g) o`);
  await warehouse.run(sql`create or replace temp view ingest_orders as select s.* ${absentOrderColumns(checked, ['refunded'])} from ingest_settled s`);
  return { totalPerLine };
}

/** Whether an order counts, from what is recorded of it: what is not known of one recorded earlier stays as it is. */
export const countsBy = (refundedOrders: Workspace['refundedOrders']): Fragment =>
  refundedOrders === 'count' ? sql`stands` : sql`(stands and not all_refunded)`;

/** What the goods cost: the source's own total without shipping and tax, else its subtotal, else the sum of its lines less the order's discount. */
function goods(checked: Checked, totalPerLine: boolean): Fragment {
  const lines = has(checked, 'line_discount') || !has(checked, 'discount') ? sql`r.amount` : sql`r.amount - coalesce(abs(r.discount), 0)`;
  const total = totalPerLine ? sql`r.total_sum` : sql`r.total`;
  const bare = holdsExtras(checked, totalPerLine) ? sql`${total} - coalesce(r.shipping, 0) - coalesce(r.tax, 0)` : total;
  return sql`cast(coalesce(${bare}, r.subtotal, ${lines}, 0) as DECIMAL(18,4))`;
}

/** Whether the total holds shipping and tax: "Net Sales" is without them already, whatever stands beside it. */
function holdsExtras(checked: Checked, totalPerLine: boolean): boolean {
  const header = checked.fields.get('total')?.header ?? '';
  return !totalPerLine && !/\bnet\b|netto/i.test(header.replaceAll('_', ' '));
}

/** What was refunded of the goods: money goes back for shipping and tax as well, so of a total that holds them it is the goods' share. */
function goodsRefunded(checked: Checked, totalPerLine: boolean): Fragment {
  if (!holdsExtras(checked, totalPerLine)) return sql`abs(t.refunded)`;
  return sql`case when t.total > t.goods and t.goods > 0 and t.refunded <> 0 then cast(cast(abs(t.refunded) as DOUBLE) * t.goods / t.total as DECIMAL(18,4)) else abs(t.refunded) end`;
}

const isReturn = (mapping: Mapping): Fragment => {
  const mark = mapping.options.returnWhen;
  return mark === undefined ? sql`(g.goods < 0)` : sql`(g.goods < 0 or coalesce(lower(g.mark) = lower(${mark.equals}), false))`;
};

/** An order whose status says so, and of which no amount is told, gave everything back. */
const saidRefunded = (mapping: Mapping): Fragment => sql`coalesce(${readAs(mapping, 'refunded', sql`g.plain_status`)} and coalesce(g.refunded, 0) = 0, false)`;

const allRefunded = (mapping: Mapping): Fragment => sql`(${saidRefunded(mapping)} or coalesce(g.goods > 0 and g.goods_refunded >= g.goods, false))`;

/** The amount that the source tells, else, of one that gave everything back, all that was paid. */
const givenBack = (mapping: Mapping, totalPerLine: boolean): Fragment =>
  sql`case when ${saidRefunded(mapping)} then abs(coalesce(${totalPerLine ? sql`g.total_sum` : sql`g.total`}, g.goods)) else g.refunded end`;

/** A return is negative however its source writes it. */
const ordered = (mapping: Mapping): Fragment => sql`cast(case when ${isReturn(mapping)} then -abs(g.goods) else g.goods end as DECIMAL(18,4))`;

/** Never below nothing: more than the order may have been given back. */
const net = (mapping: Mapping): Fragment =>
  sql`cast(case when ${isReturn(mapping)} then -abs(g.goods) when ${saidRefunded(mapping)} then 0 else greatest(g.goods - coalesce(g.goods_refunded, 0), 0) end as DECIMAL(18,4))`;

/** A date of cancelling says it, whatever the status. */
const stands = (mapping: Mapping): Fragment => sql`(not coalesce(${readAs(mapping, 'void', sql`g.plain_status`)}, false) and g.cancelled_at is null)`;

/** What the workspace leaves out is its own affair: the record is the same one whatever is counted. */
function orderFingerprint(checked: Checked): Fragment {
  const names = new Map([
    ['refunded', 'given_back'],
    ...orderColumnNames(checked, true).map((name): [string, string] => [name, name === 'refunded' ? 'given_back' : name]),
  ]);
  for (const own of ['net', 'is_return', 'stands']) names.set(own, own);
  const columns = [
    ...identityColumns(checked).map(({ column }) => column),
    ...Object.keys(orderFields).filter((name) => name !== 'total'),
    'net',
    'is_return',
    'stands',
    'properties',
  ];
  const printed = columns.map((name) => names.get(name)).map((name) => (name === undefined ? undefined : ident('o', name)));
  return sql`xor(${fingerprint(printed)}, o.contents)`;
}
