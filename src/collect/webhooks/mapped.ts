import type { Interpreted, JsonObject, JsonValue, LiveItem, LiveRecord, PayloadMapping } from '../../contract/index.ts';
import { fieldName } from '../../core/index.ts';
import { flatten } from '../read/flatten.ts';
import { identifiersOf } from '../read/identifiers.ts';
import { instantAt } from '../read/instants.ts';
import { at, filled, flag, isObject, number, objects, text, texts } from '../read/json.ts';
import { amount as amountAt, unreadableAmount } from '../read/money.ts';
import { refuse } from '../read/refusal.ts';
import { type Delivery, told } from './delivery.ts';

/** A payload of one's own, read as the owner has said. What no field names is kept as a property or trait. */
export function interpretMapped(delivery: Delivery): Interpreted {
  const { payload, mapping, receivedAt } = delivery;
  if (mapping === undefined) return refuse('It has not been said what this payload means', null, 'Set the mapping of this source, then replay.');
  const identifiers = identifiersOf(Object.entries(mapping.identifiers).map(([namespace, path]) => [namespace, text(payload, path)] as const));
  if (identifiers.length === 0 && mapping.kind !== 'order')
    return refuse(
      'Nothing says who this is about',
      Object.values(mapping.identifiers)[0] ?? 'identifiers',
      'Name where an e-mail, a customer id or another identifier stands.',
    );
  const happened = mapping.at === undefined ? receivedAt : instantAt(payload, mapping.at);
  if (happened === 'invalid' || happened === undefined)
    return refuse(`${mapping.at ?? 'at'} holds no instant`, mapping.at ?? null, 'Name the place of an ISO 8601 text or a count since 1970.');
  return recordOf(delivery, mapping, { identifiers, happened });
}

type Known = { readonly identifiers: LiveRecord['identifiers']; readonly happened: Delivery['receivedAt'] };

function recordOf({ payload, messageId }: Delivery, mapping: PayloadMapping, { identifiers, happened }: Known): Interpreted {
  const field = (name: string): string | undefined => textAt(payload, mapping.fields[name]);
  const amount = (name: string): number | null => (mapping.fields[name] === undefined ? null : (amountAt(payload, mapping.fields[name]) ?? null));
  const rest = flatten(payload, used(mapping));
  switch (mapping.kind) {
    case 'event': {
      const name = mapping.name?.startsWith('$.') === true ? text(payload, mapping.name.slice(2)) : mapping.name;
      if (name === undefined) return refuse('The event has no name', mapping.name ?? 'name', 'Give it a name, or the place of one beginning with $.');
      const names = ['product_id', 'product', 'category', 'campaign', 'channel', 'device', 'page', 'session'] as const;
      const fields = Object.fromEntries(names.map((one) => [one, field(one)]));
      return told({
        kind: 'event',
        identifiers,
        name,
        occurredAt: happened,
        fields: filled({ ...fields, value: amount('value') ?? undefined }),
        properties: rest,
      });
    }
    case 'order': {
      const orderId = field('order_id') ?? (mapping.id === undefined ? undefined : text(payload, mapping.id));
      if (orderId === undefined) return refuse('The order has no id', mapping.fields['order_id'] ?? 'order_id', 'Name where the order’s id stands.');
      const unreadable = unreadableAmount(payload, ...orderAmounts.flatMap((one) => mapping.fields[one] ?? []));
      if (unreadable !== undefined) return refuse(`${unreadable} is not an amount`, unreadable, 'Send a number such as 12.5, or name another place.');
      const names = ['channel', 'coupon', 'payment_method', 'country', 'region', 'city', 'postcode', 'customer_name', 'company'] as const;
      const items = mapping.items === undefined ? undefined : objects(payload, mapping.items).map((line) => itemOf(line, mapping.item_fields));
      return told({
        kind: 'order',
        identifiers,
        orderId,
        orderedAt: happened,
        observedAt: happened,
        status: field('status') ?? null,
        currency: field('currency')?.toUpperCase() ?? null,
        total: amount('total'),
        subtotal: amount('subtotal'),
        discount: amount('discount'),
        shipping: amount('shipping'),
        tax: amount('tax'),
        refunded: amount('refunded'),
        fields: filled(Object.fromEntries(names.map((one) => [one, field(one)]))),
        ...(items === undefined ? {} : { items }),
        properties: rest,
      });
    }
    case 'customer': {
      const named = Object.entries(mapping.fields).flatMap(([name, path]) => traitAt(payload, name, path));
      return told({ kind: 'customer', identifiers, observedAt: happened, traits: { ...rest, ...Object.fromEntries(named) } });
    }
    case 'feedback': {
      const names = ['subject', 'text', 'status', 'product_id', 'product', 'category', 'channel'] as const;
      const kind = field('feedback_kind');
      return told({
        kind: 'feedback',
        identifiers,
        recordId: (mapping.id === undefined ? undefined : text(payload, mapping.id)) ?? messageId,
        feedbackKind: kind === 'ticket' || kind === 'survey' ? kind : 'review',
        occurredAt: happened,
        fields: filled({ ...Object.fromEntries(names.map((one) => [one, field(one)])), rating: amount('rating') ?? undefined }),
        properties: rest,
      });
    }
  }
}

const orderAmounts = ['total', 'subtotal', 'discount', 'shipping', 'tax', 'refunded'] as const;

const textAt = (payload: JsonObject, path: string | undefined): string | undefined => (path === undefined ? undefined : text(payload, path));

function traitAt(payload: JsonObject, name: string, path: string): readonly (readonly [string, JsonValue])[] {
  const value = name === 'tags' || name === 'interests' ? texts(payload, path) : (flag(payload, path) ?? at(payload, path));
  return value === undefined || value === null || isObject(value) ? [] : [[fieldName(name), value]];
}

function itemOf(line: JsonObject, fields: Readonly<Record<string, string>>): LiveItem {
  const field = (name: string): string | null => textAt(line, fields[name] ?? name) ?? null;
  return {
    product_id: field('product_id'),
    product: field('product'),
    category: field('category'),
    brand: field('brand'),
    variant: field('variant'),
    quantity: number(line, fields['quantity'] ?? 'quantity') ?? 1,
    price: amountAt(line, fields['price'] ?? 'price') ?? null,
    discount: amountAt(line, fields['discount'] ?? 'discount') ?? null,
  };
}

/** Places whose values have a field already. */
function used({ id, at: happened, name, identifiers, fields, items }: PayloadMapping): ReadonlySet<string> {
  const paths = [id, happened, items, name?.startsWith('$.') === true ? name.slice(2) : undefined, ...Object.values(identifiers), ...Object.values(fields)];
  return new Set(paths.filter((path) => path !== undefined));
}
