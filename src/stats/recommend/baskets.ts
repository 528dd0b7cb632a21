/** Items that are bought together, rising, in so many baskets. */
export type ItemSet = { readonly items: readonly number[]; readonly baskets: number };

/** Who has `left` in the basket often has `right` too. */
export type BasketRule = {
  readonly left: readonly number[];
  readonly right: number;
  readonly baskets: number;
  /** Share of all baskets with both. */
  readonly support: number;
  /** Of the baskets with `left`, the share with `right`. */
  readonly confidence: number;
  /** Confidence over the share of baskets with `right`: above 1 is more than chance. */
  readonly lift: number;
};

/**
 * Sets of up to `largest` items that at least `fewest` baskets hold, by intersecting lists of baskets depth first (Eclat; Zaki, IEEE TKDE 12, 2000).
 * `baskets[b]` are the different items of basket b.
 */
export function frequentSets(baskets: readonly ArrayLike<number>[], fewest: number, largest = 3): readonly ItemSet[] {
  const holders = new Map<number, number[]>();
  baskets.forEach((basket, number) => {
    for (let place = 0; place < basket.length; place += 1) {
      const item = basket[place] ?? 0;
      const own = holders.get(item);
      if (own === undefined) holders.set(item, [number]);
      else own.push(number);
    }
  });
  const frequent = [...holders]
    .filter(([, own]) => own.length >= fewest)
    .sort(([a], [b]) => a - b)
    .map(([item, own]) => ({ item, holders: Uint32Array.from(own) }));
  const found: ItemSet[] = [];
  const marks = new Uint8Array(baskets.length);
  const extend = (items: readonly number[], siblings: readonly Holding[]): void => {
    siblings.forEach(({ item, holders: own }, place) => {
      const set = [...items, item];
      found.push({ items: set, baskets: own.length });
      if (set.length >= largest) return;
      for (const basket of own) marks[basket] = 1;
      const next = siblings
        .slice(place + 1)
        .map((other) => ({ item: other.item, holders: other.holders.filter((basket) => marks[basket] === 1) }))
        .filter((other) => other.holders.length >= fewest);
      for (const basket of own) marks[basket] = 0;
      if (next.length > 0) extend(set, next);
    });
  };
  extend([], frequent);
  return found;
}

type Holding = { readonly item: number; readonly holders: Uint32Array };

/** Rules with one item on the right (Agrawal, Imieliński & Swami, SIGMOD 1993), highest lift first. */
export function basketRules(sets: readonly ItemSet[], baskets: number, leastConfidence: number): readonly BasketRule[] {
  const counts = new Map(sets.map((set) => [set.items.join(' '), set.baskets]));
  const rules = sets.flatMap(({ items, baskets: both }) => {
    if (items.length < 2) return [];
    return items.flatMap((right, place): readonly BasketRule[] => {
      const left = items.toSpliced(place, 1);
      const ofLeft = counts.get(left.join(' ')) ?? 0;
      const ofRight = counts.get(String(right)) ?? 0;
      const confidence = both / ofLeft;
      return confidence < leastConfidence ? [] : [{ left, right, baskets: both, support: both / baskets, confidence, lift: confidence / (ofRight / baskets) }];
    });
  });
  return rules.sort((a, b) => b.lift - a.lift || b.baskets - a.baskets);
}
