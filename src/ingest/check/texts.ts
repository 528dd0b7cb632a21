import { type Fragment, sql } from '../../sql/index.ts';

/** Everything that looks empty around a cell: blanks, line ends, no-break and thin spaces, byte-order mark. */
const blanks = ' \t\r\n\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Most cells are printable ASCII with nothing around them: telling so is ten times cheaper than trimming and normalising. */
const isPlain = (cell: Fragment): Fragment => sql`regexp_full_match(${cell}, '[!-~](?:[ -~]*[!-~])?')`;

/** Text as it is kept: blanks around it gone, Unicode NFC, empty is NULL. */
export const cleanText = (cell: Fragment): Fragment =>
  sql`(case when ${isPlain(cell)} then ${cell} when ${isPlain(sql`trim(${cell})`)} then trim(${cell}) else nullif(nfc_normalize(trim(${cell}, ${blanks})), '') end)`;

/** What spreadsheets and databases write where there is nothing. Only for cells that are not free text: a person may be called Nan. */
const missing = String.raw`(?i)-{1,2}|null|nil|nan|none|n/a|#n/a|na|\\n|undefined|nat|\(null\)|<na>|#value!|#ref!`;

/** A cell that is not free text: trimmed, and NULL for the words that mean nothing. None of those has a digit, so most cells pass the first test. */
export const cleanCell = (cell: Fragment): Fragment => sql`(case
  when regexp_full_match(${cell}, '[!-~]*[0-9](?:[ -~]*[!-~])?') then ${cell}
  when ${isPlain(cell)} then case when regexp_full_match(${cell}, ${missing}) then null else ${cell} end
  else nullif(regexp_replace(trim(${cell}, ${blanks}), ${`^(?:${missing.replace('(?i)', '')})$`}, '', 'i'), '') end)`;
