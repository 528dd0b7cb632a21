import { randomInteger, seededRandom, topItems } from '../../stats/index.ts';
import type { Product, Purchases } from './purchases.ts';
import { countsViews, type Recommender, recommenderScores, seesViews } from './recommender.ts';
import { isNew } from './selling.ts';
import { entriesOf } from './taken.ts';

export type Recommendation = {
  readonly product: Product;
  /** Why: bought together with something of theirs, bought before, loved by many, of a category they buy or only looked at, or put in to be discovered. */
  readonly why: 'like-theirs' | 'again' | 'popular' | 'similar' | 'looked' | 'discovery';
  /** They looked at products of its category, and that had a part in it. */
  readonly looked: boolean;
  /** For `like-theirs`, what it goes with. */
  readonly because: Product | null;
  /** What the recommender says of it; null for what was drawn or taken for its category. */
  readonly score: number | null;
};

export type RecommendOptions = {
  readonly count: number;
  /** Leave out what they have bought: for things that one buys once. */
  readonly onlyNew: boolean;
  /** Keys of products that can not be offered now. */
  readonly unavailable: ReadonlySet<string>;
  /** At most so many of one category, so that a list is not ten times the same. */
  readonly mostOfCategory: number;
  /** Share of places given to good products that their past would not have brought up, 0 to 1. */
  readonly discovery: number;
  readonly seed: number;
  /** The customer, where they have no row: what they sent back is not offered to them. */
  readonly profile: number;
};

export const recommendDefaults: RecommendOptions = { count: 5, onlyNew: true, unavailable: new Set(), mostOfCategory: 3, discovery: 0.2, seed: 1, profile: -1 };

const none: ReadonlySet<number> = new Set();

const profileOf = ({ profiles, viewers }: Purchases, user: number): number | undefined =>
  user < 0 ? undefined : user < profiles.length ? profiles[user] : viewers[user - profiles.length];

/** Products for a customer (a row of the purchases or of the views, −1 for one who has neither), best first; what is to be discovered comes last. */
export function recommend(model: Recommender, purchases: Purchases, user: number, options: Partial<RecommendOptions> = {}): readonly Recommendation[] {
  const { count, onlyNew, unavailable, mostOfCategory, discovery, seed, profile } = { ...recommendDefaults, ...options };
  const { products, interactions } = purchases;
  const bought = new Set(user < 0 ? [] : interactions.items.subarray(...entriesOf(interactions, user)));
  const { views } = interactions;
  const back = purchases.sentBack.get(profileOf(purchases, user) ?? profile) ?? none;
  const isOff = (product: Product | undefined): boolean =>
    product === undefined || (product.notSelling ?? null) !== null || [product.key, ...(product.others ?? [])].some((own) => unavailable.has(own));
  const looked = new Set(user < 0 || !countsViews(model) ? [] : views.items.subarray(...entriesOf(views, user)));
  // Of whom nothing is known that counts gets what is popular: products are numbered by how many bought them.
  const known = user >= 0 && (user < interactions.users || looked.size > 0);
  const scores = known ? recommenderScores(model, interactions, user) : Float64Array.from(products, ({ buyers }) => buyers);
  const leaveOut = (item: number): boolean => (onlyNew && bought.has(item)) || isOff(products[item]) || back.has(item);
  const ranked = topItems(scores, 20 * count, leaveOut).filter((item) => model.kind === 'popularity' || bought.size === 0 || (scores[item] ?? 0) !== 0);
  const found = Math.min(count, Math.round(count * discovery));
  const fitting = varied(ranked, products, mostOfCategory);
  const chosen = fitting.slice(0, count - found);
  const left = count - chosen.length;
  const cold = left > 1 ? coldProduct(purchases, bought, leaveOut) : [];
  const taken = new Set([...chosen, ...cold.map(({ item }) => item)]);
  const discovered = discoveries(products, { ranked, taken, leaveOut, count: left - cold.length, expected: 2 * count, seed: seed + user });
  // Where a shop has nothing left to discover, what fits them goes on.
  const told = new Set([...taken, ...discovered]);
  const more = fitting.filter((item) => !told.has(item)).slice(0, left - cold.length - discovered.length);
  const listed = [...chosen, ...more].flatMap((item) => recommendation(model, purchases, { bought, looked }, item, scores[item] ?? 0));
  return [...listed, ...cold.map((own) => own.found), ...discovered.flatMap((item) => toDiscover(products[item]))];
}

/** Best first, at most so many of one category. */
function varied(ranked: readonly number[], products: readonly Product[], mostOfCategory: number): readonly number[] {
  const perCategory = new Map<string, number>();
  return ranked.filter((item) => {
    const category = products[item]?.category ?? '';
    const times = perCategory.get(category) ?? 0;
    perCategory.set(category, times + 1);
    return category === '' || times < mostOfCategory;
  });
}

