import type { DiagnosticCode, Severity } from '../diagnostic.ts';
import type { AttributeWord, VisitWord, Vocabulary } from '../vocabulary.ts';

/** What was found wrong with a node of the tree, or with one part of it. */
export type Finding = {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly node: object;
  readonly part?: string;
  readonly expected?: readonly string[];
};

/** What the check of an operator may ask and say. */
export type CheckContext = {
  readonly vocabulary: Vocabulary;
  /** A trait or feature by its name, its label or an alias, in any letter case. */
  readonly attribute: (name: string) => AttributeWord | VisitWord | undefined;
  /** Slug of a segment by its slug or its name. */
  readonly segment: (name: string) => string | undefined;
  readonly report: (finding: Finding) => void;
};

/** `code` in an error at a part of a node. */
export function reportError(
  context: CheckContext,
  node: object,
  part: string | undefined,
  code: DiagnosticCode,
  message: string,
  hint: string,
  expected: readonly string[] = [],
): void {
  context.report({ code, severity: 'error', message, hint, node, ...(part === undefined ? {} : { part }), ...(expected.length === 0 ? {} : { expected }) });
}

export function reportWarning(
  context: CheckContext,
  node: object,
  part: string | undefined,
  code: DiagnosticCode,
  message: string,
  hint: string,
  expected: readonly string[] = [],
): void {
  context.report({ code, severity: 'warning', message, hint, node, ...(part === undefined ? {} : { part }), ...(expected.length === 0 ? {} : { expected }) });
}
