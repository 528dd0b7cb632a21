/** What is wrong with a definition, where, and what to write instead. */
export type Position = {
  /** UTF-16 code units from the start of the text, as JavaScript and browsers count. */
  readonly offset: number;
  readonly length: number;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
};

export type Severity = 'error' | 'warning';

export type Diagnostic = {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly position: Position;
  readonly hint: string;
  readonly severity: Severity;
  /** What could have stood there, or the nearest known names. */
  readonly expected?: readonly string[];
};

/** Every code, with what it means: the manual's table is this one, and a test compares them. */
export const diagnosticCodes = Object.freeze({
  'syntax.unexpected': 'Something else was expected here.',
  'syntax.character': 'A character that the language does not use.',
  'syntax.quote': 'A quoted text that is not closed, or an escape that does not exist.',
  'syntax.number': 'A number written with a currency sign, a percent sign or thousands commas, or too large to hold.',
  'syntax.unquoted': 'A text value without quotes.',
  'syntax.too-deep': 'More than 100 levels of parentheses and negations.',
  'syntax.empty': 'There is no condition.',
  'name.unknown': 'No trait or feature has this name.',
  'context.stored': 'A condition about a visit in a segment, which is about customers at any time.',
  'event.unknown': 'No event of this name has been seen yet.',
  'field.unknown': 'These facts have no field of this name so far.',
  'field.empty': 'None of these facts has anything in this field so far.',
  'segment.unknown': 'There is no segment of this name.',
  'segment.cycle': 'Segments refer to each other in a circle.',
  'operator.type': 'This operator does not fit the type of what is left of it.',
  'value.type': 'The value is of another type than what is left of it.',
  'value.unknown': 'No customer has this value.',
  'value.count': 'Too few or too many values for this operator.',
  'range.reversed': 'The first bound is larger than the second.',
  'range.reach': 'A number that what is left of it never reaches: the condition holds for everybody or for nobody.',
  'window.amount': 'A length of time that is not a positive number, or is out of reach.',
  'date.invalid': 'A date that the calendar does not have.',
  'group.empty': 'A list of conditions with nothing in it.',
  'percent.range': 'A percentage outside 0 to 100.',
  'place.range': 'A latitude, longitude or distance that can not be.',
  'sequence.first': 'A sequence begins with something that happened.',
  'text.numeric': 'A text compared as a number.',
  'tree.shape': 'The JSON is not a segment tree.',
});
export type DiagnosticCode = keyof typeof diagnosticCodes;

/** Offsets at which the lines of a text begin. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column of a stretch of text, by its lines' beginnings. */
export function positionIn(starts: readonly number[], offset: number, length: number): Position {
  let first = 0;
  let last = starts.length - 1;
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((starts[middle] ?? 0) <= offset) first = middle;
    else last = middle - 1;
  }
  return Object.freeze({ offset, length, line: first + 1, column: offset - (starts[first] ?? 0) + 1 });
}