/** Products with fewer buyers are cold: what others bought with them says nothing yet. */
export const coldBelow = 5;

/** Of the cold products the newest in the category that the customer buys most: by what it is, since nobody's purchases can tell. */
function coldProduct(
  { products, byCategory, asOf }: Purchases,
  bought: ReadonlySet<number>,
  leaveOut: (item: number) => boolean,
): readonly { readonly item: number; readonly found: Recommendation }[] {
  const times = new Map<string, number>();
  for (const own of bought) {
    const category = products[own]?.category ?? '';
    if (category !== '') times.set(category, (times.get(category) ?? 0) + 1);
  }
  for (const [category] of [...times].sort((a, b) => b[1] - a[1])) {
    const item = (byCategory.get(category) ?? [])
      .filter((own) => (products[own]?.buyers ?? 0) < coldBelow && !bought.has(own) && !leaveOut(own) && isNew(products[own]?.lastAt ?? asOf, asOf))
      .toSorted((a, b) => (products[b]?.firstAt ?? 0) - (products[a]?.firstAt ?? 0))[0];
    const product = products[item ?? -1];
    if (item !== undefined && product !== undefined) return [{ item, found: { product, why: 'similar', looked: false, because: null, score: null } }];
  }
  return [];
}

/** The products that a customer bought, and the categories that they looked at where these count. */
type Past = { readonly bought: ReadonlySet<number>; readonly looked: ReadonlySet<number> };

function recommendation(
  model: Recommender,
  { products, interactions }: Purchases,
  { bought, looked: seen }: Past,
  item: number,
  score: number,
): readonly Recommendation[] {
  const product = products[item];
  if (product === undefined) return [];
  const looked = product.category !== null && seen.has(interactions.categories[item] ?? 0);
  if (bought.has(item)) return [{ product, why: 'again', looked, because: null, score }];
  if (seesViews(model.kind)) {
    const theirs = product.category !== null && [...bought].some((own) => products[own]?.category === product.category);
    return [{ product, why: theirs ? 'similar' : looked ? 'looked' : 'popular', looked, because: null, score }];
  }
  const like = 'neighbours' in model ? mostAlike(model.neighbours, bought, item) : undefined;
  const because = like === undefined ? undefined : products[like];
  return [
    because === undefined
      ? { product, why: model.kind === 'popularity' || bought.size === 0 ? 'popular' : 'like-theirs', looked, because: null, score }
      : { product, why: 'like-theirs', looked, because, score },
  ];
}

/** Which of their purchases speaks most for an item. */
export function mostAlike(
  { width, others, likeness }: Extract<Recommender, { kind: 'item-to-item' }>['neighbours'],
  bought: ReadonlySet<number>,
  item: number,
): number | undefined {
  let [best, strongest] = [-1, 0];
  for (const own of bought) {
    for (let near = own * width; near < (own + 1) * width; near += 1) {
      if (others[near] !== item || (likeness[near] ?? 0) <= strongest) continue;
      best = own;
      strongest = likeness[near] ?? 0;
    }
  }
  return best < 0 ? undefined : best;
}

type Undiscovered = {
  readonly ranked: readonly number[];
  readonly taken: ReadonlySet<number>;
  readonly leaveOut: (item: number) => boolean;
  readonly count: number;
  /** So many of the first ranked are what their past brings up. */
  readonly expected: number;
  readonly seed: number;
};

/**
 * Drawn from the better-selling half that their past does not bring up. A shop of few products has hardly any of them: then those are taken that stood so low for them that they would not have been shown, the least expected first, and
 * at last what sells worse.
 */
function discoveries(products: readonly Product[], { ranked, taken, leaveOut, count, expected, seed }: Undiscovered): readonly number[] {
  if (count <= 0) return [];
  const random = seededRandom(seed);
  const broughtUp = new Set(ranked.slice(0, expected));
  const open = products.map((_, item) => item).filter((item) => !broughtUp.has(item) && !taken.has(item) && !leaveOut(item));
  const half = Math.ceil(products.length / 2);
  const better = open.filter((item) => item < half);
  const unlikely = ranked.slice(Math.floor(expected / 2), expected).filter((item) => !taken.has(item));
  const worse = open.filter((item) => item >= half && (products[item]?.buyers ?? 0) > 0);
  return [...drawnByLot(better, count, random), ...unlikely.toReversed(), ...drawnByLot(worse, count, random)].slice(0, count);
}

function drawnByLot(items: readonly number[], count: number, random: () => number): readonly number[] {
  const pool = [...items];
  return Array.from({ length: Math.min(count, pool.length) }, () => pool.splice(randomInteger(random, pool.length), 1)).flat();
}

const toDiscover = (product: Product | undefined): readonly Recommendation[] =>
  product === undefined ? [] : [{ product, why: 'discovery', looked: false, because: null, score: null }];
