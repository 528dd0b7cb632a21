import type { Instant } from '../../core/index.ts';
import type { Fragment } from '../../sql/index.ts';
import type { Condition } from '../tree.ts';

/**
 * A segment as work to be done: leaves that the warehouse answers, each with a key that equal leaves of other segments share, and
 * a plan that combines their verdicts. Verdicts are never null, so the plan is plain two-valued logic over sets of profiles.
 */
export type CompiledSegment = {
  readonly plan: Plan;
  /** By key. */
  readonly leaves: ReadonlyMap<string, Leaf>;
  /** Distinct aggregates behind the leaves, by key. */
  readonly aggregates: ReadonlyMap<string, AggregateQuery>;
  /** Text columns that are compared ignoring case: their odd values must be in `folded_texts` (see `Moment.foldedTexts`). */
  readonly texts: readonly TextColumn[];
  /** Other segments that the plan refers to, by slug, at any depth. */
  readonly segments: readonly string[];
};

export type Plan =
  | { readonly kind: 'leaf'; readonly leaf: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Plan[] }
  | { readonly kind: 'not'; readonly of: Plan }
  /** The members of another segment: its definition's plan, its manual lists, or its frozen members. */
  | { readonly kind: 'segment'; readonly slug: string; readonly of: Plan };

export type Leaf = ProfileLeaf | AggregateLeaf | MembersLeaf;

/** A test over one profile's row: `p` profiles, `a` attributes, `f` features. */
export type ProfileLeaf = { readonly kind: 'profile'; readonly key: string; readonly condition: Condition; readonly test: Fragment };
/** A test of an aggregate's value, which is `empty` for profiles without a fact. */
export type AggregateLeaf = {
  readonly kind: 'aggregate';
  readonly key: string;
  readonly condition: Condition;
  readonly aggregate: AggregateQuery;
  readonly test: (value: Fragment) => Fragment;
};
/** A query that yields the profiles for which the condition holds (column `profile`, repeats allowed), for sequences and the like. */
export type MembersLeaf = {
  readonly kind: 'members';
  readonly key: string;
  readonly condition: Condition;
  readonly query: (scope: Fragment) => Fragment;
};

export type AggregateQuery = {
  readonly key: string;
  /** Equal for aggregates over the same facts. */
  readonly factsKey: string;
  readonly facts: FactQuery;
  /** Aggregate expression over the facts' rows. */
  readonly value: Fragment;
  /** The same over those rows of a wider scan for which a condition holds; undefined where sharing a scan does not pay. */
  readonly filtered: ((condition: Fragment | undefined, operand: Fragment) => Fragment) | undefined;
  /** What is summed or compared of each row, so that a shared scan works it out once; undefined for a count. */
  readonly operand: Fragment | undefined;
  /** 0, or null where an aggregate over nothing is unknown. */
  readonly empty: Fragment;
};

/** Rows of one fact table. `where` (which is `base` and `extra`) holds without the time bounds; `from <= time < to`. */
export type FactQuery = {
  readonly table: string;
  readonly time: string;
  readonly where: Fragment;
  /** The kind of fact. */
  readonly base: Fragment;
  /** What else was asked of it. */
  readonly extra: Fragment | undefined;
  readonly from: Instant | undefined;
  readonly to: Instant;
};

/** A column (or a property inside a JSON column) that holds text. */
export type TextColumn = { readonly table: string; readonly column: string; readonly property?: string; readonly list?: boolean };
