import { mean, ndcg, precision, sampled, seededRandom, standardDeviation, topItems } from '../../stats/index.ts';
import {
  askedWith,
  fitRecommender,
  type Recommender,
  type RecommenderKind,
  recommenderKinds,
  type RecommenderOptions,
  recommenderScores,
  seesViews,
} from './recommender.ts';
import { leaningBy } from './leaning.ts';
import type { Taken } from './taken.ts';

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

/** Purchases up to a cut-off, and what some of those customers (rows) bought in the time after (columns). */
export type RecommendTest = { readonly past: Taken; readonly later: ReadonlyMap<number, ReadonlySet<number>> };

/** Tests at rolling cut-offs, the newest first, and all purchases until now to fit the winner on. */
export type RecommendInput = {
  readonly tests: readonly RecommendTest[];
  /** Tests of their own for what a visit counts for in the category that customers lean to. */
  readonly leaning: readonly RecommendTest[];
  readonly now: Taken | null;
  readonly seed: number;
};

export type LearnedRecommender = {
  readonly kind: RecommenderKind;
  readonly options: RecommenderOptions;
  /** As how many lines a visit in which somebody looked at a product counts for the category that they lean to. */
  readonly leaning: number;
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

/**
 * Each recommender learns from purchases up to each cut-off and proposes ten products to the customers who went on to buy. The simplest whose nDCG@10 is within one standard error of the best, customer by customer, wins, and is
 * fitted on everything: what is popular is always among them, so the winner was never worse than that. Pure.
 */
export function learnRecommender({ tests, leaning, now, seed }: RecommendInput, progress: (share: number) => void): LearnedRecommender {
  const judges = tests.map(({ past, later }) => judgeOf(past, later, Math.ceil(judged / tests.length), seed));
  const random = seededRandom(seed);
  const lot = together(judges.map(({ judge, past }) => judge(() => Float64Array.from({ length: past.itemCount }, () => random()))));
  const base = { chance: mean(lot.gains), chancePrecision: lot.precision };
  const fit = (kind: RecommenderKind, options: RecommenderOptions): Recommender | null =>
    now === null ? null : fitRecommender(kind, now, { ...options, seed });
  if ((tests[0]?.later.size ?? 0) < fewestCustomers) {
    const options = { again: 0 };
    return {
      ...base,
      kind: 'popularity',
      options,
      leaning: 0,
      results: [],
      reason: 'Too few customers bought again for more than what is popular.',
      model: fit('popularity', options),
    };
  }
  // Where products have no categories, or one, there are no kinds of customers by them.
  const shelves = new Set(tests[0]?.past.categories).size;
  const kinds = recommenderKinds.filter((kind) => kind !== 'classes' || shelves > 1);
  const found = kinds.map((kind, place) => {
    progress((0.8 * place) / kinds.length);
    return bestOf(kind, judges, seed);
  });
  const best = found.reduce((most, own) => (own.result.ndcg > most.result.ndcg ? own : most));
  const winner = found.find((own) => own === best || isAsGood(own.gains, best.gains)) ?? best;
  const reason =
    winner === best
      ? 'It proposed most of what customers went on to buy.'
      : `It is the simplest that is no further from the best (${best.result.kind}) than chance can explain.`;
  progress(0.8);
  const { kind, options } = winner.result;
  return {
    ...base,
    kind,
    options,
    leaning: leaningBy(leaning.map((test) => ({ ...test, some: someOf(test.later, judged, seed) }))),
    results: found.map(({ result }) => result),
    reason,
    model: fit(kind, options),
  };
}

/** Customer by customer: whether the mean shortfall is no more than its own standard error. */
function isAsGood(gains: readonly number[], best: readonly number[]): boolean {
  const short = best.map((gain, place) => gain - (gains[place] ?? 0));
  return mean(short) <= standardDeviation(short) / Math.sqrt(short.length);
}

type Judged = { readonly gains: readonly number[]; readonly precision: number; readonly coverage: number };
type Judge = { readonly past: Taken; readonly judge: (scores: (user: number) => Float64Array) => Judged };

function judgeOf(past: Taken, later: ReadonlyMap<number, ReadonlySet<number>>, most: number, seed: number): Judge {
  const some = someOf(later, most, seed);
  return { past, judge: (scores) => judgeLists(some, later, scores, past.itemCount) };
}

function someOf(later: ReadonlyMap<number, unknown>, most: number, seed: number): readonly number[] {
  const users = [...later.keys()];
  return Array.from(sampled(seededRandom(seed), users.length, most), (place) => users[place] ?? 0);
}

/** Several cut-offs as one: gains in a row, shares weighted by customers. */
function together(parts: readonly Judged[]): Judged {
  const gains = parts.flatMap((part) => part.gains);
  const weighted = (of: (part: Judged) => number): number => parts.reduce((sum, part) => sum + of(part) * part.gains.length, 0) / Math.max(1, gains.length);
  return { gains, precision: weighted(({ precision: own }) => own), coverage: weighted(({ coverage }) => coverage) };
}

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
  again: [0.3, 1, 3].map((again) => ({ again })),
  taste: [0, 0.1, 1].map((again) => ({ again })),
  classes: [0, 0.02, 0.1].map((again) => ({ again })),
  'item-to-item': [{ again: 0 }, { again: 2 }],
  factors: [5, 50].map((penalty) => ({ again: 0, penalty, alpha: 3 })),
  blend: [5, 50].map((penalty) => ({ again: 2, penalty, alpha: 3 })),
};

/** As how many purchases of its category a visit may count in which somebody looked at a product. */
const lookedAs = [0.25, 0.5];

type Tried = { readonly result: RecommenderResult; readonly gains: readonly number[] };

/** The best settings; what customers looked at has a part where that proposed more of what they went on to buy than chance can explain. */
function bestOf(kind: RecommenderKind, judges: readonly Judge[], seed: number): Tried {
  const fitted: Recommender[] = [];
  const fit = (past: Taken, place: number, options: RecommenderOptions): Recommender =>
    (fitted[place] = askedWith(fitted[place], options) ?? fitRecommender(kind, past, { ...options, seed }));
  const tried = (options: RecommenderOptions): Tried => {
    const {
      gains,
      precision: share,
      coverage,
    } = together(
      judges.map(({ past, judge }, place) => {
        const model = fit(past, place, options);
        return judge((user) => recommenderScores(model, past, user));
      }),
    );
    const standardError = standardDeviation(gains) / Math.sqrt(gains.length);
    return { result: { kind, options, ndcg: mean(gains), standardError, precision: share, coverage }, gains };
  };
  const best = highest(settings[kind].map(tried));
  if (!seesViews(kind) || judges.every(({ past }) => past.views.items.length === 0)) return best;
  const looking = highest(lookedAs.map((looked) => tried({ ...best.result.options, looked })));
  return isAsGood(best.gains, looking.gains) ? best : looking;
}

const highest = (tried: readonly Tried[]): Tried => tried.reduce((best, own) => (own.result.ndcg > best.result.ndcg ? own : best));
