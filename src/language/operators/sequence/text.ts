import { formatSingleFactCondition, parseSingleFactCondition } from '../../facts/condition-text.ts';
import { formatSource, parseSource } from '../../facts/source-text.ts';
import { formatDuration } from '../../format-text.ts';
import { atWords, isWord, peek, place, type Reader, take, takeWords } from '../../parse/reader.ts';
import type { Token } from '../../parse/token.ts';
import type { Sequence, SequenceStep } from '../../tree.ts';
import { formatWindow, parseDuration, parseWindow } from '../../windows/text.ts';

type StepFacts = SequenceStep['facts'];

/** The rest of a sequence whose first step has been read. */
export function parseSequence(reader: Reader, opening: StepFacts, first: Token): Sequence | undefined {
  if (!atWords(reader, 'then')) return undefined;
  const steps: SequenceStep[] = [place(reader, { facts: opening, absent: false }, first)];
  while (atWords(reader, 'then')) steps.push(parseStep(reader));
  const window = parseWindow(reader);
  return place(reader, { kind: 'sequence' as const, steps: Object.freeze(steps), ...(window === undefined ? {} : { window }) }, first);
}

function parseStep(reader: Reader): SequenceStep {
  const first = take(reader);
  const absent = takeWords(reader, 'not');
  const facts = parseStepFacts(reader);
  const limited = peek(reader);
  if (!isWord(limited, 'within')) return place(reader, { facts, absent }, first);
  take(reader);
  const within = place(reader, parseDuration(reader), limited);
  return place(reader, { facts, absent, within }, first);
}

/** `"Product Viewed" where category = "Shoes"`. */
export function parseStepFacts(reader: Reader): StepFacts {
  const first = peek(reader);
  const of = parseSource(reader);
  return place(reader, takeWords(reader, 'where') ? { of, where: parseSingleFactCondition(reader) } : { of }, first);
}

export function formatSequence({ steps, window }: Sequence): string {
  const written = steps.map(formatStep).join(' then ');
  return window === undefined ? written : `${written} ${formatWindow(window)}`;
}

function formatStep({ facts, absent, within }: SequenceStep): string {
  const pieces = [`${absent ? 'not ' : ''}${formatSource(facts.of)}`];
  if (facts.where !== undefined) pieces.push(`where ${formatSingleFactCondition(facts.where)}`);
  if (within !== undefined) pieces.push(`within ${formatDuration(within.amount, within.unit)}`);
  return pieces.join(' ');
}
