import { type AlsOptions, alsScores, type Factors, fitAls, type ItemNeighbours, itemNeighbours, neighbourScores, popularityScores } from '../../stats/index.ts';
import { type Classes, classScores, fitClasses } from './classes.ts';
import { fewPurchases, fitTaste, type Taste, tasteScores } from './taste.ts';
import type { Taken } from './taken.ts';

/** From simple to rich; of equally good ones the first is taken. */
export const recommenderKinds = ['popularity', 'again', 'taste', 'classes', 'item-to-item', 'factors', 'blend'] as const;
export type RecommenderKind = (typeof recommenderKinds)[number];

/** What the scores of a customer come from. Typed arrays: kept in memory, made again from the facts in seconds. */
export type Recommender =
  | { readonly kind: 'popularity'; readonly popularity: Float64Array }
  | { readonly kind: 'again'; readonly popularity: Float64Array; readonly again: number }
  | { readonly kind: 'taste'; readonly taste: Taste; readonly again: number; readonly looked: number }
  | { readonly kind: 'classes'; readonly classes: Classes; readonly again: number; readonly looked: number }
  | { readonly kind: 'item-to-item'; readonly neighbours: ItemNeighbours; readonly again: number }
  | { readonly kind: 'factors'; readonly factors: Factors }
  | { readonly kind: 'blend'; readonly neighbours: ItemNeighbours; readonly again: number; readonly factors: Factors; readonly popularity: Float64Array };

export type RecommenderOptions = Partial<AlsOptions> & {
  /** What having bought a product says of buying it again; 0 where only what is new counts. */
  readonly again: number;
  /** As how many purchases of its category a visit counts in which somebody looked at a product; none where absent, for recommenders that know no categories or shops whose views say nothing. */
  readonly looked?: number;
};

/** Kinds that go by categories can count what was looked at beside what was bought. */
export const seesViews = (kind: RecommenderKind): boolean => kind === 'taste' || kind === 'classes';

/** Whether what customers looked at has a part in the scores: then who never bought can have a list of their own, too. */
export const countsViews = (model: Recommender): boolean => 'looked' in model && model.looked > 0;

export function fitRecommender(kind: RecommenderKind, interactions: Taken, options: RecommenderOptions): Recommender {
  const { again, looked = 0 } = options;
  switch (kind) {
    case 'popularity':
      return { kind, popularity: popularityScores(interactions) };
    case 'again':
      return { kind, again, popularity: popularityScores(interactions) };
    case 'taste':
      return { kind, again, looked, taste: fitTaste(interactions) };
    case 'classes':
      return { kind, again, looked, classes: fitClasses(interactions, options.seed ?? 1) };
    case 'item-to-item':
      return { kind, again, neighbours: itemNeighbours(interactions) };
    case 'factors':
      return { kind, factors: fitAls(interactions, options) };
    case 'blend':
      return { kind, again, neighbours: itemNeighbours(interactions), factors: fitAls(interactions, options), popularity: popularityScores(interactions) };
  }
}

/** What was learned already, asked with other settings; undefined where they change what is learned, or nothing was. */
export function askedWith(model: Recommender | undefined, { again, looked = 0 }: RecommenderOptions): Recommender | undefined {
  switch (model?.kind) {
    case 'popularity':
      return model;
    case 'again':
    case 'item-to-item':
      return { ...model, again };
    case 'taste':
    case 'classes':
      return { ...model, again, looked };
    default:
      return undefined;
  }
}

/** Score of every product for a customer (a row of the interactions). A customer without purchases gets what is popular, or nothing but zeros where that is not known. */
export function recommenderScores(model: Recommender, interactions: Taken, user: number): Float64Array {
  switch (model.kind) {
    case 'popularity':
      return model.popularity;
    case 'again':
      return oftenBought(model, interactions, user);
    case 'taste':
      return tasteScores(model.taste, interactions, user, model.again, model.looked);
    case 'classes':
      return classScores(model.classes, interactions, user, model.again, model.looked);
    case 'item-to-item':
      return neighbourScores(model.neighbours, interactions, user, model.again);
    case 'factors':
      return alsScores(model.factors, user);
    case 'blend':
      return blended([neighbourScores(model.neighbours, interactions, user, model.again), alsScores(model.factors, user)], model.popularity);
  }
}

/**
 * What everybody buys, and before that what this customer buys again and again: the share of customers who bought a product, plus `again` times the share of this customer's own purchases that were it, drawn
 * towards none where they are few.
 */
function oftenBought({ popularity, again }: Extract<Recommender, { kind: 'again' }>, { users, starts, items, weights }: Taken, user: number): Float64Array {
  const scores = popularity.map((buyers) => buyers / Math.max(1, users));
  const [from, to] = [starts[user] ?? 0, starts[user + 1] ?? 0];
  let all = fewPurchases;
  for (let place = from; place < to; place += 1) all += weights[place] ?? 0;
  for (let place = from; place < to; place += 1) {
    const item = items[place] ?? 0;
    scores[item] = (scores[item] ?? 0) + (again * (weights[place] ?? 0)) / all;
  }
  return scores;
}

/** Each part counts by its spread over the products, so that no part's unit decides; popularity counts a fifth of a part. */
function blended(parts: readonly Float64Array[], popularity: Float64Array): Float64Array {
  const sum = new Float64Array(popularity.length);
  for (const [part, weight] of [...parts.map((part) => [part, 1] as const), [popularity, 0.2] as const]) {
    const mean = part.reduce((total, own) => total + own, 0) / part.length;
    const spread = Math.sqrt(part.reduce((total, own) => total + (own - mean) ** 2, 0) / part.length) || 1;
    for (let place = 0; place < sum.length; place += 1) sum[place] = (sum[place] ?? 0) + (weight * ((part[place] ?? 0) - mean)) / spread;
  }
  return sum;
}
