import type {
  BasketRules,
  CustomerRecommendations,
  DueReorders,
  ProductList,
  ProductRecommendations,
  RecommendationAnswer,
  RecommendationSettings,
} from '../../contract/index.ts';
import { ClienteleError, day, formatInstant, type Instant, shareOf, writtenDate } from '../../core/index.ts';
import { nameKey } from '../../language/index.ts';
import {
  customerReorders,
  dueReorders,
  entriesOf,
  findModel,
  coldBelow,
  fitRecommender,
  goesWith,
  likelyBuyers,
  type Product,
  type Purchases,
  readPurchases,
  recommend,
  rowOf,
  type Recommendation,
  type Recommender,
  type Reorder,
  shopRules,
} from '../../predict/index.ts';
import { readSummaries } from '../../profiles/index.ts';
import { resolveAsOf } from '../as-of.ts';
import type { App } from '../open.ts';
import { type KeptRecommender, recommenderLabel } from './kinds/recommendations.ts';
import { notOffered } from './not-offered.ts';
import { recommendationSettings } from './settings.ts';
import { profileOf } from '../profile-of.ts';

/** A recommender with what it learned, as of a moment: made in seconds, kept by a server until facts change. */
export type LiveRecommender = {
  readonly at: Instant;
  readonly purchases: Purchases;
  readonly model: Recommender;
  readonly name: string;
  readonly again: boolean;
};

/** The one that acts, or that was trained last; without any, what is popular. */
export async function liveRecommender(app: App, asOf?: string): Promise<LiveRecommender> {
  const { at } = await resolveAsOf(app, asOf);
  const stored = await findModel(app.control, 'recommendations');
  const kept = (stored?.content as KeptRecommender | undefined) ?? { kind: 'popularity', options: { again: 0 }, seed: 1 };
  const purchases = await readPurchases(app.warehouse, at);
  const model = fitRecommender(kept.kind, purchases.interactions, { ...kept.options, seed: kept.seed });
  const name =
    stored === undefined
      ? `untrained (${recommenderLabel('popularity')})`
      : `recommendations ${stored.version} (${recommenderLabel(kept.kind, kept.categories)})`;
  return { at, purchases, model, name, again: kept.options.again > 0 };
}

/** The version of the recommender that answers, for a server that keeps it. */
export const recommenderVersion = async (app: App): Promise<string> => {
  const stored = await findModel(app.control, 'recommendations');
  return stored === undefined ? 'none' : `${stored.version}`;
};

export type OfferWish = { readonly count: number; readonly onlyNew: boolean | undefined };

/** What to offer to one customer, with the reasons, and what they will soon need again. Throws `customer.unknown`. */
export async function customerRecommendations(app: App, live: LiveRecommender, id: string, wish: OfferWish): Promise<CustomerRecommendations> {
  const profile = await profileOf(app, id);
  const settings = await recommendationSettings(app.control);
  const { purchases, model, at, name } = live;
  const user = rowOf(purchases, profile);
  const off = notOffered(settings);
  const gone = new Set(purchases.products.flatMap(({ key, others = [], notSelling = null }) => (notSelling === null ? [] : [key, ...others])));
  const reorders = (await customerReorders(app.warehouse, at, profile)).filter(
    ({ product, name: called }) => !gone.has(product) && !off({ key: product, name: called }),
  );
  const [from, to] = user < 0 ? [0, 0] : entriesOf(purchases.interactions, user);
  return {
    profile,
    as_of: formatInstant(at),
    model: name,
    bought: to - from,
    items: recommend(model, purchases, user, { ...optionsOf(settings, wish, live), profile }).map(recommendationAnswer),
    reorders: reorders.map((own) => reorderAnswer(own, purchases, at)),
  };
}

const optionsOf = (settings: RecommendationSettings, { count, onlyNew }: OfferWish, { again, purchases }: LiveRecommender) => ({
  count,
  onlyNew: onlyNew ?? settings.only_new ?? !again,
  unavailable: new Set(purchases.products.filter(notOffered(settings)).map(({ key }) => key)),
  mostOfCategory: settings.most_of_category,
  discovery: settings.discovery,
});

/** Why a product is in no list, though the owner did not say so. */
function notSellingSentence({ notSelling, lastAt, buyers }: Product): string | null {
  switch (notSelling ?? null) {
    case 'gone':
      return `Not sold since ${lastAt === undefined ? 'long' : writtenDate(formatInstant(lastAt).slice(0, 10))}, though ${buyers.toLocaleString('en-GB')} customers bought it before: offered to nobody until it sells again.`;
    case 'free':
      return 'It never cost anything: offered to nobody.';
    case null:
      return null;
  }
}

const productAnswer = ({ key, name, category, buyers }: Product) => ({ key, name, category, buyers });

function recommendationAnswer({ product, why, looked, because, score }: Recommendation): RecommendationAnswer {
  return {
    product: productAnswer(product),
    why,
    because: because === null ? null : productAnswer(because),
    sentence: sentenceOf({ product, why, looked, because }),
    score,
  };
}

function sentenceOf({ product, why, looked, because }: Omit<Recommendation, 'score'>): string {
  const bought = `Bought by ${product.buyers.toLocaleString('en-GB')} customers`;
  switch (why) {
    case 'like-theirs':
      return because === null ? 'Fits what they have bought so far.' : `Goes with ${because.name}, which they have.`;
    case 'again':
      return looked ? `They bought it before, and looked at ${product.category ?? 'such products'}.` : 'They bought it before.';
    case 'popular':
      return `${bought}.`;
    case 'looked':
      return `${bought}; of ${product.category ?? 'a kind'}, which they looked at.`;
    case 'similar':
      return `${product.buyers < coldBelow ? 'Hardly bought by anybody yet' : bought}; of ${product.category ?? 'a kind'}, which they buy${looked ? ' and looked at' : ''}.`;
    case 'discovery':
      return 'Something else: their past would not have brought it up.';
  }
}

