import type { TextColumn } from './compiled.ts';
import type { Moment } from './moment.ts';

/** What travels along while one definition is compiled. `texts` gathers the columns that are compared ignoring case. */
export type CompileContext = {
  readonly moment: Moment;
  readonly texts: TextColumn[];
  /** Segments entered and not yet left, to name a circle instead of following it. */
  readonly within: readonly string[];
};
