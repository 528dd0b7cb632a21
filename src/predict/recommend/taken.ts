import type { Interactions } from '../../stats/index.ts';

/** Who took what, and the category of each product, as a number of its own; products without one share one. Nothing but arrays, so that it can be posted to a worker thread. */
export type Taken = Interactions & {
  readonly categories: Int32Array;
  /** Who looked at what: users by categories, in how many visits at a product of it. Users are those above in their order, then those who only looked. */
  readonly views: Interactions;
};

/** Where the entries of a user lie; of one who has none here, nowhere. */
export const entriesOf = ({ users, starts }: Interactions, user: number): readonly [from: number, to: number] =>
  user < users ? [starts[user] ?? 0, starts[user + 1] ?? 0] : [0, 0];
