import type { Random } from '../../stats/index.ts';

/** What the best that is open to somebody is expected to bring beyond doing nothing, after its cost, and that cost. */
export type Prospect<T> = { readonly of: T; readonly gain: number; readonly cost: number };

/** Who is decided for one after the other, and what a pound that is spent must bring beyond itself, for there are others whom it does more for. */
export type Queue<T> = { readonly people: readonly T[]; readonly price: number };

/**
 * Who comes first where money or places do not last for all: whom an action is expected to bring most, per pound where money is short (`money` is what is left of it). `lot` are all in an order drawn by lot, which decides between
 * equals; and a share of the places goes on being drawn by it, so that what is not expected to pay keeps being tried. The price of money is what the last pound brings that is spent in the order of gain by cost (a knapsack's
 * Lagrange multiplier: Dantzig, Operations Research 5, 1957): with it dear actions give way to cheap ones that do more for the same money.
 */
export function queueOf<T>(lot: readonly Prospect<T>[], money: number, share: number, random: Random): Queue<T> {
  const short = Number.isFinite(money);
  const ranked = lot.map((prospect) => ({ ...prospect, rank: short ? perPound(prospect) : prospect.gain })).toSorted((a, b) => b.rank - a.rank);
  const byLot = lot.map(({ of }) => of)[Symbol.iterator]();
  const byRank = ranked.map(({ of }) => of)[Symbol.iterator]();
  const people = new Set<T>();
  while (people.size < lot.length) {
    const { value, done } = (random() < share ? byLot : byRank).next();
    if (done !== true) people.add(value);
  }
  return { people: [...people], price: short ? priceOf(ranked, money) : 0 };
}

export const perPound = ({ gain, cost }: Pick<Prospect<unknown>, 'gain' | 'cost'>): number => (cost > 0 ? gain / cost : gain > 0 ? Number.MAX_VALUE : gain);

function priceOf(ranked: readonly { readonly rank: number; readonly cost: number }[], money: number): number {
  let spent = 0;
  for (const { rank, cost } of ranked) {
    if (rank <= 0) return 0;
    spent += cost;
    if (spent > money) return rank;
  }
  return 0;
}
