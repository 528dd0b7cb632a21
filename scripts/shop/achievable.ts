import { areaUnderRoc, ndcg, topItems } from '../../src/stats/index.ts';
import { products, productsOf } from './catalogue.ts';
import { day, type LocalMinute, monthOf } from './clock.ts';
import type { Person } from './people.ts';
import { everyday, type Order } from './purchases.ts';
import { habits } from './types.ts';

/**
 * How well the best possible forecaster does: one who knows each customer's hidden type, rate and taste, and sees only their orders so far. What chance decides nobody can
 * foretell, so a model that reaches these figures has found all there is.
 */
export type Achievable = {
  /** Area under the ROC curve of "still a customer on the last day", of all who ever ordered. */
  readonly alive_auc: number;
  /** The same of "no order in so many days before the end", seen from their begin, of all who had ordered by then. */
  readonly silence: readonly { readonly days: number; readonly auc: number; readonly customers: number; readonly silent: number }[];
  /** Share of the buyers whose favourite category the orders can tell. */
  readonly favourite_category: number;
  /** nDCG of ten products for those who bought in the last 63 days, from the taste alone. */
  readonly taste_ndcg_63d: number;
};

export function achievableOf(people: readonly Person[], orders: readonly Order[], end: LocalMinute): Achievable {
  const counted = orders.filter(({ kind, status, person }) => kind === 'order' && status === 'completed' && person !== undefined);
  const own = Map.groupBy(counted, ({ person }) => person?.id ?? '');
  const buyers = people.filter(({ id, type }) => own.has(id) && type !== 'browser').map((person) => ({ person, orders: own.get(person.id) ?? [] }));
  return {
    alive_auc: rounded(aliveAuc(buyers, end)),
    silence: [28, 63, 90].map((days) => silence(buyers, end, days)),
    favourite_category: rounded(favourites(buyers)),
    taste_ndcg_63d: rounded(taste(buyers, end, 63)),
  };
}

type Buyer = { readonly person: Person; readonly orders: readonly Order[] };
const rounded = (value: number): number => Number(value.toFixed(4));

function aliveAuc(buyers: readonly Buyer[], end: LocalMinute): number {
  const scores = Float64Array.from(buyers, ({ person, orders }) => chances(person, lastOf(orders, end), end, end).alive);
  return areaUnderRoc(
    scores,
    Uint8Array.from(buyers, ({ person }) => Number(person.type !== 'one-time' && person.gone >= end)),
  );
}

function silence(all: readonly Buyer[], end: LocalMinute, days: number): Achievable['silence'][number] {
  const from = end - days * day;
  const known = all.filter(({ orders }) => orders.some(({ at }) => at < from));
  const labels = Uint8Array.from(known, ({ orders }) => Number(!orders.some(({ at }) => at >= from)));
  const scores = Float64Array.from(known, ({ person, orders }) => chances(person, lastOf(orders, from), from, end).silent);
  return { days, auc: rounded(areaUnderRoc(scores, labels)), customers: known.length, silent: labels.reduce((sum, label) => sum + label, 0) };
}

const lastOf = (orders: readonly Order[], before: LocalMinute): LocalMinute => Math.max(...orders.filter(({ at }) => at < before).map(({ at }) => at));

/**
 * From the last order on: alive at `now`, and no order until `until`. By Bayes over the days on which they may have left: leaving is exponential from the sign-up on, and who is there
 * stays silent with the probability of their own gaps.
 */
function chances(person: Person, last: LocalMinute, now: LocalMinute, until: LocalMinute): { readonly alive: number; readonly silent: number } {
  if (person.type === 'one-time') return { alive: 0, silent: 1 };
  const hazard = 1 / habits[person.type].lifetimeDays;
  const stays = (days: number): number => Math.exp(-hazard * days);
  const [silentDays, allDays] = [(now - last) / day, (until - last) / day];
  const left = (to: number): number => {
    let sum = 0;
    for (let at = 0; at < to; at += 1) sum += (stays(at) - stays(Math.min(to, at + 1))) * quiet(person, last, Math.min(to, at + 0.5));
    return sum;
  };
  const there = stays(silentDays) * quiet(person, last, silentDays);
  const all = there + left(silentDays);
  return { alive: there / all, silent: (stays(allDays) * quiet(person, last, allDays) + left(allDays)) / all };
}

/** Probability that somebody who is there does not order for so many days after an order. */
function quiet(person: Person, last: LocalMinute, days: number): number {
  const { steadiness } = habits[person.type];
  if (person.type === 'gift buyer') return 0.25 ** christmasesIn(last, days);
  if (steadiness === 0) return days < (person.number % 3 === 0 ? 14 : 28) + 1 ? 1 : 1e-9;
  // Erlang: the gap is longer when fewer than `steadiness` of its steps have come.
  const steps = person.rate * steadiness * days;
  let [term, sum] = [1, 1];
  for (let k = 1; k < steadiness; k += 1) {
    term *= steps / k;
    sum += term;
  }
  return Math.exp(-steps) * sum;
}

/** Seasons (24 November to 19 December) that passed whole. */
function christmasesIn(last: LocalMinute, days: number): number {
  let count = 0;
  for (let at = last; at < last + days * day; at += 28 * day) if (monthOf(at) === 12) count += 1;
  return count;
}

/** The category with the highest posterior: each line is the favourite's with probability `faithful`, else by the type's table. */
function favourites(buyers: readonly Buyer[]): number {
  const right = buyers.filter(({ person, orders }) => {
    const categories = [...new Set(products.map(({ category }) => category))];
    const scored = categories.map((category) => {
      const habit = habits[person.type];
      const prior = habit.categories.find(([own]) => own === category)?.[1] ?? 0;
      const likelihood = orders
        .flatMap(({ lines }) => lines)
        .reduce((sum, { product }) => sum + Math.log(categoryChance(person, category, product.category)), 0);
      return { category, score: Math.log(prior) + likelihood };
    });
    return scored.reduce((best, own) => (own.score > best.score ? own : best)).category === person.favourite;
  });
  return right.length / buyers.length;
}

function categoryChance({ type }: Pick<Person, 'type'>, favourite: string, category: string): number {
  const { faithful, categories } = habits[type];
  const table: readonly (readonly [string, number])[] = categories.length > 1 ? categories : everyday;
  const total = table.reduce((sum, [, weight]) => sum + weight, 0);
  const other = (table.find(([own]) => own === category)?.[1] ?? 0) / total;
  return Math.max(1e-6, (category === favourite ? faithful : 0) + (1 - faithful) * other);
}

function taste(all: readonly Buyer[], end: LocalMinute, days: number): number {
  const from = end - days * day;
  const gains = all.flatMap(({ person, orders }) => {
    const later = new Set(orders.filter(({ at }) => at >= from).flatMap(({ lines }) => lines.map(({ product }) => products.indexOf(product))));
    if (later.size === 0 || !orders.some(({ at }) => at < from)) return [];
    const scores = Float64Array.from(products, (product) => {
      const shelf = productsOf(product.category);
      const weight = 1 / Math.sqrt(product.price) / shelf.reduce((sum, own) => sum + 1 / Math.sqrt(own.price), 0);
      return categoryChance(person, person.favourite, product.category) * weight;
    });
    return [ndcg(topItems(scores, 10), later)];
  });
  return gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
}
