import { type Interactions, transposed } from './interactions.ts';

/** For each item the items most like it: `others[item * width + place]` with falling `likeness`; −1 past the last. */
export type ItemNeighbours = {
  readonly width: number;
  readonly others: Int32Array;
  readonly likeness: Float32Array;
  /** Of an item to itself, by the same formula: what having taken it says of taking it again. */
  readonly own: Float32Array;
};

/** A likeness seen in few users is drawn towards none as if so many more had taken one without the other. */
const shrinkage = 10;
/** Users with more items than this are resellers, not tastes, and cost the square of it. */
const mostItems = 500;

/** A plain cosine would have ½ for both. Popular items may be likelier than that: they are bought again, and a list of rarities helps nobody. */
const exponents = { item: 0.5, other: 0.3 };

/**
 * Item-to-item collaborative filtering (Linden, Smith & York, IEEE Internet Computing 7, 2003): items are alike when the same users take both, by an asymmetric
 * cosine of who took them (Aiolli, RecSys 2013). Says "who bought this also bought".
 */
export function itemNeighbours(interactions: Interactions, width = 50): ItemNeighbours {
  const { users, itemCount, starts, items } = interactions;
  const takers = transposed(interactions);
  const popularity = Float64Array.from({ length: itemCount }, (_, item) => (takers.starts[item + 1] ?? 0) - (takers.starts[item] ?? 0));
  const others = new Int32Array(itemCount * width).fill(-1);
  const likeness = new Float32Array(itemCount * width);
  const own = Float32Array.from(popularity, (takers) => (takers === 0 ? 0 : likenessOf(takers, takers, takers)));
  const together = new Float64Array(itemCount);
  const isBroad = Uint8Array.from({ length: users }, (_, user) => Number((starts[user + 1] ?? 0) - (starts[user] ?? 0) > mostItems));
  for (let item = 0; item < itemCount; item += 1) {
    const met: number[] = [];
    for (let entry = takers.starts[item] ?? 0; entry < (takers.starts[item + 1] ?? 0); entry += 1) {
      const user = takers.items[entry] ?? 0;
      if (isBroad[user] === 1) continue;
      for (let place = starts[user] ?? 0; place < (starts[user + 1] ?? 0); place += 1) {
        const other = items[place] ?? 0;
        if (together[other] === 0) met.push(other);
        together[other] = (together[other] ?? 0) + 1;
      }
    }
    const ranked = met
      .filter((other) => other !== item)
      .map((other) => {
        const both = together[other] ?? 0;
        return { other, own: likenessOf(both, popularity[item] ?? 1, popularity[other] ?? 1) };
      })
      .sort((a, b) => b.own - a.own || a.other - b.other)
      .slice(0, width);
    ranked.forEach(({ other, own }, place) => {
      others[item * width + place] = other;
      likeness[item * width + place] = own;
    });
    for (const other of met) together[other] = 0;
  }
  return { width, others, likeness, own };
}

const likenessOf = (both: number, item: number, other: number): number =>
  (both / (item ** exponents.item * other ** exponents.other)) * (both / (both + shrinkage));

/**
 * Score of every item for a user: the likeness to what they took, summed; often taken counts more, by its logarithm. `again` is how much having taken an item
 * counts for itself: 0 for what is new to them, about 2 for what they buy over and over.
 */
export function neighbourScores(neighbours: ItemNeighbours, { starts, items, weights, itemCount }: Interactions, user: number, again = 0): Float64Array {
  const { width, others, likeness, own } = neighbours;
  const scores = new Float64Array(itemCount);
  for (let place = starts[user] ?? 0; place < (starts[user + 1] ?? 0); place += 1) {
    const item = items[place] ?? 0;
    const weight = Math.log1p(weights[place] ?? 0);
    scores[item] = (scores[item] ?? 0) + weight * again * (own[item] ?? 0);
    for (let near = item * width; near < (item + 1) * width; near += 1) {
      const other = others[near] ?? -1;
      if (other >= 0) scores[other] = (scores[other] ?? 0) + weight * (likeness[near] ?? 0);
    }
  }
  return scores;
}

/** How many users took each item. */
export function popularityScores({ itemCount, items }: Interactions): Float64Array {
  const scores = new Float64Array(itemCount);
  for (const item of items) scores[item] = (scores[item] ?? 0) + 1;
  return scores;
}
