import { expect, test } from 'vitest';
import { type Instant, instant, parseInstant } from '../../../core/index.ts';
import { seededRandom } from '../../../stats/index.ts';
import { sql, timestamp } from '../../../sql/index.ts';
import { migrate, openDuckdb } from '../../../warehouse/index.ts';
import { byBegin, byRun, byText, curvesApart } from './apart.ts';
import { hazardsOf, landmarkOf } from './hazards.ts';
import { subscriptionSpells } from './lasting.ts';
import { startTexts } from './start-texts.ts';
import { overdispersion, toCome } from './to-come.ts';

const at = (text: string): Instant => parseInstant(`${text}T00:00:00Z`) ?? instant(0);

test('what a start says in words splits them; numbers, dates, one value and what only the end says do not', async () => {
  const warehouse = await openDuckdb(':memory:', { threads: 1 });
  await migrate(warehouse);
  const events = [
    [1, 'Joined', '2026-01-01', { plan: 'Flex', fee: '29', from: '2026-01-01', club: 'Leeds' }],
    [1, 'Left', '2026-01-31', { plan: 'Flex', reason: 'price' }],
    [2, 'Joined', '2026-01-01', { plan: 'Annual', fee: '39', from: '2026-02-01', club: 'Leeds' }],
    [3, 'Joined', '2026-02-01', { plan: ' Flex ', fee: '29', club: 'Leeds' }],
    [3, 'Left', '2026-03-01', { reason: 'moved' }],
    [4, 'Joined', '2026-02-01', {}],
  ] as const;
  for (const [profile, name, day, told] of events)
    await warehouse.run(
      sql`insert into events by name select ${profile}::INTEGER as profile, ${name} as name, ${timestamp(at(day))} as occurred_at, ${JSON.stringify(told)} as properties`,
    );
  const spells = await subscriptionSpells(warehouse, { start: 'Joined', end: 'Left', at: at('2026-05-01') });
  const texts = await startTexts(warehouse, spells.duration.length);
  expect(texts.map(({ name, levels }) => [name, levels])).toEqual([['plan', ['Flex', 'Annual']]]);
  const [plan] = texts;
  if (plan === undefined) throw new Error('no plan');
  const { groups, unknown, test: logRank, sentence } = curvesApart(byText(spells, plan));
  expect(groups.map(({ value, subscriptions, ended, median_days }) => [value, subscriptions, ended, median_days])).toEqual([
    ['Flex', 2, 2, 28],
    ['Annual', 1, 0, null],
  ]);
  expect(unknown).toBe(1);
  // By hand: at day 28 of three two are Flex (2/3 expected, variance 2/9), at day 30 one of two (1/2, 1/4): (2 − 7/6)² / (17/36) = 25/17.
  expect(logRank?.statistic).toBeCloseTo(25 / 17, 12);
  // Beyond √(25/17) = 1.21 deviations, to both sides, lie .225 of a normal distribution.
  expect(sentence).toBe(
    'Whether they last differently by plan can not be told: if they did not, chance alone would show so large a difference in about 23 of 100 shops like this.',
  );
  await warehouse.close();
});

// Of 20 Pro 9 end on day 10 and one on day 100, of 20 Starter 12 on day 50, of 20 Enterprise none of 200 days. By the ends that were to be expected at each day Pro is ahead: 10 of 9/3 + 12 · 11/51 + 11/39 = 5.9,
// Starter 12 of 9/3 + 12 · 20/51 + 8/39 = 7.9. But half of Starter have ended after 50 days, half of Pro after 100.
test('soonest to end is who is told to have ended soonest', () => {
  // So many ends on a day, and so many on another.
  const watched = (...ends: readonly (readonly [many: number, on: number])[]) => {
    const days = ends.flatMap(([many, on]) => Array.from({ length: many }, () => on));
    return {
      duration: Float64Array.from({ length: 20 }, (_, place) => days[place] ?? 200),
      ended: Float64Array.from({ length: 20 }, (_, place) => (place < days.length ? 1 : 0)),
    };
  };
  const parts = [
    { value: 'Enterprise', spells: watched() },
    { value: 'Pro', spells: watched([9, 10], [1, 100]) },
    { value: 'Starter', spells: watched([12, 50]) },
  ];
  const { sentence } = curvesApart({ name: 'plan', date: null, parts, unknown: 0 });
  expect(sentence).toContain('Soonest to end: Starter (half have ended after 50 days');
  expect(sentence).toContain('; longest to last: Enterprise (more than half outlast what was watched).');
});

// 1 May is day 100 of 150. One ended before it, one ran on beyond it, one ended after it, one began after it.
test('a day splits by when they began, and by when they ran', () => {
  const spells = {
    duration: Float64Array.of(60, 150, 120, 20),
    ended: Float64Array.of(1, 0, 1, 0),
    profile: Float64Array.of(1, 2, 3, 4),
    age: Float64Array.of(150, 150, 140, 20),
  };
  const [moment, now] = [at('2026-05-01'), at('2026-06-20')];
  const begun = curvesApart(byBegin(spells, moment, now, 'UTC')).groups;
  expect(begun.map(({ value, subscriptions, ended }) => [value, subscriptions, ended])).toEqual([
    ['before 1 May 2026', 3, 2],
    ['since 1 May 2026', 1, 0],
  ]);
  const { parts } = byRun(spells, moment, now, 'UTC');
  expect(parts.map(({ spells: { duration, ended, entry } }) => [[...duration], [...ended], entry && [...entry]])).toEqual([
    [[60, 100, 90], [1, 0, 0], undefined],
    [
      [150, 120, 20],
      [0, 1, 0],
      [100, 90, 0],
    ],
  ]);
});

