import { day, type Instant, instant } from '../../core/index.ts';
import { mean, ndcg, sampled, seededRandom, standardDeviation, topItems } from '../../stats/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type Purchases, readLater, readPurchases } from './purchases.ts';
import { fitRecommender, type RecommenderKind, recommenderKinds, type RecommenderOptions, recommenderScores } from './recommender.ts';

export type RecommenderResult = { readonly kind: RecommenderKind; readonly options: RecommenderOptions; readonly ndcg: number; readonly standardError: number };

export type RecommenderChoice = {
  readonly kind: RecommenderKind;
  readonly options: RecommenderOptions;
  /** Best first by kind; nDCG of ten products against what was bought after the cut-off. */
  readonly results: readonly RecommenderResult[];
  /** The same of ten products drawn by lot: what no order at all would reach. */
  readonly chance: number;
  readonly customers: number;
  readonly cutOff: Instant;
  readonly reason: string;
};

const judged = 2000;
const fewestCustomers = 50;

/**
 * Which recommender would have been best: each learns from purchases up to a horizon before now, and proposes ten products to the customers who went on to
 * buy. The simplest within one standard error of the best wins.
 */
export async function chooseRecommender(warehouse: Warehouse, now: Instant, horizonDays: number, seed: number): Promise<RecommenderChoice> {
  const past = await readPurchases(warehouse, instant(now - horizonDays * day));
  const later = await readLater(warehouse, past, horizonDays);
  const users = [...later.keys()];
  const some = Array.from(sampled(seededRandom(seed), users.length, judged), (place) => users[place] ?? 0);
  const random = seededRandom(seed);
  const judge = (scores: (user: number) => Float64Array): readonly number[] =>
    some.map((user) => ndcg(topItems(scores(user), 10), later.get(user) ?? new Set()));
  const base = { customers: users.length, cutOff: past.asOf, chance: mean(judge(() => Float64Array.from(past.products, () => random()))) };
  if (users.length < fewestCustomers) {
    return { ...base, kind: 'popularity', options: { again: 0 }, results: [], reason: 'Too few customers bought again for more than what is popular.' };
  }
  const results = recommenderKinds.map((kind) => bestOf(kind, past, judge, seed));
  const best = results.reduce((most, own) => (own.ndcg > most.ndcg ? own : most));
  const winner = results.find((own) => own.ndcg >= best.ndcg - best.standardError) ?? best;
  const reason =
    winner === best
      ? 'It proposed most of what customers went on to buy.'
      : `It is the simplest that is no further from the best (${best.kind}) than chance can explain.`;
  return { ...base, kind: winner.kind, options: winner.options, results, reason };
}

/** Settings that matter most: whether people buy the same again, and how strongly the factors are held. */
const settings: Readonly<Record<RecommenderKind, readonly RecommenderOptions[]>> = {
  popularity: [{ again: 0 }],
  'item-to-item': [{ again: 0 }, { again: 2 }],
  factors: [5, 50].map((penalty) => ({ again: 0, penalty, alpha: 3 })),
  blend: [5, 50].map((penalty) => ({ again: 2, penalty, alpha: 3 })),
};

function bestOf(
  kind: RecommenderKind,
  { interactions }: Purchases,
  judge: (scores: (user: number) => Float64Array) => readonly number[],
  seed: number,
): RecommenderResult {
  const results = settings[kind].map((options): RecommenderResult => {
    const model = fitRecommender(kind, interactions, { ...options, seed });
    const gains = judge((user) => recommenderScores(model, interactions, user));
    return { kind, options, ndcg: mean(gains), standardError: standardDeviation(gains) / Math.sqrt(gains.length) };
  });
  return results.reduce((best, own) => (own.ndcg > best.ndcg ? own : best));
}
