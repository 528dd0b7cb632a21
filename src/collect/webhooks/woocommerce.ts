import type { Interpreted, JsonObject, LiveItem } from '../../contract/index.ts';
import { formatInstant } from '../../core/index.ts';
import { identifiersOf } from '../read/identifiers.ts';
import { knownInstant } from '../read/instants.ts';
import { filled, number, objects, text } from '../read/json.ts';
import { toMoney } from '../read/money.ts';
import { refuse } from '../read/refusal.ts';
import { type Delivery, told } from './delivery.ts';

/** Statuses that never became a sale, as the preset of the same system says. */
const neverSold: ReadonlySet<string> = new Set(['failed', 'trash', 'pending', 'checkout-draft']);

/** WooCommerce's webhooks: the REST API's own objects, read as `sources/presets/woocommerce-orders.ts` reads them from a file. */
export function interpretWooCommerce(delivery: Delivery): Interpreted {
  const [area = '', happening = ''] = delivery.topic.split('.');
  if (area === 'order') return happening === 'deleted' ? deletedOrder(delivery) : orderOf(delivery);
  if (area === 'customer' && happening !== 'deleted') return customerOf(delivery);
  return told();
}

function orderOf({ payload, receivedAt }: Delivery): Interpreted {
  const orderId = text(payload, 'id');
  const orderedAt = knownInstant(payload, 'date_created_gmt');
  if (orderId === undefined || orderedAt === undefined)
    return refuse('The order has no id or no time', orderId === undefined ? 'id' : 'date_created_gmt', 'Is the webhook’s API version WP REST API v3?');
  const status = text(payload, 'status') ?? null;
  const of = (name: string): string | undefined => text(payload, `billing.${name}`);
  const name = [of('first_name'), of('last_name')].filter((part) => part !== undefined).join(' ');
  return told({
    kind: 'order',
    identifiers: identifiersOf([
      ['woocommerce', text(payload, 'customer_id')],
      ['email', of('email')],
      ['phone', of('phone')],
    ]),
    orderId,
    orderedAt,
    observedAt: knownInstant(payload, 'date_modified_gmt') ?? receivedAt,
    status,
    neverSold: status !== null && neverSold.has(status),
    currency: text(payload, 'currency') ?? null,
    total: number(payload, 'total') ?? null,
    subtotal: null,
    discount: number(payload, 'discount_total') ?? null,
    shipping: number(payload, 'shipping_total') ?? null,
    tax: number(payload, 'total_tax') ?? null,
    refunded: toMoney(objects(payload, 'refunds').reduce((sum, refund) => sum + Math.abs(number(refund, 'total') ?? 0), 0)),
    fields: filled({
      channel: text(payload, 'created_via'),
      coupon: text(objects(payload, 'coupon_lines')[0] ?? {}, 'code'),
      payment_method: text(payload, 'payment_method_title', 'payment_method'),
      customer_name: name === '' ? undefined : name,
      company: of('company'),
      country: of('country'),
      region: of('state'),
      city: of('city'),
      postcode: of('postcode'),
    }),
    items: objects(payload, 'line_items').map(itemOf),
    properties: filled({ number: text(payload, 'number') }),
  });
}

const itemOf = (line: JsonObject): LiveItem => ({
  product_id: text(line, 'sku', 'product_id') ?? null,
  product: text(line, 'name') ?? null,
  category: null,
  brand: null,
  variant: null,
  quantity: number(line, 'quantity') ?? 1,
  price: number(line, 'price') ?? null,
  discount: null,
});

/** A deleted order is told by its id alone. */
function deletedOrder({ payload, receivedAt }: Delivery): Interpreted {
  const orderId = text(payload, 'id');
  if (orderId === undefined) return refuse('The order has no id', 'id', 'Is the topic of this webhook order.deleted?');
  return told({
    kind: 'order',
    identifiers: [],
    orderId,
    orderedAt: null,
    observedAt: receivedAt,
    status: 'trash',
    neverSold: true,
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
}

function customerOf({ payload, receivedAt }: Delivery): Interpreted {
  const signedUp = knownInstant(payload, 'date_created_gmt');
  return told({
    kind: 'customer',
    identifiers: identifiersOf([
      ['woocommerce', text(payload, 'id')],
      ['email', text(payload, 'email', 'billing.email')],
      ['phone', text(payload, 'billing.phone')],
    ]),
    observedAt: knownInstant(payload, 'date_modified_gmt') ?? receivedAt,
    traits: filled({
      email: text(payload, 'email', 'billing.email'),
      phone: text(payload, 'billing.phone'),
      first_name: text(payload, 'first_name', 'billing.first_name'),
      last_name: text(payload, 'last_name', 'billing.last_name'),
      company: text(payload, 'billing.company'),
      country: text(payload, 'billing.country'),
      region: text(payload, 'billing.state'),
      city: text(payload, 'billing.city'),
      postcode: text(payload, 'billing.postcode'),
      signed_up_at: signedUp === undefined ? undefined : formatInstant(signedUp),
    }),
  });
}
