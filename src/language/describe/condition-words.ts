import { canReceiveWords } from '../operators/can-receive/words.ts';
import { comparisonWords } from '../operators/compare/words.ts';
import { dateWords } from '../operators/date/words.ts';
import { inSegmentWords } from '../operators/in-segment/words.ts';
import { presenceWords } from '../operators/presence/words.ts';
import { randomWords } from '../operators/random/words.ts';
import { sequenceWords } from '../operators/sequence/words.ts';
import { withinWords } from '../operators/within/words.ts';
import type { Condition, Group } from '../tree.ts';
import type { WordsContext } from './context.ts';

/** A condition as a clause that follows `Customers`: `who ordered at least 3 times`, `whose country is Germany`. `denied`: its plain negation. */
export function conditionWords(condition: Condition, denied: boolean, context: WordsContext): string {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return denied ? `who are not among those ${bracketed(condition, context)}` : groupWords(condition, context);
    case 'not':
      return denied ? `who are not among those ${bracketed(condition, context)}` : conditionWords(condition.of, true, context);
    case 'compare':
      return comparisonWords(condition, denied, context);
    case 'known':
    case 'unknown':
      return presenceWords(condition, denied, context);
    case 'date':
      return dateWords(condition, denied, context);
    case 'in-segment':
      return inSegmentWords(condition, denied, context);
    case 'can-receive':
      return canReceiveWords(condition, denied);
    case 'random':
      return randomWords(condition, denied);
    case 'within':
      return withinWords(condition, denied);
    case 'sequence':
      return denied ? `who are not among those ${sequenceWords(condition, context)}` : sequenceWords(condition, context);
  }
}

function groupWords(group: Group, context: WordsContext): string {
  const parts = group.of.map((part) => bracketed(part, context));
  if (parts.length === 0) return group.kind === 'any' ? 'who meet one of no conditions' : 'of any kind';
  if (group.kind !== 'none') return parts.join(group.kind === 'all' ? ', and ' : ', or ');
  return parts.length === 1 ? `who are not among those ${parts[0] ?? ''}` : `who are neither among those ${parts.join(', nor among those ')}`;
}

/** Groups inside groups stand in parentheses, so that and / or can not be misread. */
function bracketed(condition: Condition, context: WordsContext): string {
  const text = conditionWords(condition, false, context);
  const joined = (condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none') && condition.of.length > 1;
  return joined ? `(${text})` : text;
}
