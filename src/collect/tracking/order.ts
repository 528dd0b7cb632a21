import type { JsonObject, LiveRecord } from '../../contract/index.ts';
import { filled, object, text } from '../read/json.ts';
import { flatten } from '../read/flatten.ts';
import { amount, toMoney, unreadableAmount } from '../read/money.ts';
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
  const unreadable = unreadableAmount(properties, 'total', 'value', 'revenue');
  if (unreadable !== undefined)
    return refuse(`${unreadable} is not an amount`, `properties.${unreadable}`, 'Send a number such as 12.5; the currency goes into a property of its own.');
  return name === 'Order Refunded' ? refundOf(call, orderId) : name === 'Order Cancelled' ? cancelled(call, orderId) : stateOf(call, orderId, name);
}

/** `total` is with shipping and tax and `revenue` without: where only the latter is told, it is what the goods cost. */
function stateOf(call: Call, orderId: string, name: 'Order Completed' | 'Order Updated'): Order {
  const properties = object(call.body, 'properties');
  const shipping = amount(properties, 'shipping') ?? null;
  const tax = amount(properties, 'tax') ?? null;
  const total = amount(properties, 'total', 'value') ?? null;
  const revenue = amount(properties, 'revenue') ?? null;
  const items = itemsOf(properties);
  return {
    kind: 'order',
    identifiers: call.identifiers,
    orderId,
    orderedAt: name === 'Order Completed' ? call.occurredAt : null,
    observedAt: call.occurredAt,
    status: text(properties, 'status') ?? (name === 'Order Completed' ? 'completed' : null),
    currency: currencyOf(properties),
    total: total ?? (revenue === null ? null : toMoney(revenue + (shipping ?? 0) + (tax ?? 0))),
    subtotal: amount(properties, 'subtotal') ?? null,
    discount: amount(properties, 'discount') ?? null,
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
  const given = amount(properties, 'total', 'value', 'revenue') ?? ofLines ?? null;
  return {
    ...unsaid(call, orderId),
    status: given === null ? 'refunded' : null,
    refund: { id: call.messageId, amount: given === null ? null : Math.abs(given) },
  };
}

const currencyOf = (properties: JsonObject): string | null => text(properties, 'currency')?.toUpperCase() ?? null;

const cancelled = (call: Call, orderId: string): Order => ({ ...unsaid(call, orderId), status: 'cancelled', cancelledAt: call.occurredAt });

const unsaid = (call: Call, orderId: string): Order => ({
  kind: 'order',
  identifiers: call.identifiers,
  orderId,
  orderedAt: null,
  observedAt: call.occurredAt,
  status: null,
  // An amount given back in another currency is not one of ours either.
  currency: currencyOf(object(call.body, 'properties')),
  total: null,
  subtotal: null,
  discount: null,
  shipping: null,
  tax: null,
  refunded: null,
  fields: {},
  properties: {},
});
