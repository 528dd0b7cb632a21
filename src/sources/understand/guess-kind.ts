import { type ColumnMapping, fieldOf, type Kind, messageEventOf } from '../../contract/index.ts';
import { fieldName } from '../../core/index.ts';
import { matchFields } from './match-fields.ts';
import type { ColumnProfile, TableProfile } from './profile-columns.ts';

export type KindGuess = { readonly kind: Kind; readonly confidence: number; readonly columns: readonly ColumnMapping[] };

/** Below this the columns do not say what they are, and a person has to. */
export const sureEnough = 0.55;

/** Kinds in the order of how sure we are; each looks for what only its records have, and must have the fields that a person named. */
export function guessKind(profile: TableProfile, said: Readonly<Record<string, string>> = {}): readonly KindGuess[] {
  const guesses = (Object.keys(rules) as Kind[]).map((kind): KindGuess => {
    const columns = matchFields(kind, profile, said);
    const possible = Object.values(said).every(
      (field) => field === 'custom' || field === 'ignore' || field.startsWith('id:') || fieldOf(kind, field) !== undefined,
    );
    return { kind, confidence: possible ? rules[kind](evidence(columns, profile)) : 0, columns };
  });
  return guesses.sort((a, b) => b.confidence - a.confidence);
}

type Evidence = {
  readonly has: (...fields: string[]) => boolean;
  readonly column: (field: string) => ColumnProfile | undefined;
  readonly customer: boolean;
  /** Share of rows whose customer no other row has. */
  readonly ownRow: number;
  readonly headers: ReadonlySet<string>;
  readonly profile: TableProfile;
};

function evidence(columns: readonly ColumnMapping[], profile: TableProfile): Evidence {
  const at = new Map(columns.map((column, index) => [column.field, index]));
  const column = (field: string): ColumnProfile | undefined => profile.columns[at.get(field) ?? -1];
  const customers = ['customer_id', 'email', 'phone', 'anonymous_id'].map(column).filter((found) => found !== undefined);
  return {
    has: (...fields) => fields.some((field) => at.has(field)),
    column,
    customer: customers.length > 0,
    ownRow: customers.reduce((most, found) => Math.max(most, found.distinct), 0),
    headers: new Set(profile.columns.map((found) => fieldName(found.header))),
    profile,
  };
}

const aboutPeople = [
  'age',
  'gender',
  'genre',
  'sex',
  'marital',
  'marital_status',
  'education',
  'income',
  'annual_income',
  'job',
  'occupation',
  'workclass',
  'year_birth',
  'birth_year',
  'birthday',
  'first_name',
  'last_name',
  'household_size',
  'senior_citizen',
  'recency',
  'history',
  'tenure',
  'churn',
  'zip_code',
  'newbie',
  'frequency',
];

/** Columns that only a survey or reviews have. */
const answered = ['response_id', 'respondent_id', 'review_id', 'nps', 'nps_score', 'csat', 'csat_score'];

/** Words of questions that are asked of customers. */
const ofAnswers = /(^|_)(satisfied|satisfaction|recommend)(_|$)/;

/** Columns that products have and answers do not. */
const catalogued = [
  'price',
  'variant_price',
  'regular_price',
  'unit_price',
  'list_price',
  'cost',
  'barcode',
  'ean',
  'gtin',
  'stock',
  'preis',
  'prix',
  'precio',
  'prezzo',
  'prijs',
];

const messageWords =
  /^(e-?mail )?(sent|delivered|open(ed)?|click(ed)?|link clicked|bounce(d)?|hard bounce|soft bounce|complain(ed|t)?|spam|marked as spam|unsubscribed?)$/;

/** Lists of people and of what was paid are no events without a name. */
const isPersonalOrMoney = ({ personal, phone, number, integer, date, values }: ColumnProfile): boolean =>
  phone > 0.5 || (personal > 0.9 && values > 30) || (date < 0.5 && number - integer > 0.2);

