import { type ColumnMapping, type FieldDefinition, type FieldType, fieldCatalogue, identifierFields, type Kind } from '../../contract/index.ts';
import { fieldName, writtenRating } from '../../core/index.ts';
import { isOfStaff, isPersonAlone } from './composed-headers.ts';
import { customName } from './custom-name.ts';
import type { ColumnProfile, TableProfile } from './profile-columns.ts';
import { composed, type Heading, headerConfidence, headingOf } from './read-header.ts';

type Candidate = { readonly column: number; readonly field: string; readonly confidence: number; readonly reason: string };

/** The likeliest field of a kind for each column: by header, checked against contents, then by contents alone; what a person said comes before all. One column fills one field. */
export function matchFields(kind: Kind, profile: TableProfile, said: Readonly<Record<string, string>> = {}): readonly ColumnMapping[] {
  const told = new Map(Object.entries(said).map(([header, field]) => [header.trim().toLowerCase(), field]));
  const fields = Object.entries<FieldDefinition>(fieldCatalogue[kind]);
  const headings = profile.columns.map(({ header }) => headingOf(header));
  const candidates = profile.columns.flatMap((column, index) =>
    fields.flatMap(([field, definition]): Candidate[] => {
      const spoken = told.get(column.header.toLowerCase());
      if (spoken !== undefined) return spoken === field ? [{ column: index, field, confidence: 1, reason: '--map' }] : [];
      const heading = headings[index] ?? headingOf(column.header);
      const named = byName(kind, column, heading, field) ?? byHeader(kind, column, heading, field, definition) ?? byContents(kind, column, field);
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
  besideOtherName(chosen);
  const names = new Set<string>(fields.map(([field]) => field));
  return profile.columns.map((column, index): ColumnMapping => {
    const candidate = chosen.get(index);
    if (candidate !== undefined) return { header: column.header, field: candidate.field, confidence: candidate.confidence, reason: candidate.reason };
    const misfit = fields.find(
      ([field, definition]) =>
        headerConfidence(kind, headings[index] ?? headingOf(column.header), field, definition) >= 0.8 && !canBe(field, definition.type, column),
    );
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

type Reading = { readonly confidence: number; readonly reason: string };

function byHeader(kind: Kind, column: ColumnProfile, heading: Heading, field: string, definition: FieldDefinition): Reading | undefined {
  const confidence = headerConfidence(kind, heading, field, definition) || aloneConfidence(column, heading, field);
  if (
    isName(column, field) ||
    isAddress(column, field) ||
    (confidence === composed && isFew(column, field)) ||
    isRowNumber(column, field) ||
    (field === 'time_of_day' && column.filled > 0 && column.clock < 0.5)
  )
    return undefined;
  if (confidence === 0 || !canBe(field, definition.type, column) || (field === 'postcode' && column.filled > 0 && column.digits < 0.3)) return undefined;
  return { confidence, reason: confidence >= 0.8 ? 'header' : 'part of the header' };
}

/** `Member`, `Patient`: an id where the values are codes of many people, not a yes or no and not names. */
const aloneConfidence = (column: ColumnProfile, heading: Heading, field: string): number =>
  field === 'customer_id' && column.digits > 0.9 && column.values > 12 && column.date < 0.1 && heading.readings.some(isPersonAlone) ? 0.8 : 0;

/** A dozen different codes in many rows number no people and no orders: `Membership Code` is a tariff. */
const isFew = (column: ColumnProfile, field: string): boolean =>
  (field === 'customer_id' || field === 'order_id') && column.values <= 12 && column.filled > 100 && /_(?:code|key)$/.test(fieldName(column.header));

/** `No.` that counts 1, 2, 3 … numbers rows, not orders. */
const isRowNumber = (column: ColumnProfile, field: string): boolean =>
  field === 'order_id' &&
  column.integer > 0.99 &&
  column.distinct > 0.99 &&
  column.common.includes('1') &&
  /^(?:no|nr|num|number|n)$/.test(fieldName(column.header));

/** Addresses under a heading such as "Customer" are e-mails: as ids they would never meet the same address elsewhere. */
const isAddress = (column: ColumnProfile, field: string): boolean => field === 'customer_id' && column.email > 0.8;

/** Whoever calls a column of names "Customer" means what they are called: two people may bear one name, so it is never their id. */
const isName = (column: ColumnProfile, field: string): boolean => field === 'customer_id' && column.personal > 0.5;

function byName(kind: Kind, column: ColumnProfile, heading: Heading, field: string): Reading | undefined {
  if ((field !== 'customer_name' && field !== 'name') || !isName(column, 'customer_id')) return undefined;
  const isCalledSo = heading.readings.some(isPersonAlone) || headerConfidence(kind, heading, 'customer_id', identifierFields.customer_id) >= 0.8;
  return isCalledSo ? { confidence: 0.84, reason: 'looks like names' } : undefined;
}

/** `Name` beside a first name is the last one, as in German lists, and the first one beside a last name alone. */
function besideOtherName(chosen: Map<number, Candidate>): void {
  const whole = [...chosen].find(([, { field, reason }]) => (field === 'name' || field === 'customer_name') && reason === 'header');
  const [first, last] = ['first_name', 'last_name'].map((name) => [...chosen.values()].some(({ field }) => field === name));
  if (whole !== undefined && first !== last) chosen.set(whole[0], { ...whole[1], field: first === true ? 'last_name' : 'first_name' });
}

/** A time of day says when something was only beside a date that has none of its own. */
function withoutTime(chosen: Map<number, Candidate>, profile: TableProfile): void {
  const at = (...names: readonly string[]): number | undefined => [...chosen].find(([, { field }]) => names.includes(field))?.[0];
  const time = at('time_of_day');
  const date = at('ordered_at', 'occurred_at');
  if (time !== undefined && (date === undefined || (profile.columns[date]?.timed ?? 0) > 0.1)) chosen.delete(time);
}

function byContents(kind: Kind, column: ColumnProfile, field: string): Reading | undefined {
  const name = fieldName(column.header);
  if (column.filled === 0) return undefined;
  if (field === 'email' && column.email > 0.8 && !isOfStaff(name)) return { confidence: 0.75, reason: 'looks like e-mails' };
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

/** Whether a column's contents can be of a field: of its type, or ratings that are written in words or stars. */
const canBe = (field: string, type: FieldType, column: ColumnProfile): boolean => fits(type, column) || (field === 'rating' && areRatings(column.common));

const areRatings = (texts: readonly string[]): boolean =>
  texts.length > 0 && texts.every((text) => writtenRating(text) !== undefined || /^\d+(?:[.,]\d+)?$/.test(text));

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
