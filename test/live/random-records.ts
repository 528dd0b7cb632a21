import type { LiveIdentifier, LiveRecord } from '../../src/contract/live.ts';
import { type Instant, instant } from '../../src/core/index.ts';

/** Something that one of a few devices and customers did, most of it lately: an event, traits, an order told anew. */
export function randomRecord(random: () => number, number: number, now: Instant): LiveRecord {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] ?? (from[0] as T);
  const when = instant(now - Math.floor(random() ** 3 * 3000) * 60_000_000);
  const device: LiveIdentifier = { namespace: 'anonymous_id', value: `a${Math.floor(random() * 14)}` };
  const person: LiveIdentifier = { namespace: 'customer_id', value: `c${Math.floor(random() * 9)}` };
  const who = random() < 0.6 ? [device] : random() < 0.8 ? [person] : [device, person];
  const kind = random();
  if (kind < 0.65)
    return {
      kind: 'event',
      identifiers: who,
      name: pick(['Seen', 'Seen', 'Added', 'Bought']),
      occurredAt: when,
      fields: { category: pick(['Cups', 'Tea']), value: number },
      properties: {},
    };
  if (kind < 0.8)
    return { kind: 'customer', identifiers: who, observedAt: when, traits: { city: pick(['Leeds', 'York', 'Hull']), plan: pick(['free', 'gold']) } };
  const nothing = { status: null, subtotal: null, discount: null, shipping: null, tax: null, refunded: null, fields: {}, properties: {} };
  const items = [
    { product_id: 'p', product: 'P', category: pick(['Cups', 'Tea', 'Pots']), brand: null, variant: null, quantity: 1, price: 20, discount: null },
  ];
  return {
    kind: 'order',
    identifiers: who,
    orderId: `o${Math.floor(random() * 25)}`,
    orderedAt: when,
    observedAt: instant(when + number),
    currency: 'GBP',
    total: Math.floor(random() * 60),
    ...nothing,
    // Half of them go somewhere, which says something of their customer.
    fields: random() < 0.5 ? { city: pick(['Leeds', 'York', 'Hull']) } : {},
    items,
  };
}
