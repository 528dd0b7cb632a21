import type { Mapping } from '../../contract/index.ts';
import type { Workspace } from '../../core/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Checked } from '../check/check-rows.ts';
import type { Job } from '../context.ts';
import { fingerprint, has } from './fields.ts';
import { identityColumns, joinPeople, type People } from './people.ts';
import { absentOrderColumns, orderColumnNames, orderFields } from './order-rows.ts';

/** Statuses of orders that never became sales; presets add their own. Compared in lower case, `-` for blanks and underscores, without `wc-`. */
export const voidStatuses: readonly string[] = [
  'cancelled',
  'canceled',
  'void',
  'voided',
  'test',
  'draft',
  'checkout-draft',
  'auto-draft',
  'trash',
  'failed',
  'declined',
  'expired',
  'abandoned',
  'storniert',
  'annulé',
  'annulée',
  'cancelado',
  'cancelada',
  'annullato',
  'geannuleerd',
];

/**
 * `ingest_raw_orders` → view `ingest_orders`: people joined, total, is_return and counts decided, and a fingerprint over the order and its lines.
 *
 * total = what was paid less what was refunded, without shipping and tax where the source tells them apart (docs/import.md, "What an order is worth").
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
    ...absent.filter((name) => name !== 'total'),
    'total',
    'gross',
    'goods_refunded',
    'plain_status',
    'rows',
    'amount',
    'contents',
    'total_sum',
    'total_varies',
  ];
  await warehouse.run(sql`create or replace temp table ingest_settled as
    select o.* exclude (${join(used.map((name) => ident(name)))}), ${orderFingerprint(checked)} as fingerprint
    from (select g.*, ${isReturn(mapping)} as is_return, ${counts(mapping, workspace)} as counts, ${net(mapping)} as net
      from (select t.*, ${goodsRefunded(checked, totalPerLine)} as goods_refunded
        from (select r.*, p.identifier, p.profile, ${gross(checked, totalPerLine)} as gross, ${plainStatus} as plain_status from ingest_raw_orders r ${joinPeople(people, 'r')}) t) g) o`);
  await warehouse.run(sql`create or replace temp view ingest_orders as select s.* ${absentOrderColumns(checked)} from ingest_settled s`);
  return { totalPerLine };
}

const plainStatus: Fragment = sql`regexp_replace(replace(replace(lower(r.status), '_', '-'), ' ', '-'), '^wc-', '')`;

/** What the goods cost: the source's own total without shipping and tax, else its subtotal, else the sum of its lines less the order's discount. */
function gross(checked: Checked, totalPerLine: boolean): Fragment {
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
  return sql`case when t.total > t.gross and t.gross > 0 and t.refunded <> 0 then cast(cast(abs(t.refunded) as DOUBLE) * t.gross / t.total as DECIMAL(18,4)) else abs(t.refunded) end`;
}

const isReturn = (mapping: Mapping): Fragment => {
  const mark = mapping.options.returnWhen;
  return mark === undefined ? sql`(g.gross < 0)` : sql`(g.gross < 0 or coalesce(lower(g.mark) = lower(${mark.equals}), false))`;
};

/** A refunded order without a refunded amount gave everything back. */
const wasRefunded = sql`coalesce(g.plain_status in ('refunded', 'fully-refunded', 'erstattet') and g.refunded is null, false)`;

/** Never below nothing: more than the order may have been given back. A return is negative however its source writes it. */
const net = (mapping: Mapping): Fragment =>
  sql`cast(case when ${isReturn(mapping)} then -abs(g.gross) when ${wasRefunded} then 0 else greatest(g.gross - coalesce(g.goods_refunded, 0), 0) end as DECIMAL(18,4))`;

function counts(mapping: Mapping, workspace: Workspace): Fragment {
  const words = [...voidStatuses, ...(mapping.options.voidStatuses ?? []).map((word) => word.toLowerCase().replaceAll(/[_ ]/g, '-'))];
  const standing = sql`not coalesce(list_contains([${join(words.map((word) => sql`${word}`))}], g.plain_status), false) and g.cancelled_at is null`;
  if (workspace.refundedOrders === 'count') return sql`(${standing})`;
  return sql`(${standing} and not (${wasRefunded} or coalesce(g.gross > 0 and g.goods_refunded >= g.gross, false)))`;
}

function orderFingerprint(checked: Checked): Fragment {
  const present = new Set([...orderColumnNames(checked, true), 'net', 'is_return', 'counts']);
  const columns = [
    ...identityColumns(checked).map(({ column }) => column),
    ...Object.keys(orderFields).filter((name) => name !== 'total'),
    'net',
    'is_return',
    'counts',
    'properties',
  ];
  return sql`xor(${fingerprint(columns.map((name) => (present.has(name) ? ident('o', name) : undefined)))}, o.contents)`;
}
