import { sampled, seededRandom } from '../../stats/index.ts';
import { entriesOf, type Taken } from './taken.ts';
import { fewPurchases, fitTaste } from './taste.ts';

/** Kinds of customers by what they buy: share of the customers (as its logarithm), and how likely a purchase of theirs is of each category. */
export type Classes = {
  /** Share of each product among the buyers in its category. */
  readonly within: Float64Array;
  readonly customers: Float64Array;
  /** Of each class the share of each category. */
  readonly shares: readonly Float64Array[];
};

const mostClasses = 16;
/** More customers tell no more of what kinds there are. */
const mostCustomers = 20_000;
const rounds = 40;
/** As if each class had seen so many purchases more, spread like everybody's. */
const prior = 2;

/**
 * Mixture of multinomials over categories by expectation-maximisation (Cadez, Smyth & Mannila, KDD 2001, of a retailer's baskets): what is bought after a first espresso is what those buy who buy espresso. Two classes for
 * each category, sixteen at most: the first lean to a category each, the others start by lot.
 */
export function fitClasses(taken: Taken, seed: number): Classes {
  const { within, shares: all } = fitTaste(taken);
  const random = seededRandom(seed);
  const count = Math.max(1, Math.min(mostClasses, 2 * all.length));
  const start = Array.from({ length: count }, (_, own) =>
    all.map((share, category) => (own < all.length ? (share + (category === own ? 1 : 0)) / 2 : share * (0.5 + random()))),
  );
  let classes: Classes = { within, customers: new Float64Array(count), shares: start.map(normal) };
  const some = sampled(random, taken.users, mostCustomers);
  for (let round = 0; round < rounds; round += 1) classes = better(classes, all, taken, some);
  return classes;
}

/** One round: whom each customer is like, then what each class buys. */
function better(classes: Classes, all: Float64Array, taken: Taken, some: Uint32Array): Classes {
  const { starts, items, weights, categories } = taken;
  const customers = new Float64Array(classes.shares.length).fill(1);
  const bought = classes.shares.map(() => all.map((share) => prior * share));
  const logs = classes.shares.map(logarithms);
  for (const user of some) {
    likeness(classes.customers, logs, taken, user, 0).forEach((own, place) => {
      customers[place] = (customers[place] ?? 0) + own;
      const into = bought[place];
      if (into === undefined || own < 1e-6) return;
      for (let at = starts[user] ?? 0; at < (starts[user + 1] ?? 0); at += 1) {
        const category = categories[items[at] ?? 0] ?? 0;
        into[category] = (into[category] ?? 0) + own * (weights[at] ?? 0);
      }
    });
  }
  return { within: classes.within, customers: logarithms(normal(customers)), shares: bought.map(normal) };
}

/** Probability of each class for a customer, by all that they bought; a visit in which they looked at something counts as `looked` purchases of its category. */
function likeness(customers: Float64Array, logs: readonly Float64Array[], taken: Taken, user: number, looked: number): Float64Array {
  const { items, weights, categories, views } = taken;
  const [[from, to], [first, end]] = [entriesOf(taken, user), looked > 0 ? entriesOf(views, user) : [0, 0]];
  const found = customers.map((start, place) => {
    let sum = start;
    const own = logs[place];
    for (let at = from; at < to; at += 1) sum += (weights[at] ?? 0) * (own?.[categories[items[at] ?? 0] ?? 0] ?? 0);
    for (let view = first; view < end; view += 1) sum += looked * (views.weights[view] ?? 0) * (own?.[views.items[view] ?? 0] ?? 0);
    return sum;
  });
  const most = found.reduce((top, own) => Math.max(top, own), Number.NEGATIVE_INFINITY);
  return normal(found.map((own) => Math.exp(own - most)));
}

/**
 * What a customer buys next: of which category, by what those buy whom they are like by what they bought and looked at, then what sells in it; and `again` times the share of their purchases that were this very product. With `again` 0 what they have is not
 * wanted again.
 */
export function classScores({ within, customers, shares }: Classes, taken: Taken, user: number, again: number, looked: number): Float64Array {
  const like = likeness(customers, shares.map(logarithms), taken, user, looked);
  const scores = within.map((share, item) => {
    const category = taken.categories[item] ?? 0;
    return share * like.reduce((sum, own, place) => sum + own * (shares[place]?.[category] ?? 0), 0);
  });
  const [from, to] = entriesOf(taken, user);
  const all = taken.weights.subarray(from, to).reduce((sum, own) => sum + own, fewPurchases);
  for (let place = from; place < to; place += 1) {
    const item = taken.items[place] ?? 0;
    scores[item] = again === 0 ? 0 : (scores[item] ?? 0) + (again * (taken.weights[place] ?? 0)) / all;
  }
  return scores;
}

const normal = (values: Float64Array): Float64Array => {
  const sum = values.reduce((total, own) => total + own, 0) || 1;
  return values.map((own) => own / sum);
};
const logarithms = (values: Float64Array): Float64Array => values.map((own) => Math.log(Math.max(1e-9, own)));
