import { type Fragment, sql } from '../../sql/index.ts';
import type { Moment } from './moment.ts';
import { blanks } from './value.ts';

/**
 * Text as the language compares it: NFKC, letter case ignored one character at a time (so that ß is ss and a final sigma is a
 * sigma), surrounding blanks gone. Literals are folded here; stored texts by `foldedTest`.
 */
export function fold(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase().trim();
  const cased = Array.from(text.normalize('NFKC'), (character) => character.toLowerCase().toUpperCase().toLowerCase()).join('');
  return cased.normalize('NFKC').trim();
}

/** What nearly every text is made of: for it NFKC changes nothing, and each letter has one other case. A decision folds a dozen. */
const isAscii = /^[\0-\x7f]*$/;

/** What the engine itself makes of a text: right for ASCII and for nearly everything else. */
export const plainFolded = (text: Fragment): Fragment => sql`lower(trim(${text}, ${blanks}))`;

/**
 * The folded form of a stored text, null where that is unknown (absent or blank). DuckDB can not do NFKC, so texts for which its own
 * `lower(trim(x))` is wrong are looked up: a few in the session's variable `folded_texts`, a map that costs nothing for texts of ASCII
 * alone (a join for every condition would not scale with the number of segments); many in the table of that name. Where there are
 * none the lookup is left out.
 */
export function foldedValue(text: Fragment, moment: Pick<Moment, 'foldedTexts'>): Fragment {
  const plain = plainFolded(text);
  if (moment.foldedTexts !== 'many') return sql`nullif(${foldedOrBlank(text, moment)}, '')`;
  return sql`case when ${text} in (select text from folded_texts) then nullif((select min(folded) from folded_texts where text = ${text}), '') else nullif(${plain}, '') end`;
}

/** The folded form where there are no or few odd texts; that of a blank text is blank. */
function foldedOrBlank(text: Fragment, moment: Pick<Moment, 'foldedTexts'>): Fragment {
  const plain = plainFolded(text);
  if (moment.foldedTexts === undefined) return plain;
  return sql`coalesce(case when strlen(${text}) <> length(${text}) then getvariable('folded_texts')[${text}] end, ${plain})`;
}

/** A test over the folded form of a stored text. `failsBlank`: a blank text does not pass it, so whether it is one need not be asked. */
export function foldedTest(text: Fragment, test: (folded: Fragment) => Fragment, moment: Moment, failsBlank = false): Fragment {
  if (moment.foldedTexts !== 'many') return test(failsBlank ? foldedOrBlank(text, moment) : foldedValue(text, moment));
  const plain = test(sql`nullif(${plainFolded(text)}, '')`);
  return sql`case when ${text} in (select text from folded_texts) then ${text} in (select text from folded_texts where ${test(sql`nullif(folded, '')`)}) else ${plain} end`;
}

/** Does a list hold an element that is `literal`? Null for a list without a single known element. */
export function listHolds(list: Fragment, literal: string, moment: Moment): Fragment {
  const wanted = fold(literal);
  if (moment.foldedTexts === 'many') {
    const odd = sql`coalesce(list_has_any(${list}, (select list(text) from folded_texts where folded = ${wanted})), false)`;
    return sql`case when ${listKnown(list)} then (list_contains(${foldedElements(list, {})}, ${wanted}) or ${odd}) end`;
  }
  return sql`case when ${listKnown(list)} then list_contains(${foldedElements(list, moment)}, ${wanted}) end`;
}

export const listKnown = (list: Fragment): Fragment => sql`coalesce(len(list_filter(${list}, lambda x: trim(x, ${blanks}) <> '')) > 0, false)`;

const foldedElements = (list: Fragment, moment: Pick<Moment, 'foldedTexts'>): Fragment =>
  sql`list_transform(${list}, lambda x: ${foldedValue(sql`x`, moment)})`;
