import type { Interpreted, JsonObject, LiveIdentifier, LiveItem, LiveRecord } from '../../contract/index.ts';
import { formatInstant, type Instant, second } from '../../core/index.ts';
import { identifiersOf } from '../read/identifiers.ts';
import { knownInstant } from '../read/instants.ts';
import { filled, flag, number, object, objects, text, texts } from '../read/json.ts';
import { toMoney } from '../read/money.ts';
import { refuse } from '../read/refusal.ts';
import { type Delivery, told } from './delivery.ts';

/**
 * Shopify's webhooks, read as its exports are (`sources/presets/shopify-orders.ts`): an order's id is its name (`#1001`), places are those of the bill, what was
 * refunded is a sum without lines.
 */
export function interpretShopify(delivery: Delivery): Interpreted {
  const [area = '', happening = ''] = delivery.topic.split('/');
  if (happening === 'redact' || happening === 'data_request')
    return refuse(`Shopify asks on behalf of a customer or shop: ${delivery.topic}`, null, 'Answer it within 30 days: see the customer’s page.');
  switch (area) {
    case 'orders':
      return orderOf(delivery, happening);
    case 'customers':
      return happening === 'delete' ? told() : customerOf(delivery);
    case 'checkouts':
      return happening === 'delete' ? told() : told(checkoutOf(delivery, happening));
    case 'refunds':
      return refuse(
        'A refund by itself does not carry the name of its order',
        'order_id',
        'Subscribe to orders/updated instead of refunds/create: it tells the order with all its refunds.',
      );
    default:
      return told();
  }
}

function orderOf({ payload, receivedAt, triggeredAt }: Delivery, happening: string): Interpreted {
  const orderId = text(payload, 'name');
  const orderedAt = knownInstant(payload, 'created_at');
  if (happening === 'delete') return told();
  if (orderId === undefined || orderedAt === undefined)
    return refuse('The order has no name or no time', orderId === undefined ? 'name' : 'created_at', 'Is the topic of this webhook one of orders/…?');
  const items = objects(payload, 'line_items').map(itemOf);
  return told({
    kind: 'order',
    identifiers: customerIdentifiers(payload),
    orderId,
    orderedAt,
    observedAt: finer(knownInstant(payload, 'updated_at'), triggeredAt) ?? receivedAt,
    status: text(payload, 'financial_status') ?? null,
    cancelledAt: knownInstant(payload, 'cancelled_at') ?? null,
    ...(flag(payload, 'test') === true ? { neverSold: true } : {}),
    currency: text(payload, 'currency') ?? null,
    total: number(payload, 'total_price') ?? null,
    subtotal: number(payload, 'subtotal_price') ?? null,
    discount: number(payload, 'total_discounts') ?? null,
    shipping: number(payload, 'total_shipping_price_set.shop_money.amount') ?? null,
    tax: number(payload, 'total_tax') ?? null,
    refunded: refunded(payload),
    ...filled({ acceptsEmail: flag(payload, 'buyer_accepts_marketing') }),
    ...(texts(payload, 'tags').length === 0 ? {} : { tags: texts(payload, 'tags') }),
    fields: filled({
      channel: text(payload, 'source_name'),
      coupon: text(objects(payload, 'discount_codes')[0] ?? {}, 'code'),
      payment_method: texts(payload, 'payment_gateway_names')[0],
      ...placeOf(payload),
    }),
    items,
    properties: filled({ fulfillment_status: text(payload, 'fulfillment_status'), shopify_order: text(payload, 'id') }),
  });
}

/** Shopify dates what an order says by the second, and what made it say so by its parts: an order that is made and paid within one is paid. */
function finer(updated: Instant | undefined, triggered: Instant | undefined): Instant | undefined {
  if (updated === undefined || triggered === undefined) return updated;
  return triggered > updated && triggered - updated < second ? triggered : updated;
}

/** Everything given back so far; nothing yet is nothing, not unknown. */
function refunded(payload: JsonObject): number {
  const paid = objects(payload, 'refunds')
    .flatMap((refund) => objects(refund, 'transactions'))
    .filter((transaction) => text(transaction, 'kind') === 'refund' && text(transaction, 'status') !== 'failure');
  return toMoney(paid.reduce((sum, transaction) => sum + (number(transaction, 'amount') ?? 0), 0));
}

