import { type ColumnMapping, type FieldDefinition, type FieldType, fieldCatalogue, identifierFields, type Kind } from '../../contract/index.ts';
import { fieldName } from '../../core/index.ts';
import { isComposedFor, isPersonAlone, isVaguely } from './composed-headers.ts';
import { customName } from './custom-name.ts';
import type { ColumnProfile, TableProfile } from './profile-columns.ts';
import { translations } from './translations.ts';

type Candidate = { readonly column: number; readonly field: string; readonly confidence: number; readonly reason: string };

/** The likeliest field of a kind for each column: by header, checked against contents, then by contents alone; what a person said comes before all. One column fills one field. */
export function matchFields(kind: Kind, profile: TableProfile, said: Readonly<Record<string, string>> = {}): readonly ColumnMapping[] {
  const told = new Map(Object.entries(said).map(([header, field]) => [header.trim().toLowerCase(), field]));
  const fields = Object.entries<FieldDefinition>(fieldCatalogue[kind]);
  const candidates = profile.columns.flatMap((column, index) =>
    fields.flatMap(([field, definition]): Candidate[] => {
      const spoken = told.get(column.header.toLowerCase());
      if (spoken !== undefined) return spoken === field ? [{ column: index, field, confidence: 1, reason: '--map' }] : [];
      const named = byName(kind, column, field) ?? byHeader(kind, column, field, definition) ?? byContents(kind, column, field);
      return named === undefined ? [] : [{ column: index, field, ...named }];
    }),
  );
  const chosen = new Map<number, Candidate>();
  const taken = new Set<string>();
  for (const candidate of candidates.sort((a, b) => b.confidence - a.confidence || a.column - b.column)) {
    if (chosen.has(candidate.column) || taken.has(candidate.field)) continue;
    chosen.set(candidate.column, candidate);
    taken.add(candidate.field);
  }
  withoutTime(chosen, profile);
  const names = new Set<string>(fields.map(([field]) => field));
  return profile.columns.map((column, index): ColumnMapping => {
    const candidate = chosen.get(index);
    if (candidate !== undefined) return { header: column.header, field: candidate.field, confidence: candidate.confidence, reason: candidate.reason };
    const misfit = fields.find(([field, definition]) => headerConfidence(kind, column.header, field, definition) >= 0.8 && !fits(definition.type, column));
    if (misfit === undefined)
      return { header: column.header, field: 'custom', name: customName(column.header, names), confidence: 1, reason: 'no field by that name' };
    const range = column.digits > 0.5;
    return {
      header: column.header,
      field: 'custom',
      name: customName(`${column.header}_${range ? 'range' : 'text'}`, names),
      confidence: 0.8,
      reason: `named like ${misfit[1].label}, but its values are ${range ? 'ranges' : 'no such values'}`,
    };
  });
}

const composed = 0.84;

type Reading = { readonly confidence: number; readonly reason: string };

function byHeader(kind: Kind, column: ColumnProfile, field: string, definition: FieldDefinition): Reading | undefined {
  const confidence = headerConfidence(kind, column.header, field, definition) || aloneConfidence(column, field);
  if (
    isName(column, field) ||
    isAddress(column, field) ||
    (confidence === composed && isFew(column, field)) ||
    (field === 'time_of_day' && column.filled > 0 && column.clock < 0.5)
  )
    return undefined;
  if (confidence === 0 || !fits(definition.type, column) || (field === 'postcode' && column.filled > 0 && column.digits < 0.3)) return undefined;
  return { confidence, reason: confidence >= 0.8 ? 'header' : 'part of the header' };
}

function headerConfidence(kind: Kind, header: string, field: string, definition: FieldDefinition): number {
  const name = fieldName(header.replace(/^(properties|traits|context\.traits|event_params|user_properties|default_address)[. ]/i, ''));
  if (name === field) return 0.98;
  const place = definition.synonyms.indexOf(name);
  if (place !== -1) return Math.max(0.85, 0.94 - place * 0.005);
  const closed = name.replaceAll('_', '');
  if ([field, ...definition.synonyms].some((known) => known.replaceAll('_', '') === closed)) return 0.9;
  const translated = translations[name];
  if (translated === field || (translated !== undefined && definition.synonyms.includes(translated))) return 0.88;
  if (isComposedFor(kind, field, name)) return composed;
  const parts = name.split('_');
  const tail = parts.slice(-field.split('_').length).join('_');
  if (parts.length > 1 && parts.length <= 4 && tail === field && !misleading.has(field)) return 0.65;
  return isVaguely(kind, field, name) ? 0.58 : 0;
}

