import { dateTimeOf } from './clock.ts';
import { type Cell, csv, pounds } from './csv.ts';
import type { Identity } from './identities.ts';
import type { Person } from './people.ts';
import { lineTotal, type Line, type Order } from './purchases.ts';
import type { Random } from './random.ts';

/** An order with its number and the identity it was placed under. */
export type NumberedOrder = Order & { readonly id: string; readonly identity: Identity | undefined };

const header = [
  'Order ID',
  'Date',
  'Customer ID',
  'Email',
  'Status',
  'Currency',
  'Channel',
  'Payment Method',
  'Coupon',
  'Product ID',
  'Product',
  'Category',
  'Quantity',
  'Unit Price',
  'Line Discount',
  'Line Total',
] as const;

/** Oldest first. A duplicate person uses each of their two identities for about half of their orders. */
export function numbered(orders: readonly Order[], identities: readonly Identity[], random: Random): readonly NumberedOrder[] {
  const byPerson = new Map<Person, Identity[]>();
  for (const identity of identities) byPerson.set(identity.person, [...(byPerson.get(identity.person) ?? []), identity]);
  let sold = 10_000;
  let returned = 0;
  return [...orders]
    .map((order, index) => [order, index] as const)
    .sort(([a, i], [b, j]) => a.at - b.at || i - j)
    .map(([order]) => {
      const own = order.person === undefined ? [] : (byPerson.get(order.person) ?? []);
      const identity = own[own.length > 1 && random.chance(0.45) ? 1 : 0];
      const id = order.kind === 'order' ? `DG${(sold += 1)}` : `R${String((returned += 1)).padStart(4, '0')}`;
      return { ...order, id, identity };
    });
}

/** One row per line. Two rows must be rejected: a date that does not exist and a quantity in words. */
export function orderFile(
  orders: readonly NumberedOrder[],
  random: Random,
): { readonly text: string; readonly rejectedLines: readonly number[]; readonly rows: number } {
  const rows = orders.flatMap((order) => {
    // Guests of the web shop leave an address only; the counter knows the loyalty card only.
    const shown =
      order.channel === 'shop' ? 'id' : order.identity?.email !== '' && order.identity?.flaw !== 'shared address' && random.chance(0.12) ? 'email' : 'both';
    return order.lines.map((line) => row(order, line, shown));
  });
  const spoilt: readonly (readonly [number, Partial<Record<(typeof header)[number], Cell>>])[] = [
    [Math.floor(rows.length * 0.7), { 'Order ID': 'DG9001', Date: '2026-02-30 10:15' }],
    [Math.floor(rows.length * 0.9), { 'Order ID': 'DG9002', Quantity: 'two' }],
  ];
  const rejectedLines: number[] = [];
  for (const [at, changes] of spoilt) {
    const copied = rows[at] ?? [];
    rows.splice(
      at,
      0,
      header.map((name, column) => changes[name] ?? copied[column] ?? ''),
    );
    rejectedLines.push(at + 2);
  }
  return { text: csv(header, rows), rejectedLines, rows: rows.length };
}

function row(order: NumberedOrder, line: Line, shown: 'id' | 'email' | 'both'): readonly Cell[] {
  return [
    order.id,
    dateTimeOf(order.at),
    shown === 'email' ? '' : (order.identity?.customerId ?? ''),
    shown === 'id' ? '' : (order.identity?.email ?? ''),
    order.status,
    'GBP',
    order.channel,
    order.payment,
    order.coupon,
    line.product.id,
    line.product.name,
    line.product.category,
    line.quantity,
    pounds(line.product.price),
    pounds(line.discount),
    pounds(lineTotal(line)),
  ];
}
