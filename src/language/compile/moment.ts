import type { Instant, Weekday, Workspace } from '../../core/index.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** What a definition is compiled against: one `now` for all customers and all conditions of a run, and the workspace's calendar. */
export type Moment = {
  readonly now: Instant;
  /** IANA zone of calendar windows and whole days. */
  readonly zone: string;
  readonly weekStart: Weekday;
  readonly vocabulary: Vocabulary;
  /** Table of features as of `now`. */
  readonly featuresTable: string;
  readonly workspace?: Workspace;
  /** Column of `profiles` with the customers' numbers, where `profile` is not that. */
  readonly numberColumn?: string;
  /** How many texts there are whose folded form is not what the engine's own `lower(trim(x))` makes of them; absent: none. See `foldedValue`. */
  readonly foldedTexts?: 'few' | 'many';
};
