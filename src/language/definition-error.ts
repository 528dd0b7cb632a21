import { ClienteleError } from '../core/index.ts';
import type { Diagnostic } from './diagnostic.ts';

/**
 * Diagnostics as the error that commands and calls answer with: the first one's message, hint and position, all of them beside it.
 * `extra` is `{ position, diagnostic, expected?, diagnostics }`; `diagnostic` is the code of the first.
 */
export function definitionError(diagnostics: readonly Diagnostic[]): ClienteleError {
  const first = diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0];
  if (first === undefined) return new ClienteleError('segment.syntax', { detail: 'The definition can not be read.', hint: 'Write it again.' });
  const extra = { position: first.position, diagnostic: first.code, ...(first.expected === undefined ? {} : { expected: first.expected }), diagnostics };
  if (first.code === 'segment.cycle') return new ClienteleError('segment.cycle', { loop: (first.expected ?? []).join(' → ') }, extra);
  return new ClienteleError('segment.syntax', { detail: first.message, hint: first.hint }, extra);
}
