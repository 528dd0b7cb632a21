import type { Kind, Mapping, MappingOptions } from '../../contract/index.ts';
import type { Workspace } from '../../core/index.ts';

/** What is known about a file besides its contents, and what a person said about it. */
export type UnderstandContext = {
  readonly fileName: string;
  readonly workspace: Workspace;
  readonly kind?: Kind;
  readonly source?: string;
  /** Header → field; a header in single quotes is a constant (`'2015-06-30'` → `ordered_at`). */
  readonly map?: Readonly<Record<string, string>>;
  /** A saved mapping: nothing is guessed. */
  readonly mapping?: Mapping;
  readonly preset?: string;
  readonly options?: MappingOptions;
};
