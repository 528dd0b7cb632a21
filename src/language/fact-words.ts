import { nameKey } from './name-key.ts';
import type { FactSource } from './tree.ts';
import type { FactWord, RecordedFields, ValueType, Vocabulary } from './vocabulary.ts';

/** Where a field of a fact is found: a column of its table, or a key of the JSON in its column `properties`. */
export type FactField =
  | { readonly kind: 'column'; readonly word: FactWord; readonly money: boolean }
  | { readonly kind: 'property'; readonly name: string; readonly type: ValueType /** Seen in this workspace so far. */; readonly seen: boolean };

type Entry = readonly [name: string, type: ValueType | 'money', label?: string, column?: string];

const orders: readonly Entry[] = [
  ['total', 'money'],
  ['subtotal', 'money'],
  ['discount', 'money'],
  ['shipping', 'money'],
  ['tax', 'money'],
  ['refunded', 'money', 'refunded amount'],
  ['item_count', 'number', 'number of items'],
  ['status', 'text'],
  ['currency', 'text'],
  ['channel', 'text'],
  ['coupon', 'text'],
  ['payment_method', 'text', 'payment method'],
  ['country', 'text'],
  ['region', 'text'],
  ['city', 'text'],
  ['postcode', 'text'],
  ['tags', 'list'],
  ['order_id', 'text', 'order number'],
  ['source', 'text'],
  ['ordered_at', 'instant', 'order date'],
];
const items: readonly Entry[] = [
  ['product_id', 'text', 'product id'],
  ['name', 'text', 'product'],
  ['product', 'text', 'product', 'name'],
  ['category', 'text'],
  ['brand', 'text'],
  ['variant', 'text'],
  ['quantity', 'number'],
  ['price', 'money', 'unit price'],
  ['discount', 'money'],
  ['total', 'money'],
  ['order_id', 'text', 'order number'],
  ['source', 'text'],
  ['ordered_at', 'instant', 'order date'],
];
const feedback: readonly Entry[] = [
  ['rating', 'number'],
  ['subject', 'text'],
  ['text', 'text'],
  ['status', 'text'],
  ['product', 'text'],
  ['product_id', 'text', 'product id'],
  ['category', 'text'],
  ['channel', 'text'],
  ['source', 'text'],
  ['occurred_at', 'instant', 'date'],
];
const events: readonly Entry[] = [
  ['value', 'number'],
  ['product_id', 'text', 'product id'],
  ['product', 'text'],
  ['category', 'text'],
  ['campaign', 'text'],
  ['channel', 'text'],
  ['device', 'text'],
  ['page', 'text'],
  ['session', 'text'],
  ['source', 'text'],
  ['occurred_at', 'instant', 'date'],
];

const entriesOf: Readonly<Record<FactSource['kind'], readonly Entry[]>> = {
  orders,
  returns: orders,
  items,
  reviews: feedback,
  tickets: feedback,
  surveys: feedback,
  event: events,
};

/** The fields that every fact of this kind has. */
export const factFields = (kind: FactSource['kind']): readonly Extract<FactField, { readonly kind: 'column' }>[] =>
  entriesOf[kind].map(([name, type, label, column]) => ({
    kind: 'column',
    word: { name, label: label ?? name, type: type === 'money' ? 'number' : type, column: column ?? name },
    money: type === 'money',
  }));

/** What a field of a kind of fact is: a fixed column first, else a property by that name. Letter case, blanks and hyphens do not matter. */
export function findFactField(kind: FactSource['kind'], name: string, vocabulary: Pick<Vocabulary, 'eventProperties' | 'recorded'>): FactField {
  const column = factFields(kind).find(({ word }) => word.name === nameKey(name));
  if (column !== undefined) return column;
  if (kind !== 'event') {
    const kept = sameName(name, recordedOf(kind, vocabulary)?.properties ?? []);
    return { kind: 'property', name: kept ?? name, type: 'text', seen: kept !== undefined };
  }
  const { eventProperties } = vocabulary;
  const known = sameName(name, [...eventProperties.keys()]);
  return { kind: 'property', name: known ?? name, type: eventProperties.get(known ?? name) ?? 'text', seen: known !== undefined };
}

const sameName = (name: string, known: readonly string[]): string | undefined =>
  known.includes(name) ? name : known.find((property) => nameKey(property) === nameKey(name));

const tables: Readonly<Record<Exclude<FactSource['kind'], 'event'>, 'orders' | 'items' | 'feedback'>> = {
  orders: 'orders',
  returns: 'orders',
  items: 'items',
  reviews: 'feedback',
  tickets: 'feedback',
  surveys: 'feedback',
};

/** What is recorded of facts of a kind; undefined for events, and where nobody has looked. */
export const recordedOf = (kind: FactSource['kind'], { recorded }: Pick<Vocabulary, 'recorded'>): RecordedFields | undefined =>
  kind === 'event' ? undefined : recorded?.get(tables[kind]);

/** Further columns of a kind of fact beside its fixed ones. */
export const propertiesOf = (kind: FactSource['kind'], vocabulary: Pick<Vocabulary, 'eventProperties' | 'recorded'>): readonly string[] =>
  kind === 'event' ? [...vocabulary.eventProperties.keys()] : (recordedOf(kind, vocabulary)?.properties ?? []);
