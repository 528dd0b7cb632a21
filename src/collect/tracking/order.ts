import type { LiveRecord } from '../../contract/index.ts';
import { filled, number, object, text } from '../read/json.ts';
import { flatten } from '../read/flatten.ts';
import { toMoney } from '../read/money.ts';
import { type Refusal, refuse } from '../read/refusal.ts';
import type { Call } from './call.ts';
import { itemsOf } from './items.ts';
import type { OrderName } from './names.ts';

type Order = Extract<LiveRecord, { kind: 'order' }>;

const notProperties: ReadonlySet<string> = new Set([
  'order_id',
  'orderId',
  'total',
  'revenue',
  'subtotal',
  'shipping',
  'tax',
  'discount',
  'coupon',
  'currency',
  'products',
  'affiliation',
  'payment_method',
  'status',
  'email',
  'value',
]);

/** An order as the e-commerce events tell it, or why it can not be told from others. */
export function orderOf(call: Call, name: OrderName): Order | Refusal {
  const properties = object(call.body, 'properties');
  const orderId = text(properties, 'order_id', 'orderId') ?? (name === 'Order Completed' ? (text(properties, 'checkout_id') ?? call.messageId) : undefined);
  if (orderId === undefined)
    return refuse(`${name} does not say which order`, 'properties.order_id', 'Have the shop send the order id that Order Completed carried.');
  return name === 'Order Refunded' ? refundOf(call, orderId) : name === 'Order Cancelled' ? cancelled(call, orderId) : stateOf(call, orderId, name);
}

/** `total` is with shipping and tax and `revenue` without: where only the latter is told, it is what the goods cost. */
function stateOf(call: Call, orderId: string, name: 'Order Completed' | 'Order Updated'): Order {
  const properties = object(call.body, 'properties');
  const shipping = number(properties, 'shipping') ?? null;
  const tax = number(properties, 'tax') ?? null;
  const total = number(properties, 'total', 'value') ?? null;
  const revenue = number(properties, 'revenue') ?? null;
  const items = itemsOf(properties);
  return {
    kind: 'order',
    identifiers: call.identifiers,
    orderId,
    orderedAt: name === 'Order Completed' ? call.occurredAt : null,
    observedAt: call.occurredAt,
    status: text(properties, 'status') ?? (name === 'Order Completed' ? 'completed' : null),
    currency: text(properties, 'currency')?.toUpperCase() ?? null,
    total: total ?? (revenue === null ? null : toMoney(revenue + (shipping ?? 0) + (tax ?? 0))),
    subtotal: number(properties, 'subtotal') ?? null,
    discount: number(properties, 'discount') ?? null,
    shipping,
    tax,
    refunded: null,
    fields: filled({
      channel: text(properties, 'affiliation'),
      coupon: text(properties, 'coupon'),
      payment_method: text(properties, 'payment_method'),
    }),
    ...(items.length === 0 ? {} : { items }),
    properties: flatten(properties, notProperties),
  };
}

/** The specification's refund tells the amount given back in `total`; without one, and without lines, the whole order. */
function refundOf(call: Call, orderId: string): Order {
  const properties = object(call.body, 'properties');
  const lines = itemsOf(properties);
  const ofLines =
    lines.length === 0 || lines.some(({ price }) => price === null) ? undefined : toMoney(lines.reduce((sum, one) => sum + (one.price ?? 0) * one.quantity, 0));
  const amount = number(properties, 'total', 'value', 'revenue') ?? ofLines ?? null;
  return {
    ...unsaid(call, orderId),
    status: amount === null ? 'refunded' : null,
    refund: { id: call.messageId, amount: amount === null ? null : Math.abs(amount) },
  };
}

const cancelled = (call: Call, orderId: string): Order => ({ ...unsaid(call, orderId), status: 'cancelled', cancelledAt: call.occurredAt });

const unsaid = (call: Call, orderId: string): Order => ({
  kind: 'order',
  identifiers: call.identifiers,
  orderId,
  orderedAt: null,
  observedAt: call.occurredAt,
  status: null,
  currency: null,
  total: null,
  subtotal: null,
  discount: null,
  shipping: null,
  tax: null,
  refunded: null,
  fields: {},
  properties: {},
});
