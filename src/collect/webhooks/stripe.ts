import type { Interpreted, JsonObject } from '../../contract/index.ts';
import { formatInstant } from '../../core/index.ts';
import { flatten } from '../read/flatten.ts';
import { identifiersOf } from '../read/identifiers.ts';
import { knownInstant } from '../read/instants.ts';
import { filled, flag, number, object, text } from '../read/json.ts';
import { toMoney } from '../read/money.ts';
import { refuse } from '../read/refusal.ts';
import { type Delivery, told } from './delivery.ts';

/**
 * Stripe's events, read as its exports are (`sources/presets/stripe.ts`): an order is a charge, under the charge's id. The API counts in the currency's smallest unit,
 * the exports in the currency itself.
 */
export function interpretStripe(delivery: Delivery): Interpreted {
  const { payload, topic } = delivery;
  if (flag(payload, 'livemode') === false) return refuse('An event of Stripe’s test mode', 'livemode', 'Nothing to do: test payments are no sales.');
  const happened = object(payload, 'data.object');
  if (/^charge\.(succeeded|updated|captured|refunded|failed|pending)$/.test(topic)) return chargeOf(delivery, happened);
  if (topic === 'customer.created' || topic === 'customer.updated') return customerOf(delivery, happened);
  return told();
}

/** https://docs.stripe.com/currencies#zero-decimal and #three-decimal. */
const withoutDecimals = new Set(['bif', 'clp', 'djf', 'gnf', 'jpy', 'kmf', 'krw', 'mga', 'pyg', 'rwf', 'vnd', 'vuv', 'xaf', 'xof', 'xpf']);
const threeDecimals = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd']);

function major(amount: number | undefined, currency: string): number | null {
  if (amount === undefined) return null;
  return toMoney(amount / (withoutDecimals.has(currency) ? 1 : threeDecimals.has(currency) ? 1000 : 100));
}

function chargeOf({ payload, receivedAt }: Delivery, charge: JsonObject): Interpreted {
  const orderId = text(charge, 'id');
  if (orderId === undefined) return refuse('The charge has no id', 'data.object.id', 'Is this an event of Stripe?');
  const currency = (text(charge, 'currency') ?? '').toLowerCase();
  const state = text(charge, 'status');
  const sold = state === 'succeeded';
  return told({
    kind: 'order',
    identifiers: identifiersOf([
      ['stripe', text(charge, 'customer')],
      ['email', text(charge, 'billing_details.email', 'receipt_email')],
      ['phone', text(charge, 'billing_details.phone')],
    ]),
    orderId,
    orderedAt: knownInstant(charge, 'created') ?? null,
    observedAt: knownInstant(payload, 'created') ?? receivedAt,
    // In the words of the export.
    status: sold ? (flag(charge, 'refunded') === true ? 'Refunded' : 'Paid') : state === 'failed' ? 'Failed' : (state ?? null),
    neverSold: !sold,
    currency: currency === '' ? null : currency.toUpperCase(),
    total: major(number(charge, 'amount'), currency),
    subtotal: null,
    discount: null,
    shipping: null,
    tax: null,
    refunded: major(number(charge, 'amount_refunded'), currency),
    fields: filled({
      payment_method: text(charge, 'payment_method_details.type'),
      customer_name: text(charge, 'billing_details.name'),
      country: text(charge, 'billing_details.address.country'),
      region: text(charge, 'billing_details.address.state'),
      city: text(charge, 'billing_details.address.city'),
      postcode: text(charge, 'billing_details.address.postal_code'),
    }),
    properties: { ...flatten(object(charge, 'metadata')), ...filled({ description: text(charge, 'description') }) },
  });
}

function customerOf({ payload, receivedAt }: Delivery, customer: JsonObject): Interpreted {
  const signedUp = knownInstant(customer, 'created');
  return told({
    kind: 'customer',
    identifiers: identifiersOf([
      ['stripe', text(customer, 'id')],
      ['email', text(customer, 'email')],
      ['phone', text(customer, 'phone')],
    ]),
    observedAt: knownInstant(payload, 'created') ?? receivedAt,
    traits: {
      ...flatten(object(customer, 'metadata')),
      ...filled({
        email: text(customer, 'email'),
        name: text(customer, 'name'),
        phone: text(customer, 'phone'),
        country: text(customer, 'address.country'),
        city: text(customer, 'address.city'),
        region: text(customer, 'address.state'),
        postcode: text(customer, 'address.postal_code'),
        signed_up_at: signedUp === undefined ? undefined : formatInstant(signedUp),
      }),
    },
  });
}