/** An export names a line by product and variant together, and knows it by its SKU. */
const itemOf = (line: JsonObject): LiveItem => ({
  product_id: text(line, 'sku') ?? null,
  product: text(line, 'name', 'title') ?? null,
  category: null,
  brand: text(line, 'vendor') ?? null,
  variant: null,
  quantity: number(line, 'quantity') ?? 1,
  price: number(line, 'price') ?? null,
  discount: number(line, 'total_discount') ?? null,
});

function customerIdentifiers(payload: JsonObject): readonly LiveIdentifier[] {
  return identifiersOf([
    ['shopify', text(payload, 'customer.id')],
    ['email', text(payload, 'email', 'contact_email', 'customer.email')],
    ['phone', text(payload, 'phone', 'billing_address.phone', 'shipping_address.phone', 'customer.phone')],
  ]);
}

type Place = Partial<Record<'country' | 'region' | 'city' | 'postcode' | 'customer_name' | 'company', string>>;

function placeOf(payload: JsonObject): Place {
  const of = (...names: readonly string[]): string | undefined =>
    text(payload, ...['billing_address', 'shipping_address'].flatMap((address) => names.map((name) => `${address}.${name}`)));
  return filled({
    country: of('country_code', 'country'),
    region: of('province', 'province_code'),
    city: of('city'),
    postcode: of('zip'),
    customer_name: of('name'),
    company: of('company'),
  });
}

function customerOf({ payload, receivedAt }: Delivery): Interpreted {
  const address = object(payload, 'default_address');
  const identifiers = identifiersOf([
    ['shopify', text(payload, 'id')],
    ['email', text(payload, 'email')],
    ['phone', text(payload, 'phone')],
  ]);
  if (identifiers.length === 0) return refuse('The customer has no id', 'id', 'Is the topic of this webhook one of customers/…?');
  const signedUp = knownInstant(payload, 'created_at');
  return told({
    kind: 'customer',
    identifiers,
    observedAt: knownInstant(payload, 'updated_at') ?? receivedAt,
    traits: filled({
      email: text(payload, 'email'),
      phone: text(payload, 'phone') ?? text(address, 'phone'),
      first_name: text(payload, 'first_name'),
      last_name: text(payload, 'last_name'),
      accepts_email: consentOf(payload, 'email_marketing_consent') ?? flag(payload, 'accepts_marketing'),
      email_consent_at: text(payload, 'email_marketing_consent.consent_updated_at'),
      accepts_sms: consentOf(payload, 'sms_marketing_consent'),
      sms_consent_at: text(payload, 'sms_marketing_consent.consent_updated_at'),
      company: text(address, 'company'),
      address: text(address, 'address1'),
      city: text(address, 'city'),
      region: text(address, 'province_code', 'province'),
      country: text(address, 'country_code', 'country'),
      postcode: text(address, 'zip'),
      signed_up_at: signedUp === undefined ? undefined : formatInstant(signedUp),
      tags: texts(payload, 'tags').length === 0 ? undefined : texts(payload, 'tags'),
    }),
  });
}

function consentOf(payload: JsonObject, channel: string): boolean | undefined {
  const state = text(payload, `${channel}.state`);
  return state === undefined ? undefined : state === 'subscribed';
}

function checkoutOf({ payload, receivedAt }: Delivery, happening: string): LiveRecord | undefined {
  const identifiers = customerIdentifiers(payload);
  if (identifiers.length === 0) return undefined;
  const products = objects(payload, 'line_items').flatMap((line) => text(line, 'sku', 'title') ?? []);
  return {
    kind: 'event',
    identifiers,
    name: happening === 'create' ? 'Checkout Started' : 'Checkout Updated',
    occurredAt: knownInstant(payload, happening === 'create' ? 'created_at' : 'updated_at') ?? receivedAt,
    fields: filled({ value: number(payload, 'total_price'), channel: text(payload, 'source_name') }),
    properties: filled({ products, checkout_id: text(payload, 'token', 'id'), recovery_url: text(payload, 'abandoned_checkout_url') }),
  };
}
