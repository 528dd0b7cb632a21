import { expect, test } from 'vitest';
import { randomNormal, seededRandom } from '../../stats/index.ts';
import { type Gaps, ownRhythm } from './own-rhythm.ts';

const gapsOf = (customers: readonly { readonly gaps: readonly number[]; readonly silence: number }[]): Gaps => {
  const logs = customers.map(({ gaps }) => gaps.map(Math.log));
  return {
    count: Float64Array.from(logs, (own) => own.length),
    sum: Float64Array.from(logs, (own) => own.reduce((sum, gap) => sum + gap, 0)),
    squares: Float64Array.from(logs, (own) => own.reduce((sum, gap) => sum + gap * gap, 0)),
    silence: Float64Array.from(customers, ({ silence }) => silence),
  };
};

// The truth is the simulation's: a pace and an evenness of one's own, and one in fifty leaves after each order.
test('what is promised by own rhythm comes as often, in each fifth of it', () => {
  const random = seededRandom(3);
  const until = 400;
  const horizon = 40;
  const made = Array.from({ length: 8000 }, () => {
    const pace = Math.log(30) + 0.6 * randomNormal(random);
    const evenness = random() < 0.5 ? 0.2 : 0.7;
    const gaps: number[] = [];
    let [last, left] = [0, false];
    for (;;) {
      const gap = Math.max(1, Math.exp(pace + evenness * randomNormal(random)));
      left = random() < 0.02;
      if (left || last + gap > until) return { gaps, silence: until - last, came: !left && last + gap <= until + horizon };
      gaps.push(gap);
      last += gap;
    }
  });
  const promised = ownRhythm(gapsOf(made), horizon);
  for (let fifth = 0; fifth < 5; fifth += 1) {
    const rows = made.map((_, row) => row).filter((row) => Math.min(4, Math.floor(5 * (promised[row] ?? 0))) === fifth);
    const mean = rows.reduce((sum, row) => sum + (promised[row] ?? 0), 0) / rows.length;
    const came = rows.filter((row) => made[row]?.came === true).length / rows.length;
    expect(rows.length).toBeGreaterThan(100);
    expect(Math.abs(mean - came)).toBeLessThan(0.06);
  }
});

test('the same silence says more of whom orders by the calendar', () => {
  const even = { gaps: [28, 28, 29, 27, 28, 28, 28, 28], silence: 56 };
  const uneven = { gaps: [3, 70, 10, 41, 5, 66, 9, 20], silence: 56 };
  const fresh = { gaps: [28, 28, 29, 27, 28, 28, 28, 28], silence: 20 };
  const [byTheCalendar = 1, nowAndThen = 0, soon = 0] = ownRhythm(gapsOf([even, uneven, fresh]), 28);
  expect(nowAndThen).toBeGreaterThan(0.25);
  expect(byTheCalendar).toBeLessThan(nowAndThen / 2);
  expect(soon).toBeGreaterThan(0.85);
});

test('whoever ordered once is told by everybody’s pace, and nobody by none', () => {
  const [once = 0] = ownRhythm(
    gapsOf([
      { gaps: [], silence: 10 },
      { gaps: [30, 33], silence: 5 },
    ]),
    30,
  );
  expect(once).toBeGreaterThan(0.2);
  expect(once).toBeLessThan(0.9);
  expect([...ownRhythm(gapsOf([]), 30)]).toEqual([]);
  expect([...ownRhythm(gapsOf([{ gaps: [], silence: 10 }]), 30)].every(Number.isFinite)).toBe(true);
});
