/**
 * The segment tree: what text parses to, what the screen edits, what is stored. Plain JSON, frozen, engine-free.
 * Its meaning is fixed in docs/segment-language.md.
 */
export type Condition = Group | Not | Comparison | Presence | DateCondition | InSegment | CanReceive | Sample | Within | Sequence;

/** `a and b`, `a or b`, and their list forms `all of (…)`, `any of (…)`, `none of (…)`. Canonical text of all/any is and/or. */
export type Group = { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Condition[] };
export type Not = { readonly kind: 'not'; readonly of: Condition };

export type Comparison = {
  readonly kind: 'compare';
  readonly left: Operand;
  readonly operator: ComparisonOperator;
  /** One literal; two for `between`; one or more for `in`, `not in` and the list operators. */
  readonly values: readonly Literal[];
};
export type ComparisonOperator =
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'between'
  | 'in'
  | 'not in'
  | 'is exactly'
  | 'contains'
  | 'starts with'
  | 'ends with'
  | 'contains any of'
  | 'contains all of'
  | 'contains none of';

/** Dates are text in the tree (`2026-01-31`, or an instant); the vocabulary's type of the left side says how a literal is read. */
export type Literal = string | number | boolean;

export type Operand = Attribute | Aggregate | DaysSince;
/** A trait or feature by its name: `country`, `rfm.segment`, `predicted.value_12m`, `average order value` is `average_order_value`. */
export type Attribute = { readonly kind: 'attribute'; readonly name: string };
/** `count(orders where … in last 90 days)`, `sum(orders.total …)`, `distinct(items.category)`. `orders` alone is count(orders). */
export type Aggregate = {
  readonly kind: 'aggregate';
  readonly function: 'count' | 'sum' | 'avg' | 'min' | 'max' | 'distinct';
  readonly facts: Facts;
  /** What is summed, averaged or counted distinct; absent for count. */
  readonly field?: string;
};
/** `days since last order`, `days since first "Product Viewed" where …`. */
export type DaysSince = { readonly kind: 'days-since'; readonly which: 'last' | 'first'; readonly facts: Facts };

/** Facts of one kind, filtered and in a window. */
export type Facts = { readonly of: FactSource; readonly where?: FactCondition; readonly window?: Window };
export type FactSource =
  | { readonly kind: 'orders' | 'items' | 'returns' | 'reviews' | 'tickets' | 'surveys' }
  | { readonly kind: 'event'; readonly name: string };

/** A condition on one fact's fields; the same operators as for customers. */
export type FactCondition =
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly FactCondition[] }
  | { readonly kind: 'not'; readonly of: FactCondition }
  | { readonly kind: 'compare'; readonly field: string; readonly operator: ComparisonOperator; readonly values: readonly Literal[] }
  | { readonly kind: 'known' | 'unknown'; readonly field: string };

export type DurationUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
export type CalendarPeriod = 'day' | 'week' | 'month' | 'quarter' | 'year';
export type Window =
  | { readonly kind: 'last'; readonly amount: number; readonly unit: DurationUnit }
  /** offset 0: today, this week …; −1: yesterday, last week … */
  | { readonly kind: 'period'; readonly period: CalendarPeriod; readonly offset: 0 | -1 }
  | { readonly kind: 'between'; readonly from: string; readonly to: string }
  | { readonly kind: 'before' | 'after' | 'on'; readonly date: string };

export type Presence = { readonly kind: 'known' | 'unknown'; readonly attribute: string };
/** A date attribute inside a window: `birthday in next 14 days`, `signup_date in last 30 days`, `signup_date before 2026-01-01`, `renewal_date this month`. */
export type DateCondition = {
  readonly kind: 'date';
  readonly attribute: string;
  readonly window: Window | { readonly kind: 'next'; readonly amount: number; readonly unit: DurationUnit };
};
/** By slug or name as written; `check` resolves it. `not in segment X` is not(in segment X), canonical text `not in segment "X"`. */
export type InSegment = { readonly kind: 'in-segment'; readonly segment: string };
export type CanReceive = { readonly kind: 'can-receive'; readonly channel: string; readonly purpose: string };
export type Sample = { readonly kind: 'random'; readonly percent: number; readonly seed?: string };
export type Within = { readonly kind: 'within'; readonly distance: number; readonly unit: 'km' | 'mi'; readonly latitude: number; readonly longitude: number };
export type Sequence = { readonly kind: 'sequence'; readonly steps: readonly SequenceStep[]; readonly window?: Window };
export type SequenceStep = {
  readonly facts: { readonly of: FactSource; readonly where?: FactCondition };
  /** `then not`; never on the first step. */
  readonly absent: boolean;
  /** At most this long after the step before; absent on the first step, and where no limit was written. */
  readonly within?: { readonly amount: number; readonly unit: DurationUnit };
};
