import { areaUnderRoc, ndcg, topItems } from '../../src/stats/index.ts';
import { products, productsOf } from './catalogue.ts';
import { day, type LocalMinute } from './clock.ts';
import { foundIn } from './found-in.ts';
import type { Person } from './people.ts';
import { type Belief, beliefsOf, lineChance } from './posterior.ts';
import type { Order } from './purchases.ts';
import { type CustomerType, customerTypes } from './types.ts';

/**
 * How well one does who knows how the shop was made, but sees of each customer what the files show: their orders so far and the customer list. Nobody who sees only those can do better, but for luck; who also reads visits
 * and e-mails may by a little.
 */
export type Attainable = {
  readonly alive_auc: number;
  readonly silence_63d_auc: number;
  readonly favourite_category: number;
  /** Of those who bought in the 63 days after each of the last three ends of 63 days, as the recommender's back-test asks. */
  readonly taste_ndcg_63d: number;
  /** Share of the buyers whose type is the likeliest one, and how alike the likeliest types and the true ones are as groups. */
  readonly types: number;
  readonly types_adjusted_rand: number;
  /** The same by seven groups: the two types put together that cost the fewest customers. */
  readonly types_in_seven: number;
  readonly types_in_seven_adjusted_rand: number;
};

type Period = { readonly start: LocalMinute; readonly end: LocalMinute };
type Buyer = { readonly person: Person; readonly orders: readonly Order[]; readonly completed: readonly Order[] };
const rounded = (value: number): number => Number(value.toFixed(4));
const span = 63;

export function attainableOf(people: readonly Person[], orders: readonly Order[], period: Period): Attainable {
  const own = Map.groupBy(
    orders.filter(({ kind }) => kind === 'order'),
    ({ person }) => person?.id ?? '',
  );
  const buyers = people.flatMap((person): readonly Buyer[] => {
    const all = own.get(person.id) ?? [];
    const completed = all.filter(({ status }) => status === 'completed');
    return completed.length === 0 || person.type === 'browser' ? [] : [{ person, orders: all, completed }];
  });
  const { end } = period;
  const atEnd = buyers.map((buyer) => beliefs(buyer, period, end, end));
  const likeliest = atEnd.map((believed) => best(believed, ({ type }) => type));
  const types = buyers.map(({ person }) => person.type);
  const [named, seven] = [foundIn(likeliest, types), foundIn(inOneGroupFewer(types, likeliest), types)];
  return {
    alive_auc: rounded(
      areaUnderRoc(
        Float64Array.from(atEnd, (believed) => mean(believed, ({ alive }) => alive)),
        Uint8Array.from(buyers, ({ person }) => Number(person.type !== 'one-time' && person.gone >= end)),
      ),
    ),
    silence_63d_auc: rounded(silence(buyers, period)),
    favourite_category: rounded(share(buyers, ({ person }, place) => best(atEnd[place] ?? [], ({ favourite }) => favourite) === person.favourite)),
    taste_ndcg_63d: rounded(taste(buyers, period)),
    types: rounded(named.share),
    types_adjusted_rand: rounded(named.rand),
    types_in_seven: rounded(seven.share),
    types_in_seven_adjusted_rand: rounded(seven.rand),
  };
}

type Told = CustomerType | undefined;

/** Two groups put together, those by which the share of the most frequent types loses least. */
function inOneGroupFewer(types: readonly CustomerType[], groups: readonly Told[]): readonly Told[] {
  const pairs = customerTypes.flatMap((one, place) => customerTypes.slice(place + 1).map((other) => groups.map((own) => (own === other ? one : own))));
  const fewer = pairs.filter((merged) => new Set(merged).size < new Set(groups).size);
  return fewer.reduce((best, merged) => (foundIn(merged, types).share > foundIn(best, types).share ? merged : best), fewer[0] ?? groups);
}

const beliefs = ({ person, orders }: Buyer, period: Period, now: LocalMinute, until: LocalMinute): readonly Belief[] =>
  beliefsOf(
    person,
    orders.filter(({ at }) => at < now),
    period,
    now,
    until,
  );

/** Rounded, so that a rounding of the machine's parts no equal customers. */
const mean = (believed: readonly Belief[], value: (belief: Belief) => number): number =>
  Number(believed.reduce((sum, own) => sum + own.weight * value(own), 0).toFixed(9));
const share = <T>(all: readonly T[], holds: (one: T, place: number) => boolean): number => all.filter(holds).length / all.length;

/** The likeliest of what beliefs are about. */
function best<T>(believed: readonly Belief[], about: (belief: Belief) => T): T | undefined {
  const weights = [...Map.groupBy(believed, about)].map(([value, own]) => ({ value, weight: own.reduce((sum, { weight }) => sum + weight, 0) }));
  return weights.toSorted((a, b) => b.weight - a.weight)[0]?.value;
}

function silence(all: readonly Buyer[], period: Period): number {
  const from = period.end - span * day;
  const known = all.filter(({ completed }) => completed.some(({ at }) => at < from));
  return areaUnderRoc(
    Float64Array.from(known, (buyer) => mean(beliefs(buyer, period, from, period.end), ({ silent }) => silent)),
    Uint8Array.from(known, ({ completed }) => Number(!completed.some(({ at }) => at >= from))),
  );
}

/** Products by the chance of a line of them, given that something is bought. */
function taste(all: readonly Buyer[], period: Period): number {
  const gains = [1, 2, 3].flatMap((back) => {
    const [from, to] = [period.end - back * span * day, period.end - (back - 1) * span * day];
    return all.flatMap((buyer) => {
      const bought = new Set(
        buyer.completed.filter(({ at }) => at >= from && at < to).flatMap(({ lines }) => lines.map(({ product }) => products.indexOf(product))),
      );
      if (bought.size === 0 || !buyer.completed.some(({ at }) => at < from)) return [];
      const believed = beliefs(buyer, period, from, to);
      const scores = Float64Array.from(products, (product) => {
        const shelf = productsOf(product.category).reduce((sum, own) => sum + 1 / Math.sqrt(own.price), 0);
        const chance = mean(believed, ({ type, favourite, silent }) => (1 - silent) * lineChance(type, favourite, product.category, from));
        return chance / Math.sqrt(product.price) / shelf;
      });
      return [ndcg(topItems(scores, 10), bought)];
    });
  });
  return gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
}
