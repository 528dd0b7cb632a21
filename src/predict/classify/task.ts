import type { Workspace } from '../../core/index.ts';
import type { Vocabulary } from '../../language/index.ts';
import type { FeatureSettings } from '../../profiles/index.ts';

/**
 * A question with yes or no for an answer. Both texts are in the segment language: `among` is asked at the cut-off, `outcome` at the end of the
 * horizon, so `count(orders in last 90 days) = 0` with a horizon of 90 days is "does not order in the 90 days after the cut-off".
 */
export type ClassifierTask = {
  readonly outcome: string;
  /** Everybody who was known at the cut-off where null. */
  readonly among: string | null;
  readonly horizonDays: number;
  /** The buying models know this question: at least one order, or none. Their answer competes, and is a column for the others. */
  readonly buyer?: 'order' | 'silence';
  /** Of members, who will end what they have: the event by which they do. */
  readonly ends?: string;
  /** Kinds of events take part as well: those that the shop has (see `eventsToLearn`), or of a trained model the ones that it learned from. */
  readonly events?: 'of-the-shop' | readonly string[];
};

/** What feedback can be. */
export type FeedbackKind = 'review' | 'ticket' | 'survey';

/** What the warehouse's facts are read with. */
export type Shop = {
  readonly workspace: Workspace;
  readonly vocabulary: Vocabulary;
  readonly settings?: FeatureSettings;
  /** True where nothing was ever ordered: what a list says of spending is then all there is. */
  readonly noOrders?: boolean;
  /** Traits and features that must not be learned from. */
  readonly leaveOut?: ReadonlySet<string>;
  /** Which kinds of feedback there are, so that tickets are called tickets. */
  readonly feedback?: readonly FeedbackKind[];
};

/** Will they stay away for so many days? Asked of everybody who ordered before. */
export const churnTask = (days: number): ClassifierTask => ({
  outcome: `count(orders in last ${days} days) = 0`,
  among: 'orders >= 1',
  horizonDays: days,
  buyer: 'silence',
});

/** Will they order within so many days? Asked of everybody who ordered before. */
export const nextOrderTask = (days: number): ClassifierTask => ({
  outcome: `count(orders in last ${days} days) >= 1`,
  among: 'orders >= 1',
  horizonDays: days,
  buyer: 'order',
});

/** Will they buy something of this category? */
export const categoryTask = (category: string, days: number): ClassifierTask => ({
  outcome: `count(items where category = ${quoted(category)} in last ${days} days) >= 1`,
  among: 'orders >= 1',
  horizonDays: days,
});

/** Will this event happen, such as `Email Clicked`? */
export const eventTask = (event: string, days: number): ClassifierTask => ({
  outcome: `count(${quoted(event)} in last ${days} days) >= 1`,
  among: null,
  horizonDays: days,
});

/** A text as the language reads it back. JSON's escapes are among those that the language knows. */
const quoted = (text: string): string => JSON.stringify(text);
