import type { MappingOptions } from '../../contract/index.ts';
import { type Fragment, join, sql } from '../../sql/index.ts';
import { afterNo, afterYes, noWords, yesWords } from './yes-no-words.ts';

/**
 * Yes and no in the languages and exports we meet, alone or with a word of thanks ("ja bitte", "no thanks"); consent words of mail tools included.
 * NULL for anything else, and for what can be read both ways.
 */
export function boolean(value: Fragment): Fragment {
  const word = plainWord(value);
  return sql`(case
    when regexp_full_match(${word}, ${answer(yesWords, afterYes)}) then true
    when regexp_full_match(${word}, ${answer(noWords, afterNo)}) then false end)`;
}

type Meanings = NonNullable<MappingOptions['meanings']>;

/** Yes and no with what a person said of the words of this file, which goes first. */
export function meant(value: Fragment, meanings: Meanings = {}): Fragment {
  const cases = (['yes', 'no'] as const).flatMap((means) => whenAmong(value, meanings, means, sql`${means === 'yes'}`));
  return cases.length === 0 ? boolean(value) : sql`(case ${join(cases, ' ')} else ${boolean(value)} end)`;
}

/** A word that was said to tell nothing is an empty cell, not a wrong one. */
export function withoutUnknown(value: Fragment, meanings: Meanings = {}): Fragment {
  const [unknown] = whenAmong(value, meanings, 'unknown', sql`null`);
  return unknown === undefined ? value : sql`(case ${unknown} else ${value} end)`;
}

function whenAmong(value: Fragment, meanings: Meanings, means: Meanings[string], answer: Fragment): readonly Fragment[] {
  const words = Object.entries(meanings).filter(([, meaning]) => meaning === means);
  return words.length === 0 ? [] : [sql`when lower(trim(${value})) in (${join(words.map(([word]) => sql`lower(trim(${word}))`))}) then ${answer}`];
}

/** Lower case, no accents, and one blank for whatever stands between words. */
export const plainWord = (value: Fragment): Fragment => sql`trim(regexp_replace(strip_accents(lower(${value})), ${String.raw`[\s_.,;:!'’()-]+`}, ' ', 'g'))`;

const answer = (words: readonly string[], after: readonly string[]): string => `(${words.join('|')})( (${after.join('|')}))*`;
