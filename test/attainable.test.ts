import { expect, test } from 'vitest';
import { attainableOf } from '../scripts/shop/attainable.ts';
import { achievableOf } from '../scripts/shop/achievable.ts';
import { day, minuteOf } from '../scripts/shop/clock.ts';
import { makePerson } from '../scripts/shop/people.ts';
import { beliefsOf, leftWithin } from '../scripts/shop/posterior.ts';
import { purchasesOf } from '../scripts/shop/purchases.ts';
import { seededRandom } from '../scripts/shop/random.ts';
import { trueKinds } from '../scripts/shop/recovered/kinds.ts';
import { climb, expected } from '../scripts/shop/recovered/learn.ts';
import { seenOf } from '../scripts/shop/recovered/seen.ts';

// Another shop of the same kind, whose truth the generator knows.
const end = minuteOf('2026-06-30') + day;
const period = { start: end - 1096 * day, end };
const people = Array.from({ length: 1500 }, (_, index) => makePerson(index + 1, seededRandom(7, `person ${index + 1}`), period));
const purchases = people.flatMap((person) => purchasesOf(person, seededRandom(7, `purchases ${person.number}`), end));
const own = Map.groupBy(
  purchases.filter(({ kind }) => kind === 'order'),
  ({ person }) => person?.id ?? '',
);
const from = end - 63 * day;
const seen = people.flatMap((person) => {
  const orders = own.get(person.id) ?? [];
  const before = orders.filter(({ at }) => at < from);
  return before.length === 0 ? [] : [{ person, beliefs: beliefsOf(person, before, period, from, end), silent: !orders.some(({ at }) => at >= from) }];
});

/** Beliefs are right where, on average, as much is so as was believed: within three standard errors of what chance allows. */
function agrees(believed: readonly number[], so: readonly boolean[]): void {
  const off = so.reduce((sum, holds, place) => sum + Number(holds) - (believed[place] ?? 0), 0);
  const spread = Math.sqrt(believed.reduce((sum, chance) => sum + chance * (1 - chance), 0));
  expect(Math.abs(off) / spread).toBeLessThan(3);
}

test('what is believed of customers from their orders is so as often as it is believed', () => {
  expect(seen.length).toBeGreaterThan(1000);
  for (const type of ['espresso loyalist', 'regular', 'gift buyer', 'bargain hunter', 'one-time', 'lapsed'] as const)
    agrees(
      seen.map(({ beliefs }) => beliefs.reduce((sum, one) => sum + (one.type === type ? one.weight : 0), 0)),
      seen.map(({ person }) => person.type === type),
    );
  const silent = seen.map(({ beliefs }) => beliefs.reduce((sum, one) => sum + one.weight * one.silent, 0));
  agrees(
    silent,
    seen.map((one) => one.silent),
  );
  // Nor are the sure ones surer than they may be: in each fifth of what is believed, too.
  for (let fifth = 0; fifth < 5; fifth += 1) {
    const rows = seen.map((_, place) => place).filter((place) => Math.min(4, Math.floor((silent[place] ?? 0) * 5)) === fifth);
    agrees(
      rows.map((place) => Math.min(0.995, Math.max(0.005, silent[place] ?? 0))),
      rows.map((place) => seen[place]?.silent === true),
    );
  }
});

// Who leaves on day t has made fewer than all of the steps to the next order by then: summed over a hundred thousand slices of the days. Of two steps at one in two days, and a life of 10 days, within 20: the fast case that few slices miss.
test.each([
  [20, 2, 0.5, 10],
  [200, 1, 1 / 75, 700],
  [900, 8, 8 / 28, 180],
])('who left within %d days before the next order, of %d steps', (days, steps, pace, lifetime) => {
  const slices = 100_000;
  const width = days / slices;
  let sum = 0;
  for (let slice = 0; slice < slices; slice += 1) {
    const at = (slice + 0.5) * width;
    let [made, upTo] = [Math.exp(-pace * at), 0];
    for (let step = 0; step < steps; step += 1) {
      upTo += made;
      made *= (pace * at) / (step + 1);
    }
    sum += (width / lifetime) * Math.exp(-at / lifetime) * upTo;
  }
  expect(leftWithin(days, steps, pace, lifetime)).toBeCloseTo(sum, 8);
});

test('who sees the orders alone does no better than who knows type, rate and taste', () => {
  const [attainable, achievable] = [attainableOf(people, purchases, period), achievableOf(people, purchases, end)];
  const oracle = achievable.silence.find(({ days }) => days === 63)?.auc ?? 0;
  expect(attainable.silence_63d_auc).toBeLessThan(oracle + 0.003);
  expect(attainable.silence_63d_auc).toBeGreaterThan(0.9);
  expect(attainable.alive_auc).toBeLessThan(achievable.alive_auc + 0.003);
  expect(attainable.favourite_category).toBeLessThan(achievable.favourite_category + 0.01);
  expect(attainable.types).toBeGreaterThan(0.8);
  // In seven groups one of the eight types has none of its own.
  expect(attainable.types_in_seven).toBeLessThan(attainable.types);
  expect(attainable.types_in_seven).toBeGreaterThan(0.8);
});

test('one who learns the numbers starts with the same beliefs, and each round is as likely as the one before or likelier', () => {
  const some = people.slice(0, 300).flatMap((person) => {
    const orders = own.get(person.id) ?? [];
    return orders.length === 0 ? [] : [{ person, orders }];
  });
  const buyers = some.map(({ person, orders }) => seenOf(person, orders, period));
  const { shares } = expected(buyers, trueKinds);
  let furthest = 0;
  some.forEach(({ person, orders }, row) => {
    const believed = beliefsOf(person, orders, period, end, end);
    trueKinds.forEach(({ type }, place) => {
      const weight = believed.reduce((sum, one) => sum + (one.type === type ? one.weight : 0), 0);
      furthest = Math.max(furthest, Math.abs(weight - (shares[row]?.[place] ?? 0)));
    });
  });
  expect(furthest).toBeLessThan(1e-6);
  const likelihoods = [1, 2, 3, 5, 8, 13].map((rounds) => climb(buyers, trueKinds, rounds).logLikelihood);
  expect(likelihoods.every((own, place) => place === 0 || own > (likelihoods[place - 1] ?? 0))).toBe(true);
});
