import { nameKey } from '../name-key.ts';
import type { Span } from '../positions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { cursorAt } from './cursor.ts';
import { placeOf } from './place.ts';
import { candidates, type SuggestionKind } from './suggest.ts';

export type Suggestion = {
  /** What to put in place of `replaces`. */
  readonly insert: string;
  readonly label: string;
  readonly kind: SuggestionKind;
  readonly replaces: Span;
};

const most = 20;

/**
 * What may be written at the cursor (an offset into the text, in UTF-16 code units): names, operators, values, events, segments and
 * words, those that begin with what has been typed first, then those that contain it; at most 20.
 */
export function complete(text: string, offset: number, vocabulary: Vocabulary): readonly Suggestion[] {
  const at = Math.max(0, Math.min(offset, text.length));
  const { tokens, typed, quoted, start } = cursorAt(text, at);
  const wanted = nameKey(typed);
  const all = candidates(placeOf(tokens), vocabulary).filter(({ insert }) => !quoted || insert.startsWith('"'));
  const ranked = all.flatMap((candidate) => {
    const keys = [nameKey(candidate.insert.replaceAll('"', '')), nameKey(candidate.label)];
    const rank = keys.some((key) => key.startsWith(wanted)) ? 0 : keys.some((key) => key.includes(wanted)) ? 1 : 2;
    return rank === 2 ? [] : [{ candidate, rank }];
  });
  const replaces = Object.freeze({ offset: start, length: at - start });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ candidate }) => Object.freeze({ ...candidate, replaces }));
}
