import { day, type Instant, instant } from '../../core/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Compute } from '../compute.ts';
import { type LearnedRecommender, learnRecommender, type RecommendInput, type RecommendTest } from './learn.ts';
import { type Purchases, readLater, readPurchases } from './purchases.ts';

export type RecommenderChoice = LearnedRecommender & {
  /** Customers who bought in the time that was held back. */
  readonly customers: number;
  /** The newest first. */
  readonly cutOffs: readonly Instant[];
  readonly size: { readonly products: number; readonly categories: number; readonly purchases: number };
  /** Purchases until now, on which `model` was fitted; null where nothing was to be kept. */
  readonly purchases: Purchases | null;
};

export type ChooseOptions = { readonly compute?: Compute; readonly progress?: (label: string, share: number) => void; readonly fit?: boolean };

const mostCutOffs = 3;

/**
 * Which recommender would have been best: at up to three cut-offs, a horizon apart, each learns from purchases up to then and proposes ten products to the customers who went on to
 * buy. The simplest within one standard error of the best wins.
 */
export async function chooseRecommender(
  warehouse: Warehouse,
  now: Instant,
  horizonDays: number,
  seed: number,
  options: ChooseOptions = {},
): Promise<RecommenderChoice> {
  const { compute, progress, fit = false } = options;
  progress?.('reading purchases', 0);
  const newest = await testAt(warehouse, instant(now - horizonDays * day), horizonDays);
  const tests = [newest];
  for (let back = 2; back <= mostCutOffs; back += 1) {
    const earlier = await testAt(warehouse, instant(now - back * horizonDays * day), horizonDays);
    if (earlier.later.size < fewestAtCutOff) break;
    tests.push(earlier);
  }
  const purchases = fit ? await readPurchases(warehouse, now) : null;
  const input: RecommendInput = {
    tests: tests.map(({ past, later }) => ({ past: past.interactions, later })),
    leaning: await leaningTests(warehouse, now),
    now: purchases?.interactions ?? null,
    seed,
  };
  const said = (share: number): void => progress?.('trying recommenders', 0.2 + 0.8 * share);
  const learned = compute === undefined ? learnRecommender(input, said) : await compute('recommender', input, said);
  return {
    ...learned,
    customers: tests.reduce((sum, { later }) => sum + later.size, 0),
    cutOffs: tests.map(({ past }) => past.asOf),
    purchases,
    size: { products: newest.past.products.length, categories: newest.past.byCategory.size, purchases: newest.past.interactions.items.length },
  };
}

/** What somebody leans to is of now: asked of the weeks just gone, whatever the shop's rhythm. */
const leaningDays = 28;
const enoughLeaning = 2000;

/** Up to three cut-offs, four weeks apart; fewer where the newest have customers enough, and none from where nobody had looked at anything. */
async function leaningTests(warehouse: Warehouse, now: Instant): Promise<readonly RecommendTest[]> {
  const tests: RecommendTest[] = [];
  for (let back = 1; back <= mostCutOffs && tests.reduce((sum, { later }) => sum + later.size, 0) < enoughLeaning; back += 1) {
    const { past, later } = await testAt(warehouse, instant(now - back * leaningDays * day), leaningDays);
    if (past.interactions.views.items.length === 0) break;
    tests.push({ past: past.interactions, later });
  }
  return tests;
}

/** An earlier cut-off with fewer customers who went on to buy tells nothing. */
const fewestAtCutOff = 50;

async function testAt(
  warehouse: Warehouse,
  cutOff: Instant,
  horizonDays: number,
): Promise<{ readonly past: Purchases; readonly later: ReadonlyMap<number, ReadonlySet<number>> }> {
  const past = await readPurchases(warehouse, cutOff);
  return { past, later: await readLater(warehouse, past, horizonDays) };
}
