import type { WordsContext } from '../../describe/context.ts';
import type { DateCondition } from '../../tree.ts';
import { windowWords } from '../../windows/words.ts';

export function dateWords({ attribute, window }: DateCondition, denied: boolean, context: WordsContext): string {
  const label = context.attribute(attribute)?.label ?? attribute.replaceAll(/[._]/g, ' ');
  // `signed up`, `last changed`, `last seen` are no nouns.
  const noun = /(?:up|ed|seen)$/.test(label) ? `“${label}” date` : label;
  return `whose ${noun} is ${denied ? 'not ' : ''}${windowWords(window)}${denied ? ' (or is unknown)' : ''}`;
}
