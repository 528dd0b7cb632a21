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
  /** Where alone the test of a number changes its verdict; undefined where that can not be said. */
  readonly limits: readonly Limit[] | undefined;
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
  /** How it can be added up from what each fact gives to it; undefined where it can not. */
  readonly gathers: Gathers | undefined;
};

/** What each fact gives to an aggregate, and how the aggregate follows from all of it. A fact outside the window or the condition gives nothing. */
export type Gathers =
  | { readonly kind: 'facts' }
  /** Whole ten-thousandths of a numeric column, as doubles; a mean also needs the number of facts that have one. */
  | { readonly kind: 'sum'; readonly column: string; readonly amount: Fragment; readonly value: (total: Fragment) => Fragment }
  | { readonly kind: 'mean'; readonly column: string; readonly amount: Fragment; readonly value: (total: Fragment, known: Fragment) => Fragment }
  /** The different values of a text column. */
  | { readonly kind: 'values'; readonly column: string; readonly operand: Fragment };

/** A column that decides conditions: by its text, or by on which side of each limit its number lies. */
export type DecidingColumn =
  | { readonly kind: 'text'; readonly column: string }
  | { readonly kind: 'number'; readonly column: string; readonly limits: readonly Limit[] };

/** Numbers are told apart at `at`: those from it on, or with `above` only those beyond it. */
export type Limit = { readonly at: number; readonly above: boolean };

/** Rows of one fact table. `where` (which is `base` and `extra`) holds without the time bounds; `from <= time < to`. */
export type FactQuery = {
  readonly table: string;
  readonly time: string;
  readonly where: Fragment;
  /** The kind of fact. */
  readonly base: Fragment;
  /** What else was asked of it. */
  readonly extra: Fragment | undefined;
  /** The columns on which alone `extra` depends; undefined where it depends on something else. */
  readonly decidedBy: readonly DecidingColumn[] | undefined;
  readonly from: Instant | undefined;
  readonly to: Instant;
};

/** A column (or a property inside a JSON column) that holds text. */
export type TextColumn = { readonly table: string; readonly column: string; readonly property?: string; readonly list?: boolean };
