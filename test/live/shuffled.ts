/** Places in an order of chance that a seed decides, and sizes of batches. */
export function shuffled(places: readonly number[], seed: number): { readonly order: readonly number[]; readonly sizes: readonly number[] } {
  const random = mulberry(seed);
  const keyed = places.map((place) => ({ place, key: random() }));
  return { order: keyed.toSorted((a, b) => a.key - b.key).map(({ place }) => place), sizes: Array.from({ length: 7 }, () => 1 + Math.floor(random() * 8)) };
}

/** Tommy Ettinger's mulberry32: small, and the same everywhere. */
export function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
