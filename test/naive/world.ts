import type { Condition } from '../../src/language/tree.ts';

/**
 * A shop small enough to be held in memory: what the naive evaluator looks at, and what the loader writes into the warehouse.
 * Times are microseconds since 1970 (UTC). Dates are texts such as `2026-01-31`.
 */
export type World = {
  readonly profiles: readonly number[];
  /** Words about customers and how each is to be read. A `birthday` is a date that comes round every year. */
  readonly words: Readonly<Record<string, WordType>>;
  /** Words of `words` that lie among the features instead of the attributes. */
  readonly featureWords: readonly string[];
  readonly attributes: ReadonlyMap<number, Fields>;
  readonly orders: readonly Order[];
  /** Lines; `counts` and `isReturn` are their order's. */
  readonly items: readonly Order[];
  readonly events: readonly Event[];
  readonly feedback: readonly Feedback[];
  /** slug → name and definition. */
  readonly segments: Readonly<Record<string, { readonly name: string; readonly tree: Condition; readonly text: string }>>;
};

export type WordType = 'text' | 'number' | 'boolean' | 'date' | 'birthday' | 'instant' | 'list';

/** An instant among the attributes is a number of microseconds. */
export type Value = string | number | boolean | readonly string[] | null;
export type Fields = Readonly<Record<string, Value>>;

export type Fact = { readonly profile: number; readonly at: number; readonly fields: Fields };
export type Order = Fact & { readonly counts: boolean; readonly isReturn: boolean };
export type Event = Fact & { readonly name: string; readonly receivedAt: number };
export type Feedback = Fact & { readonly kind: 'review' | 'ticket' | 'survey' };

/** The instant of an evaluation and the workspace's calendar. */
export type Moment = { readonly now: number; readonly zone: string; readonly weekStart: number };

export const emptyWorld: World = {
  profiles: [],
  words: {},
  featureWords: [],
  attributes: new Map(),
  orders: [],
  items: [],
  events: [],
  feedback: [],
  segments: {},
};
