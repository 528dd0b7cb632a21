import { randomNormal, type Random } from '../../src/stats/index.ts';

/** Days of orders of one simulated customer, the first one first; `end` is the last day that is watched. */
export type Buyer = { readonly days: readonly number[]; readonly end: number };

/**
 * A shop as the BG/NBD has it, day by day, over two years: rate gamma (0.6, 12 weeks), leaving after an order with a chance from beta (0.8, 2.4). Days with
 * two orders count once.
 */
export function* simulatedBuyers(random: Random, customers: number, days = 730): Generator<Buyer> {
  for (let customer = 0; customer < customers; customer += 1) {
    const first = Math.floor(random() * (days - 7));
    const rate = gamma(random, 0.6) / (12 * 7);
    const stay = gamma(random, 2.4);
    const leave = gamma(random, 0.8);
    const found = [first];
    for (let at = 0; random() >= leave / (leave + stay) || found.length === 1; ) {
      at -= Math.log(1 - random()) / rate;
      if (at > days - first) break;
      const day = first + Math.floor(at);
      if (day > (found.at(-1) ?? 0)) found.push(day);
    }
    yield { days: found, end: days };
  }
}

/** Marsaglia & Tsang (ACM Transactions on Mathematical Software 26, 2000), unit scale. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = randomNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
