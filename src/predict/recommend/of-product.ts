import { itemNeighbours, transposed } from '../../stats/index.ts';
import type { Product, Purchases } from './purchases.ts';
import { mostAlike } from './recommend.ts';
import { countsViews, type Recommender, recommenderScores } from './recommender.ts';
import { entriesOf } from './taken.ts';

export type GoesWith = { readonly product: Product; readonly likeness: number /** Customers who have both. */; readonly both: number };

/** Products that the same customers buy, the most alike first, but for those that are left out. */
export function goesWith(
  { products, interactions }: Purchases,
  place: number,
  most: number,
  leftOut: (product: Product) => boolean = () => false,
): readonly GoesWith[] {
  const { width, others, likeness } = itemNeighbours(interactions);
  const buyers = transposed(interactions);
  const own = new Set(buyers.items.subarray(buyers.starts[place], buyers.starts[place + 1]));
  const found: GoesWith[] = [];
  for (let near = place * width; near < (place + 1) * width; near += 1) {
    const other = others[near] ?? -1;
    const product = products[other];
    if (product === undefined || other === place || (product.notSelling ?? null) !== null || (likeness[near] ?? 0) <= 0 || leftOut(product)) continue;
    const both = buyers.items.subarray(buyers.starts[other], buyers.starts[other + 1]).reduce((count, user) => count + Number(own.has(user)), 0);
    found.push({ product, likeness: likeness[near] ?? 0, both });
  }
  return found.sort((a, b) => b.likeness - a.likeness).slice(0, most);
}

export type LikelyBuyer = {
  readonly profile: number;
  readonly score: number;
  readonly because: Product | null /** They looked at products of its category, and that counts. */;
  readonly looked: boolean;
};

/** Customers looked at: those who have most in common with it are found among so many. */
const mostUsers = 50_000;

/**
 * Customers who have not bought a product, nor sent it back, and for whom it stands highest: by its score among all products for that customer, in standard deviations, so that customers who
 * buy much are not first for everything.
 */
export function likelyBuyers(model: Recommender, purchases: Purchases, place: number, most: number): readonly LikelyBuyer[] {
  const { profiles, interactions, products, sentBack } = purchases;
  const { starts, items, categories, views } = interactions;
  const found: { user: number; score: number }[] = [];
  const step = Math.max(1, Math.ceil(interactions.users / mostUsers));
  for (let user = 0; user < interactions.users; user += step) {
    const bought = items.subarray(starts[user], starts[user + 1]);
    if (bought.includes(place) || sentBack.get(profiles[user] ?? -1)?.has(place) === true) continue;
    const score = standing(recommenderScores(model, interactions, user), place);
    if (found.length < most || score > (found.at(-1)?.score ?? 0)) {
      found.push({ user, score });
      found.sort((a, b) => b.score - a.score);
      found.length = Math.min(found.length, most);
    }
  }
  return found.map(({ user, score }) => {
    const looked = countsViews(model) && views.items.subarray(...entriesOf(views, user)).includes(categories[place] ?? 0);
    const like = 'neighbours' in model ? mostAlike(model.neighbours, new Set(items.subarray(starts[user], starts[user + 1])), place) : undefined;
    return { profile: profiles[user] ?? -1, score, because: like === undefined ? null : (products[like] ?? null), looked };
  });
}

function standing(scores: Float64Array, place: number): number {
  let [sum, squares] = [0, 0];
  for (const score of scores) {
    sum += score;
    squares += score * score;
  }
  const mean = sum / scores.length;
  return ((scores[place] ?? 0) - mean) / (Math.sqrt(Math.max(0, squares / scores.length - mean * mean)) || 1);
}
