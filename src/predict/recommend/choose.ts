import { day, type Instant, instant } from '../../core/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Compute } from '../compute.ts';
import { type LearnedRecommender, learnRecommender, type RecommendInput } from './learn.ts';
import { type Purchases, readLater, readPurchases } from './purchases.ts';

export type RecommenderChoice = LearnedRecommender & {
  /** Customers who bought in the time that was held back. */
  readonly customers: number;
  readonly cutOff: Instant;
  readonly size: { readonly products: number; readonly purchases: number };
  /** Purchases until now, on which `model` was fitted; null where nothing was to be kept. */
  readonly purchases: Purchases | null;
};

export type ChooseOptions = { readonly compute?: Compute; readonly progress?: (label: string, share: number) => void; readonly fit?: boolean };

/**
 * Which recommender would have been best: each learns from purchases up to a horizon before now, and proposes ten products to the customers who went on to
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
  const past = await readPurchases(warehouse, instant(now - horizonDays * day));
  const later = await readLater(warehouse, past, horizonDays);
  const purchases = fit ? await readPurchases(warehouse, now) : null;
  const input: RecommendInput = { past: past.interactions, later, now: purchases?.interactions ?? null, seed };
  const said = (share: number): void => progress?.('trying recommenders', 0.2 + 0.8 * share);
  const learned = compute === undefined ? learnRecommender(input, said) : await compute('recommender', input, said);
  return {
    ...learned,
    customers: later.size,
    cutOff: past.asOf,
    purchases,
    size: { products: past.products.length, purchases: past.interactions.items.length },
  };
}
