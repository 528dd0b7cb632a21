import { popularityScores } from '../../stats/index.ts';
import { entriesOf, type Taken } from './taken.ts';

/** Share of each product among the buyers in its category, and of each category among all. */
export type Taste = { readonly within: Float64Array; readonly shares: Float64Array };

/** As if so many more purchases had been something else. */
export const fewPurchases = 5;

export function fitTaste(taken: Taken): Taste {
  const { categories } = taken;
  const popularity = popularityScores(taken);
  const sums = new Float64Array(categories.reduce((most, own) => Math.max(most, own), -1) + 1);
  popularity.forEach((buyers, item) => (sums[categories[item] ?? 0] = (sums[categories[item] ?? 0] ?? 0) + buyers));
  const all = sums.reduce((sum, own) => sum + own, 0) || 1;
  return { within: popularity.map((buyers, item) => buyers / (sums[categories[item] ?? 0] || 1)), shares: sums.map((own) => own / all) };
}

/**
 * What a customer buys next, by two steps: of which category, then what sells in it: their shares of the categories times the product's share within it; and `again` times the share of their purchases that were this very product.
 * With `again` 0 what they have is not wanted again.
 */
export function tasteScores(taste: Taste, taken: Taken, user: number, again: number, looked: number): Float64Array {
  const { items, weights, categories } = taken;
  const own = sharesOf(taste, taken, user, looked);
  const scores = taste.within.map((share, item) => share * (own[categories[item] ?? 0] ?? 0));
  const [from, to] = entriesOf(taken, user);
  const all = weights.subarray(from, to).reduce((sum, weight) => sum + weight, fewPurchases);
  for (let place = from; place < to; place += 1) {
    const item = items[place] ?? 0;
    scores[item] = again === 0 ? 0 : (scores[item] ?? 0) + (again * (weights[place] ?? 0)) / all;
  }
  return scores;
}

/** The share of each category among a customer's own purchases, drawn towards the shop's where they are few (a Dirichlet prior). A visit in which they looked at something counts as `looked` purchases of its category. */
export function sharesOf({ shares }: Taste, taken: Taken, user: number, looked: number): Float64Array {
  const { items, weights, categories, views } = taken;
  const own = shares.map((share) => fewPurchases * share);
  const [from, to] = entriesOf(taken, user);
  for (let place = from; place < to; place += 1) {
    const category = categories[items[place] ?? 0] ?? 0;
    own[category] = (own[category] ?? 0) + (weights[place] ?? 0);
  }
  const [first, end] = entriesOf(views, user);
  for (let view = first; view < end; view += 1) {
    const category = views.items[view] ?? 0;
    own[category] = (own[category] ?? 0) + looked * (views.weights[view] ?? 0);
  }
  const all = own.reduce((sum, value) => sum + value, 0);
  return own.map((value) => value / all);
}
