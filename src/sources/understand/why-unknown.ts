import { fieldOf, type Kind, kinds, type Staged } from '../../contract/index.ts';
import { matchFields } from './match-fields.ts';
import type { ColumnProfile, TableProfile } from './profile-columns.ts';

/** What was looked for in a table whose meaning could not be told, what of it was found, and the flags that say the rest. */
export function whyUnknown(staged: Staged, profile: TableProfile, said: Readonly<Record<string, string>> = {}): string {
  const customer = namedLike(['customers', 'orders'], ['customer_id', 'email', 'phone'], profile, said);
  const isNamed = staged.format.hasHeader !== false;
  const date = namedLike(['events', 'orders'], ['occurred_at', 'ordered_at'], profile, said) ?? profile.columns.find((column) => column.date > 0.9)?.header;
  return [isNamed ? '' : noNames(staged), finding(customer, date, profile, isNamed), flags(customer, date)].filter((sentence) => sentence !== '').join(' ');
}

function namedLike(of: readonly Kind[], fields: readonly string[], profile: TableProfile, said: Readonly<Record<string, string>>): string | undefined {
  for (const kind of of) {
    const found = matchFields(kind, profile, said).find(({ field }) => fields.includes(field) && fieldOf(kind, field) !== undefined);
    if (found !== undefined) return found.header;
  }
  return undefined;
}

const noNames = ({ headers }: Staged): string =>
  `Its first line is a row like the others, so its ${headers.length} columns have no names: give them some with --columns, such as --columns customer_id,date,total.`;

/** What there is and what is wanting, in the words of whoever exported it. */
function finding(customer: string | undefined, date: string | undefined, profile: TableProfile, isNamed: boolean): string {
  if (customer !== undefined && date !== undefined)
    return `"${customer}" looks like the customer and "${date}" like a date, but no column says what happened (a total, a product, the name of an event).`;
  if (customer !== undefined) return `"${customer}" looks like the customer, but nothing else in it is about customers, and nothing has a date.`;
  if (date !== undefined && !isNamed) return `"${date}" looks like a date.`;
  const missing = 'No column looks like a customer (an id, an e-mail, a phone)';
  if (date !== undefined) return `${missing}; "${date}" looks like a date. What is about nobody can not become a segment.`;
  return `${missing} or like a date${profile.columns.some(isMeasure) ? ', only figures and categories' : ''}. If each row is a customer all the same, say --kind customers: each is then one of its own.`;
}

const isMeasure = ({ number, values }: ColumnProfile): boolean => number > 0.9 || values < 50;

function flags(customer: string | undefined, date: string | undefined): string {
  const guess = customer !== undefined && date !== undefined ? `"${date}=occurred_at"` : customer === undefined ? undefined : `"${customer}=customer_id"`;
  return `Say what it holds with --kind ${kinds.join('|')}, and what a column means with --map "COLUMN=field"${guess === undefined ? '' : `, such as --map ${guess}`}.`;
}
