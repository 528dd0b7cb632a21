import type { WordsContext } from '../../describe/context.ts';
import { nounOf, whereAfter } from '../../facts/words.ts';
import type { Sequence, SequenceStep } from '../../tree.ts';
import { windowAfter } from '../../windows/words.ts';

export function sequenceWords({ steps, window }: Sequence, context: WordsContext): string {
  const [first, ...rest] = steps;
  if (first === undefined) return 'who did nothing';
  const opening = `who ${verbOf(first)} ${stepWords(first, windowAfter(window), context)}`;
  return [opening, ...rest.map((step) => laterWords(step, context))].join(', then ');
}

function laterWords(step: SequenceStep, context: WordsContext): string {
  const limit = step.within === undefined ? '' : ` within ${step.within.amount} ${step.within.unit}${step.within.amount === 1 ? '' : 's'}`;
  return stepWords(step, limit, context);
}

const verbOf = ({ facts }: SequenceStep): string => nounOf(facts.of).verb;

/** `an order in the last 14 days where …`; `no order within 1 day`. */
function stepWords({ facts, absent }: SequenceStep, when: string, context: WordsContext): string {
  const { one } = nounOf(facts.of);
  const article = absent ? 'no ' : facts.of.kind === 'event' ? '' : /^[aeiou]/.test(one) ? 'an ' : 'a ';
  return `${article}${one}${when}${whereAfter(facts.where, facts.of, context)}`;
}
