import { format } from './format.ts';
import type { Condition } from './tree.ts';

/** One of the conditions that a definition lists at its top. */
export type Clause = {
  /** Where it stands: indices into `of`, from the root; empty for the root itself. */
  readonly path: readonly number[];
  readonly text: string;
  readonly tree: Condition;
};

/** The top-level conditions, for a count beside each: those of the outermost and / or, or the whole. */
export function clauses(tree: Condition): readonly Clause[] {
  if ((tree.kind === 'all' || tree.kind === 'any') && tree.of.length > 0)
    return tree.of.map((part, index) => ({ path: [index], text: format(part), tree: part }));
  return [{ path: [], text: format(tree), tree }];
}
