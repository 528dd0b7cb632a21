import { type Interactions, mean, ndcg, precision, sampled, seededRandom, standardDeviation, topItems } from '../../stats/index.ts';
import { fitRecommender, type Recommender, type RecommenderKind, recommenderKinds, type RecommenderOptions, recommenderScores } from './recommender.ts';

export type RecommenderResult = {
  readonly kind: RecommenderKind;
  readonly options: RecommenderOptions;
  readonly ndcg: number;
  readonly standardError: number;
  /** Share of the ten proposed that were bought. */
  readonly precision: number;
  /** Share of the products that are proposed to anybody. */
  readonly coverage: number;
};

/** Purchases up to a horizon before now, what some of those customers (rows) bought in the time after (columns), and all purchases until now to fit the winner on. */
export type RecommendInput = {
  readonly past: Interactions;
  readonly later: ReadonlyMap<number, ReadonlySet<number>>;
  readonly now: Interactions | null;
  readonly seed: number;
};

export type LearnedRecommender = {
  readonly kind: RecommenderKind;
  readonly options: RecommenderOptions;
  readonly results: readonly RecommenderResult[];
  /** nDCG and precision of ten products drawn by lot: what no order at all would reach. */
  readonly chance: number;
  readonly chancePrecision: number;
  readonly model: Recommender | null;
  readonly reason: string;
};

const judged = 2000;
const fewestCustomers = 50;
const listed = 10;

/** The simplest recommender within one standard error of the best by nDCG@10 wins, and is fitted on everything. Pure. */
export function learnRecommender({ past, later, now, seed }: RecommendInput, progress: (share: number) => void): LearnedRecommender {
  const users = [...later.keys()];
  const some = Array.from(sampled(seededRandom(seed), users.length, judged), (place) => users[place] ?? 0);
  const random = seededRandom(seed);
  const judge = (scores: (user: number) => Float64Array): Judged => judgeLists(some, later, scores, past.itemCount);
  const lot = judge(() => Float64Array.from({ length: past.itemCount }, () => random()));
  const base = { chance: mean(lot.gains), chancePrecision: lot.precision };
  const fit = (kind: RecommenderKind, options: RecommenderOptions): Recommender | null =>
    now === null ? null : fitRecommender(kind, now, { ...options, seed });
  if (users.length < fewestCustomers) {
    const options = { again: 0 };
    return {
      ...base,
      kind: 'popularity',
      options,
      results: [],
      reason: 'Too few customers bought again for more than what is popular.',
      model: fit('popularity', options),
    };
  }
  const results = recommenderKinds.map((kind, place) => {
    progress((0.8 * place) / recommenderKinds.length);
    return bestOf(kind, past, judge, seed);
  });
  const best = results.reduce((most, own) => (own.ndcg > most.ndcg ? own : most));
  const winner = results.find((own) => own.ndcg >= best.ndcg - best.standardError) ?? best;
  const reason =
    winner === best
      ? 'It proposed most of what customers went on to buy.'
      : `It is the simplest that is no further from the best (${best.kind}) than chance can explain.`;
  progress(0.8);
  return { ...base, kind: winner.kind, options: winner.options, results, reason, model: fit(winner.kind, winner.options) };
}

type Judged = { readonly gains: readonly number[]; readonly precision: number; readonly coverage: number };

function judgeLists(users: readonly number[], later: ReadonlyMap<number, ReadonlySet<number>>, scores: (user: number) => Float64Array, items: number): Judged {
  const proposed = new Set<number>();
  let hits = 0;
  const gains = users.map((user) => {
    const list = topItems(scores(user), listed);
    const bought = later.get(user) ?? new Set();
    for (const item of list) proposed.add(item);
    hits += precision(list, bought);
    return ndcg(list, bought);
  });
  return { gains, precision: hits / Math.max(1, users.length), coverage: proposed.size / Math.max(1, items) };
}

/** Settings that matter most: whether people buy the same again, and how strongly the factors are held. */
const settings: Readonly<Record<RecommenderKind, readonly RecommenderOptions[]>> = {
  popularity: [{ again: 0 }],
  'item-to-item': [{ again: 0 }, { again: 2 }],
  factors: [5, 50].map((penalty) => ({ again: 0, penalty, alpha: 3 })),
  blend: [5, 50].map((penalty) => ({ again: 2, penalty, alpha: 3 })),
};

function bestOf(kind: RecommenderKind, past: Interactions, judge: (scores: (user: number) => Float64Array) => Judged, seed: number): RecommenderResult {
  const results = settings[kind].map((options): RecommenderResult => {
    const model = fitRecommender(kind, past, { ...options, seed });
    const { gains, precision, coverage } = judge((user) => recommenderScores(model, past, user));
    return { kind, options, ndcg: mean(gains), standardError: standardDeviation(gains) / Math.sqrt(gains.length), precision, coverage };
  });
  return results.reduce((best, own) => (own.ndcg > best.ndcg ? own : best));
}
