import { formatName } from '../../format-text.ts';
import { place, type Reader, refuse, spanFrom, takeWords } from '../../parse/reader.ts';
import type { Subject } from '../../parse/subject.ts';
import type { Presence } from '../../tree.ts';

const phrases = [
  ['is known', 'known'],
  ['is not unknown', 'known'],
  ['is unknown', 'unknown'],
  ['is not known', 'unknown'],
] as const;

/** `is known`, after a name. */
export function parsePresence(reader: Reader, { operand, first }: Subject): Presence | undefined {
  for (const [words, kind] of phrases) {
    if (!takeWords(reader, words)) continue;
    if (operand.kind !== 'attribute')
      refuse(
        'operator.type',
        spanFrom(reader, first),
        'Only a trait or a feature can be known or unknown.',
        'Counts and sums over nothing are 0: write count(…) = 0 or count(…) >= 1.',
      );
    return place(reader, { kind, attribute: operand.name }, first, { attribute: reader.positions.get(operand) ?? spanFrom(reader, first) });
  }
  return undefined;
}

export const formatPresence = ({ kind, attribute }: Presence): string => `${formatName(attribute)} is ${kind}`;
