import { formatName } from '../../format-text.ts';
import { atWords, place, type Reader, refuse, spanFrom } from '../../parse/reader.ts';
import type { Subject } from '../../parse/subject.ts';
import type { DateCondition } from '../../tree.ts';
import { formatWindow, parseDateWindow } from '../../windows/text.ts';

/** A window after the name of a date. */
export function parseDateCondition(reader: Reader, { operand, first }: Subject): DateCondition | undefined {
  if (operand.kind !== 'attribute') {
    if (!atWords(reader, 'in next')) return undefined;
    refuse(
      'operator.type',
      spanFrom(reader, first),
      'Facts lie in the past.',
      'Write `in last 30 days`; `in next` is for dates of the customer, such as a birthday.',
    );
  }
  const window = parseDateWindow(reader);
  if (window === undefined) return undefined;
  return place(reader, { kind: 'date' as const, attribute: operand.name, window }, first, {
    attribute: reader.positions.get(operand) ?? spanFrom(reader, first),
  });
}

export const formatDateCondition = ({ attribute, window }: DateCondition): string => `${formatName(attribute)} ${formatWindow(window)}`;
