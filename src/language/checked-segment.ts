import type { Diagnostic } from './diagnostic.ts';
import type { Condition } from './tree.ts';

/** A definition that can be compiled: its names are those of the vocabulary, its segments are slugs. */
export type CheckedSegment = {
  readonly tree: Condition;
  /** Canonical text of the tree. */
  readonly text: string;
  readonly warnings: readonly Diagnostic[];
  /** Slugs of the segments it refers to itself, in order of mention, each once. */
  readonly segments: readonly string[];
};
