import type { Random } from './generator.ts';

/** A whole number from 0 to `below` − 1. */
export const randomInteger = (random: Random, below: number): number => Math.floor(random() * below);

/** A standard normal number: the polar method of Marsaglia & Bray (SIAM Review 6, 1964), one of each pair. */
export function randomNormal(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const square = u * u + v * v;
    if (square > 0 && square < 1) return u * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** 0 … `length` − 1 in random order (Fisher & Yates, as Durstenfeld's algorithm 235). */
export function shuffled(random: Random, length: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last -= 1) {
    const other = randomInteger(random, last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

/** `count` different numbers of 0 … `length` − 1, ascending; all of them where there are no more. */
export function sampled(random: Random, length: number, count: number): Uint32Array {
  if (count >= length) return Uint32Array.from({ length }, (_, index) => index);
  return shuffled(random, length).slice(0, count).sort();
}

/** `count` of the things in `pool`, each as likely, which it puts in front: the steps of Fisher & Yates that are needed and no others. Whatever order earlier draws left is as good a start as any. */
export function drawFrom(random: Random, pool: Uint32Array, count: number): Uint32Array {
  for (let place = 0; place < count; place += 1) {
    const other = place + randomInteger(random, pool.length - place);
    const drawn = pool[other] ?? 0;
    pool[other] = pool[place] ?? 0;
    pool[place] = drawn;
  }
  return pool.subarray(0, count);
}
