import { type FieldDefinition, fieldCatalogue, fieldOf, type Kind } from '../../contract/index.ts';
import { fieldName } from '../../core/index.ts';
import { isComposedFor, isVaguely } from './composed-headers.ts';
import { inEnglish } from './translated-words.ts';
import { translations } from './translations.ts';

/** Of a header that is put together of usual words. */
export const composed = 0.84;

/** How sure a header names a field, 0 to 1: by the very name, a synonym, a translation, words put together, its last word, or a vague one. */
export function headerConfidence(kind: Kind, { name, readings }: Heading, field: string, definition: FieldDefinition): number {
  if (name === field) return 0.98;
  const place = definition.synonyms.indexOf(name);
  if (place !== -1) return Math.max(0.85, 0.94 - place * 0.005);
  const translated = translations[name];
  if (translated === field || (translated !== undefined && definition.synonyms.includes(translated))) return 0.88;
  const isAnother = translated !== undefined && fieldOf(kind, translated) !== undefined;
  if (!isAnother && readings.some((own) => isClosed(own, definition) || isComposedFor(kind, field, own))) return composed;
  const parts = name.split('_');
  const tail = parts.slice(-field.split('_').length).join('_');
  if (parts.length > 1 && parts.length <= 4 && tail === field && !misleading.has(field)) return 0.65;
  return readings.some((own) => isVaguely(kind, field, own)) ? 0.58 : 0;
}

/** A header as `fieldName` writes it, and what it may be read as: itself, and what it is in English. */
export type Heading = { readonly name: string; readonly readings: readonly string[] };

export function headingOf(header: string): Heading {
  const name = fieldName(header.replace(/^(properties|traits|context\.traits|event_params|user_properties|default_address)[. ]/i, ''));
  return { name, readings: [name, ...inEnglish(name)] };
}

/** The same letters, however they are joined: `ORDERDATE`, `D.O.B.`. */
const isClosed = (name: string, definition: FieldDefinition): boolean => lettersOf.get(definition)?.has(name.replaceAll('_', '')) ?? false;

const lettersOf: ReadonlyMap<FieldDefinition, ReadonlySet<string>> = new Map(
  Object.values(fieldCatalogue).flatMap((fields) =>
    Object.entries<FieldDefinition>(fields).map(([field, definition]) => [
      definition,
      new Set([field, ...definition.synonyms].map((name) => name.replaceAll('_', ''))),
    ]),
  ),
);

/** Words that end many headers of quite another meaning (`customer_status`, `email_campaign_channel`). */
const misleading: ReadonlySet<string> = new Set([
  'name',
  'status',
  'value',
  'text',
  'price',
  'total',
  'event',
  'age',
  'tags',
  'address',
  'page',
  'discount',
  'tax',
  'channel',
  'rating',
  'region',
  'industry',
  'session',
  'device',
  'company',
  'category',
]);
