import type { DiagnosticCode } from '../diagnostic.ts';
import type { Span } from '../positions.ts';

export type SyntaxTrouble = {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
  readonly span: Span;
  readonly expected: readonly string[];
};

/** Carries the first trouble from any depth of the parser up to `parse`, which turns it into a diagnostic. It never leaves this folder. */
export class SyntaxFailure extends Error {
  readonly trouble: SyntaxTrouble;

  constructor(trouble: SyntaxTrouble) {
    super(trouble.message);
    this.name = 'SyntaxFailure';
    this.trouble = trouble;
  }
}
