import { expect, test } from 'vitest';
import { aliveProbability, expectedOrders, noOrderProbability, orderDistribution } from './model.ts';
import { type LeavingModel, mixedCounts, thereOf, weeksUntil } from './there.ts';
import { weeksUntilOrder } from './wait.ts';

const models: readonly LeavingModel[] = [
  { kind: 'bg-nbd', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  { kind: 'pareto-nbd', r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 },
];
const pasts = [
  { repeats: 0, recency: 0, age: 38.86 },
  { repeats: 1, recency: 2, age: 30 },
  { repeats: 26, recency: 30.86, age: 31 },
  { repeats: 26, recency: 20, age: 31 },
  { repeats: 300, recency: 51, age: 52 },
];

// The published parameters of CDNOW; what each customer's own sum says is what the shared one says after mixing.
test.each(models)('what is shared by all of equal repeats and age gives each customer the numbers of their own sum: $kind', (model) => {
  const masses = new Float64Array(20_000);
  for (const past of pasts) {
    const alive = aliveProbability(model, past) ?? Number.NaN;
    const there = thereOf(model, past.repeats, past.age, [13, 52], [13, 52], masses);
    [13, 52].forEach((weeks, place) => {
      expect(alive * (there.expected[place] ?? Number.NaN)).toBeCloseTo(expectedOrders(model, past, weeks), 9);
      const counts = there.counts[place];
      const mixed = counts === undefined ? undefined : mixedCounts(counts, alive);
      const own = orderDistribution(model, past, weeks, masses);
      expect(mixed).toMatchObject({ low: own.low, high: own.high });
      expect(mixed?.none).toBeCloseTo(own.none, 9);
      // The Pareto/NBD's distribution mixes lifetimes by eight nodes, good to a thousandth or so.
      expect(mixed?.none).toBeCloseTo(noOrderProbability(model, past, weeks), model.kind === 'bg-nbd' ? 9 : 2);
      expect(mixed?.mean).toBeCloseTo(own.mean, 4);
      expect((mixed?.variance ?? 0) / own.variance).toBeCloseTo(1, 6);
    });
    for (const probability of [0.1, 0.5, 0.9]) {
      const [shared, own] = [weeksUntil(model, there, probability, alive), weeksUntilOrder(model, past, probability)];
      if (own === null) expect(shared).toBeNull();
      else expect(shared).toBeCloseTo(own, 9);
    }
  }
});