/** `Member`, `Patient`: an id where the values are codes of many people, not a yes or no and not names. */
const aloneConfidence = (column: ColumnProfile, field: string): number =>
  field === 'customer_id' && column.digits > 0.9 && column.values > 12 && column.date < 0.1 && isPersonAlone(fieldName(column.header)) ? 0.8 : 0;

/** A dozen different codes in many rows number no people and no orders: `Membership Code` is a tariff. */
const isFew = (column: ColumnProfile, field: string): boolean =>
  (field === 'customer_id' || field === 'order_id') && column.values <= 12 && column.filled > 100 && /_(?:code|key)$/.test(fieldName(column.header));

/** Addresses under a heading such as "Customer" are e-mails: as ids they would never meet the same address elsewhere. */
const isAddress = (column: ColumnProfile, field: string): boolean => field === 'customer_id' && column.email > 0.8;

/** Whoever calls a column of names "Customer" means what they are called: two people may bear one name, so it is never their id. */
const isName = (column: ColumnProfile, field: string): boolean => field === 'customer_id' && column.personal > 0.5;

function byName(kind: Kind, column: ColumnProfile, field: string): Reading | undefined {
  if ((field !== 'customer_name' && field !== 'name') || !isName(column, 'customer_id')) return undefined;
  return headerConfidence(kind, column.header, 'customer_id', identifierFields.customer_id) < 0.8
    ? undefined
    : { confidence: 0.84, reason: 'looks like names' };
}

/** A time of day says when something was only beside a date that has none of its own. */
function withoutTime(chosen: Map<number, Candidate>, profile: TableProfile): void {
  const at = (...names: readonly string[]): number | undefined => [...chosen].find(([, { field }]) => names.includes(field))?.[0];
  const time = at('time_of_day');
  const date = at('ordered_at', 'occurred_at');
  if (time !== undefined && (date === undefined || (profile.columns[date]?.timed ?? 0) > 0.1)) chosen.delete(time);
}

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

function byContents(kind: Kind, column: ColumnProfile, field: string): Reading | undefined {
  const name = fieldName(column.header);
  if (column.filled === 0) return undefined;
  if (field === 'email' && column.email > 0.8) return { confidence: 0.75, reason: 'looks like e-mails' };
  if (field === 'text' && kind === 'feedback' && column.long > 0.6) return { confidence: 0.6, reason: 'looks like sentences' };
  if (field === 'customer_id' && name === 'id' && kind === 'customers') return { confidence: column.distinct > 0.95 ? 0.9 : 0.5, reason: 'header' };
  if (field === 'customer_id' && name === 'id' && kind === 'orders' && column.distinct < 0.9)
    return { confidence: 0.7, reason: 'an id that comes back in other rows' };
  if (field === 'order_id' && name === 'id' && kind === 'orders' && column.distinct > 0.95) return { confidence: 0.7, reason: 'an id that no other row has' };
  if (field === 'feedback_id' && kind === 'feedback' && /^column\d+$/.test(column.header) && column.integer > 0.99 && column.distinct > 0.999) {
    return { confidence: 0.6, reason: 'a number that no other row has' };
  }
  if (field === 'time_of_day' && column.clock > 0.9 && column.number < 0.1) return { confidence: 0.7, reason: 'looks like times of day' };
  if ((field === 'ordered_at' || field === 'occurred_at') && column.date > 0.9) return { confidence: 0.55, reason: 'looks like dates' };
  return undefined;
}

/** Whether a column's contents can be of a type; an empty column can be anything. */
export function fits(type: FieldType, column: ColumnProfile): boolean {
  if (column.filled === 0) return true;
  switch (type) {
    case 'email':
      return column.email > 0.5;
    case 'phone':
      return column.digits > 0.5 && column.email < 0.2;
    case 'number':
    case 'money':
    case 'integer':
    case 'latitude':
    case 'longitude':
      return column.number > 0.6 && column.length < 30;
    case 'instant':
    case 'date':
      return column.date > 0.5 || (column.clock < 0.5 && column.digits > 0.8 && column.length >= 6);
    case 'currency':
      return column.length <= 5;
    case 'country':
      return column.number < 0.5;
    case 'identifier':
    case 'text':
    case 'boolean':
    case 'list':
    case 'consent':
      return true;
  }
}