const rules: Readonly<Record<Kind, (seen: Evidence) => number>> = {
  orders: ({ has, customer, ownRow, column }) => {
    const money = has('total', 'subtotal', 'line_total', 'price');
    // Sentences without an amount or a quantity are what somebody wrote, not what was bought.
    const told = !money && !has('quantity', 'product_id') && (column('product')?.long ?? 0) > 0.5;
    const line = !told && has('product', 'product_id', 'quantity');
    if (has('order_id') && has('ordered_at') && (money || line)) return 0.95;
    if (has('order_id') && line && (column('order_id')?.values ?? 0) > 1 && !has('price', 'line_total', 'total') && !customer) return 0.6;
    if (customer && has('ordered_at') && (has('total', 'line_total') || (line && !has('text', 'rating')))) return ownRow > 0.95 ? 0.4 : 0.8;
    if (has('order_id') && has('total') && customer) return 0.6;
    return 0;
  },
  items: ({ has, customer }) => (has('order_id') && has('product', 'product_id') && has('quantity', 'price', 'line_total') && !customer ? 0.75 : 0),
  products: ({ has, headers, column }) => {
    const own = column('product_id')?.distinct ?? 0;
    const dated = ['date', 'timestamp', 'created_at', 'order_date'].some((name) => headers.has(name));
    if (own < 0.98 || dated || headers.has('quantity') || headers.has('email')) return 0;
    return has('name', 'category', 'brand', 'price') && !headers.has('gender') ? (fieldName(column('product_id')?.header ?? '') === 'id' ? 0.5 : 0.85) : 0;
  },
  messages: ({ has, customer, column }) => {
    const words = column('event')?.common ?? [];
    const actions = words.map(messageEventOf);
    // What is sent and delivered in other languages may be a parcel as well; nobody clicks one.
    const isMail = actions.some((action) => action === 'Email Opened' || action === 'Email Link Clicked');
    const known = words.filter((word, index) => messageWords.test(word.replaceAll('_', ' ')) || (isMail && actions[index] !== undefined)).length;
    return has('event') && has('occurred_at') && customer && words.length > 0 && known / words.length > 0.6 ? 0.97 : 0;
  },
  events: ({ has, customer, column, ownRow, profile }) => {
    if (!has('occurred_at') || !customer) return 0;
    if (has('event')) return (column('event')?.distinct ?? 1) < 0.5 ? 0.93 : 0;
    // People who come back with a date, and nothing that says what they did: check-ins, visits, logins. The file's name says it.
    const dates = profile.columns.filter(({ date }) => date > 0.9).length;
    return ownRow < 0.5 && dates === 1 && !profile.columns.some(isPersonalOrMoney) ? 0.56 : 0;
  },
  feedback: ({ has, customer, column, profile, headers }) => {
    // Answers without a word of text: taken for customers, each row would stand for all that is known of somebody.
    if (has('rating') && has('occurred_at') && (answered.some((name) => headers.has(name)) || [...headers].some((name) => ofAnswers.test(name)))) return 0.92;
    const sentences = (column('text')?.long ?? 0) > 0.5;
    // Descriptions are sentences, too: with a price and nobody who wrote them they are a catalogue's.
    if (!has('rating') && !customer && catalogued.some((name) => headers.has(name))) return 0;
    if (sentences && has('rating', 'subject', 'feedback_id', 'status')) return 0.9;
    if (sentences) return profile.columns.length <= 4 ? 0.65 : 0.5;
    // One row each, so it could be a list of customers: who is rated with a word and a date, and not named, has said it.
    if (has('text') && has('rating')) return customer && has('occurred_at') ? 0.78 : 0.6;
    return 0;
  },
  customers: ({ has, customer, ownRow, headers }) => {
    const people = aboutPeople.filter((name) => headers.has(name)).length;
    if (customer && ownRow > 0.9) return Math.min(0.9, 0.7 + people * 0.05 + (has('name', 'first_name', 'last_name', 'signed_up_at') ? 0.1 : 0));
    if (customer && people >= 2) return 0.5;
    return people >= 2 ? 0.6 : 0;
  },
};
