import { styleText } from 'node:util';
import { ClienteleError, errorBody } from '../../core/index.ts';
import { safeText } from './table.ts';

/** Prints a failure: JSON on standard output when asked, else message and hint on standard error. Returns the exit code. */
export function reportFailure(error: unknown, options: { readonly json: boolean; readonly verbose: boolean }): number {
  const known =
    error instanceof ClienteleError ? error : new ClienteleError('internal', { detail: error instanceof Error ? error.message : String(error) }, {}, error);
  if (options.json) process.stdout.write(`${JSON.stringify(errorBody(known), null, 2)}\n`);
  else {
    process.stderr.write(`${styleText('red', 'Error:', { stream: process.stderr })} ${safeText(known.message)}\n`);
    const position = known.extra['position'];
    const text = known.extra['text'];
    if (isPosition(position) && typeof text === 'string') process.stderr.write(`${pointAt(text, position)}\n`);
    if (known.hint !== '') process.stderr.write(`${safeText(known.hint)}\n`);
  }
  if (options.verbose || known.code === 'internal') process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return known.exit;
}

type Position = { readonly offset: number; readonly length: number; readonly line: number; readonly column: number };

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'column' in value;
}

/** The line of the definition with carets under what was wrong. */
function pointAt(text: string, { line, column, length }: Position): string {
  const shown = text.split('\n')[line - 1] ?? '';
  return `  ${safeText(shown)}\n  ${' '.repeat(Math.max(0, column - 1))}${'^'.repeat(Math.max(1, Math.min(length, shown.length - column + 1)))}`;
}
