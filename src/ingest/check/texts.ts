import { type Fragment, sql } from '../../sql/index.ts';

/** Everything that looks empty around a cell: blanks, line ends, no-break and thin spaces, byte-order mark. */
const blanks = ' \t\r\n\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff';

/** A cell without the blanks around it. */
export const trimmed = (cell: Fragment): Fragment => sql`trim(${cell}, ${blanks})`;

/** Text as it is kept: blanks around it gone, Unicode NFC, empty is NULL. */
export const cleanText = (cell: Fragment): Fragment => sql`nullif(nfc_normalize(trim(${cell}, ${blanks})), '')`;

/** What spreadsheets and databases write where there is nothing. Only for cells that are not free text: a person may be called Nan. */
export const isMissingWord = (value: Fragment): Fragment =>
  sql`(length(${value}) <= 9 and lower(${value}) in ('', '-', '--', 'null', 'nil', 'nan', 'none', 'n/a', '#n/a', 'na', '\\n', 'undefined', 'nat', '(null)', '<na>', '#value!', '#ref!'))`;

/** A cell that is not free text: trimmed, and NULL for the words that mean nothing. */
export const cleanCell = (cell: Fragment): Fragment => {
  const value = trimmed(cell);
  return sql`(case when ${isMissingWord(value)} then null else ${value} end)`;
};