// From day 400 of 600 on they end at three times the rate. Those that began since are few and young; those that ran since are not.
test('a rise of the rate shows by when they ran', () => {
  const random = seededRandom(5);
  const age = Float64Array.from({ length: 500 }, () => 600 * random());
  const wait = age.map((own) => {
    const until = Math.max(0, own - 200);
    const calm = -Math.log(1 - random()) / 0.001;
    return calm < until ? calm : until - Math.log(1 - random()) / 0.003;
  });
  const spells = {
    age,
    profile: age.map((_, place) => place + 1),
    duration: wait.map((days, place) => Math.min(days, age[place] ?? 0)),
    ended: wait.map((days, place) => (days < (age[place] ?? 0) ? 1 : 0)),
  };
  const now = at('2026-06-20');
  const found = curvesApart(byRun(spells, instant(now - 200 * 86_400_000_000), now, 'UTC'));
  expect(found.test?.p).toBeLessThan(0.0001);
  expect(found.sentence).toContain(
    'Almost certainly the two differ: if they did not, chance alone would show so large a difference in fewer than 1 of 10,000 shops like this. Soonest to end: since 2 December 2025',
  );
});

// Twelve periods, the ends of each by hand: none in most, a wave in one. 4 of 100 a period but one with 16.
test('what is to come is taken from a year, and its interval holds how much the periods differ', () => {
  const even = Array.from({ length: 4 }, () => ({ running: 100, ends: 4 }));
  expect(overdispersion(even, { running: 400, ends: 16 })).toBe(1);
  // (16 − 7)² / 7 + 3 · (4 − 7)² / 7 over 3 degrees of freedom.
  const wave = [{ running: 100, ends: 16 }, ...even.slice(1)];
  expect(overdispersion(wave, { running: 400, ends: 28 })).toBeCloseTo(108 / 7 / 3, 12);

  // All began 400 days ago; one of 100 ends in the middle of each of the last twelve periods, the others run on.
  const lasts = Array.from({ length: 100 }, (_, place) => (place < 12 ? 400 - 15 - 30 * place : 400));
  const found = toCome({
    age: new Float64Array(100).fill(400),
    duration: Float64Array.from(lasts),
    ended: Float64Array.from(lasts, (days) => (days < 400 ? 1 : 0)),
  });
  expect([found?.running, found?.periods]).toEqual([88, 12]);
  // 12 ends of 100 + 99 + … + 89 that ran; within 60 days two each, of 100 + … + 90.
  expect(found?.shares[0]?.share).toBeCloseTo(12 / 1134, 12);
  expect(found?.shares[1]?.share).toBeCloseTo(22 / 1045, 12);
  // t of 11 degrees of freedom is 2.201: exp(±2.201 · √(1 / (88 · 12/1134) + 1/12)).
  const width = 2.201 * Math.sqrt(1134 / (88 * 12) + 1 / 12);
  expect(found?.shares[0]?.low).toBeCloseTo((12 / 1134) * Math.exp(-width), 12);
  expect(toCome({ age: new Float64Array(100).fill(100), duration: new Float64Array(100).fill(100), ended: new Float64Array(100) })).toBeNull();
});

// Flex ends at .006 a day, the two others at .002: three times as often. Nothing else is known of them.
test('the plan is named among what makes them end, with its ratio, and noise at the start is not', () => {
  const random = seededRandom(3);
  const count = 900;
  const codes = Int32Array.from({ length: count }, (_, place) => place % 3);
  const age = Float64Array.from({ length: count }, () => 1 + 364 * random());
  const lasts = Float64Array.from(codes, (code) => -Math.log(1 - random()) / (code === 0 ? 0.006 : 0.002));
  const spells = {
    profile: Float64Array.from({ length: count }, (_, place) => place + 1),
    age,
    duration: lasts.map((days, place) => Math.min(days, age[place] ?? 0)),
    ended: lasts.map((days, place) => (days < (age[place] ?? 0) ? 1 : 0)),
  };
  const now = at('2026-01-01');
  const starts = [
    { name: 'plan', levels: ['Flex', 'Annual', 'Premium'], codes },
    { name: 'shirt', levels: ['red', 'blue'], codes: codes.map(() => (random() < 0.5 ? 0 : 1)) },
  ];
  const known = { profiles: Int32Array.from(spells.profile), table: { rows: count, columns: [] }, starts };
  const found = hazardsOf(spells, known, landmarkOf(spells, now), now, { attributes: new Map() });
  expect(found?.covariates.map(({ name, value }) => [name, value])).toEqual([['plan', 'Flex']]);
  const [flex] = found?.covariates ?? [];
  expect(flex?.low).toBeLessThan(3);
  expect(flex?.high).toBeGreaterThan(3);
  expect(flex?.low).toBeGreaterThan(1.5);
  expect(flex?.sentence).toMatch(
    /^Where plan is Flex, the risk of ending at any time is \d\.\d times as high as of the others \(\d\.\d to \d\.\d\), all else alike\.$/,
  );
});
