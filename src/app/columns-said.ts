import type { Staged } from '../contract/index.ts';
import { ClienteleError, didYouMean, nearest } from '../core/index.ts';

/** Column → field, as a person said of one file or of several at once. */
export type ColumnsSaid = Readonly<Record<string, string>>;

/** Of what was said about the columns of several tables, what is about this one; a value in quotes is for every row of each. */
export const columnsOf = (said: ColumnsSaid, { headers }: Staged): ColumnsSaid =>
  Object.fromEntries(Object.entries(said).filter(([column]) => isValue(column) || isAmong(headers, column)));

/** Without the values for every row, for records of a kind that has no such field. */
export const withoutValues = (said: ColumnsSaid): ColumnsSaid => Object.fromEntries(Object.entries(said).filter(([column]) => !isValue(column)));

/** Throws `mapping.invalid` for a column that none of the tables has: which one, where it was looked for, and what it may have been. */
export function checkColumnsSaid(said: ColumnsSaid, tables: readonly Staged[]): void {
  const [first, ...others] = tables;
  if (first === undefined) return;
  const wrong = Object.keys(said).find((column) => !isValue(column) && tables.every(({ headers }) => !isAmong(headers, column)));
  if (wrong === undefined) return;
  const detail =
    others.length === 0
      ? `${first.name} has no column "${wrong}"; it has ${first.headers.join(', ')}.`
      : `none of ${tables.map(({ name }) => name).join(', ')} has a column "${wrong}".`;
  const near = nearest(
    wrong,
    tables.flatMap(({ headers }) => headers),
  ).map((header) => `"${header}"${others.length === 0 ? '' : ` (${tables.find(({ headers }) => headers.includes(header))?.name ?? ''})`}`);
  const otherwise = others.length === 0 ? '' : `They have ${tables.map(({ name, headers }) => `${headers.join(', ')} (${name})`).join('; ')}.`;
  throw new ClienteleError('mapping.invalid', { detail: [detail, didYouMean(near, otherwise)].filter((sentence) => sentence !== '').join(' ') });
}

const isValue = (column: string): boolean => /^'.*'$/s.test(column);
const plain = (header: string): string => header.trim().toLowerCase();
const isAmong = (headers: readonly string[], column: string): boolean => headers.some((header) => header === column || plain(header) === plain(column));
