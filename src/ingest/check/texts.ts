import { type Fragment, join, sql } from '../../sql/index.ts';

/** Everything that looks empty around a cell: blanks, line ends, no-break and thin spaces, byte-order mark. */
const blanks = ' \t\r\n\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Most cells are ASCII with nothing blank at either end: telling so by comparing is five times cheaper than a pattern, and ten times than trimming and normalising. */
const isPlain = (cell: Fragment): Fragment => sql`(${cell} >= '!' and ${cell}[-1] >= '!' and strlen(${cell}) = length(${cell}))`;

/** Text as it is kept: blanks around it gone, Unicode NFC, empty is NULL. */
export const cleanText = (cell: Fragment): Fragment =>
  sql`(case when ${isPlain(cell)} then ${cell} when ${cell} = '' then null when ${isPlain(sql`trim(${cell})`)} then trim(${cell}) else nullif(nfc_normalize(trim(${cell}, ${blanks})), '') end)`;

/** A cell that `cleanText` leaves as it is. */
export const isCleanText = (cell: Fragment): Fragment =>
  sql`(case when ${isPlain(cell)} or ${cell} = '' then true else nfc_normalize(trim(${cell}, ${blanks})) = ${cell} end)`;

/** What spreadsheets and databases write where there is nothing. Only for cells that are not free text: a person may be called Nan. */
const missing = ['-', '--', '?', 'null', 'nil', 'nan', 'none', 'n/a', '#n/a', 'na', '\\n', 'undefined', 'nat', '(null)', '<na>', '#value!', '#ref!'] as const;
const longestMissing = 9;

const isMissing = (cell: Fragment): Fragment => sql`list_contains([${join(missing.map((word) => sql`${word}`))}], lower(${cell}))`;

/** Cannot be one of those words: too long, or begins otherwise. They begin with a sign before the digits, with `<`, `?`, a backslash, N or U. Comparing costs a tenth of searching. */
const isSpoken = (
  cell: Fragment,
): Fragment => sql`(strlen(${cell}) > ${longestMissing} or (${cell} >= '0' and ${cell} < '<') or (${cell} >= '@' and ${cell} < 'N')
  or (${cell} >= 'O' and ${cell} < 'U') or (${cell} >= 'V' and ${cell} < '\\') or (${cell} >= ']' and ${cell} < 'n') or (${cell} >= 'o' and ${cell} < 'u') or ${cell} >= 'v')`;

/** A cell that is not free text: trimmed, and NULL for the words that mean nothing. */
export const cleanCell = (cell: Fragment): Fragment => sql`(case
  when ${isPlain(cell)} then case when ${isSpoken(cell)} then ${cell} when ${isMissing(cell)} then null else ${cell} end
  when ${cell} = '' then null
  when ${isMissing(sql`trim(${cell}, ${blanks})`)} then null
  else nullif(trim(${cell}, ${blanks}), '') end)`;
