import { ClienteleError } from '../core/index.ts';
import { type CheckedSegment, checkText, definitionError, type Vocabulary } from '../language/index.ts';

/** A definition as typed, checked against what this workspace knows. Throws `segment.syntax` with position and hint. */
export function checkedCondition(text: string, vocabulary: Vocabulary): CheckedSegment {
  const checked = checkText(text, vocabulary);
  if (checked.ok) return checked.value;
  const error = definitionError(checked.error);
  throw new ClienteleError(error.code, { detail: error.message, hint: error.hint }, { ...error.extra, text });
}