const count = (value: number, one: string): string => `${value} ${value === 1 ? one : `${one}s`}`;

function reorderAnswer({ product, name, times, everyDays, lastAt, due, pieces, lately }: Reorder, { products }: Purchases, at: Instant) {
  const found = products.find(({ key, others = [] }) => key === product || others.includes(product)) ?? { key: product, name, category: null, buyers: 0 };
  const late = Math.floor((at - due) / day);
  const ahead = Math.max(0, Math.ceil((due - at) / day));
  const when = late > 0 ? `due ${count(late, 'day')} ago` : ahead === 0 ? 'due today' : `due in ${count(ahead, 'day')}`;
  const pace =
    pieces === null
      ? `${lately ? 'lately ' : ''}about every ${count(Math.round(everyDays), 'day')}`
      : `each lasting about ${count(Math.round(everyDays / pieces), 'day')}, ${pieces} the last time`;
  return {
    product: productAnswer(found),
    times,
    every_days: everyDays,
    last_at: formatInstant(lastAt),
    due: formatInstant(due),
    overdue: due < at,
    sentence: `Bought ${times} times, ${pace}: ${when}.`,
  };
}

/** Products that can be offered, the most bought first. */
export async function offeredProducts(
  app: App,
  live: LiveRecommender,
  page: { readonly search: string | undefined; readonly limit: number; readonly offset: number },
): Promise<ProductList> {
  const off = notOffered(await recommendationSettings(app.control));
  const wanted = page.search?.toLowerCase();
  const found = live.purchases.products.filter(({ name, key }) => wanted === undefined || name.toLowerCase().includes(wanted) || key.toLowerCase() === wanted);
  return {
    items: found
      .slice(page.offset, page.offset + page.limit)
      .map((product) => ({ ...productAnswer(product), unavailable: off(product), not_selling: notSellingSentence(product) })),
    total: found.length,
  };
}

/** What goes with one product, and who would most likely take it and has not yet. Throws `product.unknown`. */
export async function productRecommendations(app: App, live: LiveRecommender, key: string, most: number): Promise<ProductRecommendations> {
  const { purchases, model } = live;
  const place = purchases.products.findIndex((own) => [own.key, own.name, ...(own.others ?? [])].some((called) => nameKey(called) === nameKey(key)));
  const product = purchases.products[place];
  if (product === undefined) throw new ClienteleError('product.unknown', { key, near: '' });
  const off = notOffered(await recommendationSettings(app.control));
  const buyers = likelyBuyers(model, purchases, place, most);
  const people = new Map(
    (
      await readSummaries(
        app.warehouse,
        buyers.map(({ profile }) => profile),
      )
    ).map((own) => [own.profile, own]),
  );
  return {
    product: { ...productAnswer(product), unavailable: off(product), not_selling: notSellingSentence(product) },
    as_of: formatInstant(live.at),
    model: live.name,
    goes_with: goesWith(purchases, place, 10, off).map(({ product: other, likeness, both }) => ({
      product: productAnswer(other),
      likeness,
      sentence: `${both.toLocaleString('en-GB')} customers have both.`,
    })),
    customers: buyers.flatMap(({ profile, score, because, looked }) => {
      const customer = people.get(profile);
      if (customer === undefined) return [];
      const fits = `It fits what they have bought${looked ? ' and looked at' : ''} so far.`;
      return [{ customer, score, sentence: because === null ? fits : `They have ${because.name}, which goes with it.` }];
    }),
  };
}

/** What is bought together, as rules. */
export async function marketBasketRules(
  app: App,
  wish: { readonly support: number; readonly confidence: number; readonly limit: number },
): Promise<BasketRules> {
  const { at } = await resolveAsOf(app, undefined);
  const { orders, rules, products } = await shopRules(app.warehouse, at, wish.support, wish.confidence, wish.limit);
  const answer = (name: string) => products.get(name) ?? { key: name, name, category: null, buyers: 0 };
  return {
    orders,
    items: rules.map(({ left, right, baskets, support, confidence, lift, of, low, high, people }) => ({
      when: left.map(answer),
      offer: answer(right),
      orders: baskets,
      support,
      confidence,
      lift,
      of,
      people,
      low,
      high,
      sentence: `Of the ${of.toLocaleString('en-GB')} orders with ${left.join(' and ')}, ${baskets.toLocaleString('en-GB')} (${shareOf(confidence)}, surely ${Math.round(100 * low)} to ${Math.round(100 * high)}%) have ${right} too, of ${people.toLocaleString('en-GB')} customers: ${lift.toFixed(1)} times as many as of all orders.`,
    })),
  };
}

/** Who will soon need what again, or is late. */
export async function reordersDue(app: App, live: LiveRecommender, withinDays: number, most: number): Promise<DueReorders> {
  const off = notOffered(await recommendationSettings(app.control));
  const left = live.purchases.products
    .filter((product) => off(product) || (product.notSelling ?? null) !== null)
    .flatMap(({ key, others = [] }) => [key, ...others]);
  const { total, items: due } = await dueReorders(app.warehouse, live.at, withinDays, most, left);
  const people = new Map((await readSummaries(app.warehouse, [...new Set(due.map(({ profile }) => profile))])).map((own) => [own.profile, own]));
  const items = due.flatMap((own) => {
    const customer = people.get(own.profile);
    return customer === undefined ? [] : [{ customer, ...reorderAnswer(own, live.purchases, live.at) }];
  });
  return { as_of: formatInstant(live.at), within_days: withinDays, total, items };
}
