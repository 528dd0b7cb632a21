import { expect, test } from 'vitest';
import { day, instant } from '../../../core/index.ts';
import { randomNormal, seededRandom } from '../../../stats/index.ts';
import { concordance, hazardsOf, landmarkOf } from './hazards.ts';

const words = { attributes: new Map() };

// Of 1,200 subscriptions begun over a year each ends at a rate of .004 · e^(0.8 z) a day; `z` is known, `echo` nearly says the same, `noise` has nothing to do with it.
test('what makes subscriptions end is found with its hazard ratio, once, and noise is not', () => {
  const random = seededRandom(2);
  const count = 1200;
  const z = Float64Array.from({ length: count }, () => randomNormal(random));
  const age = Float64Array.from({ length: count }, () => 1 + 364 * random());
  const lasts = z.map((own) => -Math.log(1 - random()) / (0.004 * Math.exp(0.8 * own)));
  const spells = {
    profile: Float64Array.from({ length: count }, (_, place) => place + 1),
    age,
    duration: lasts.map((days, place) => Math.min(days, age[place] ?? 0)),
    ended: lasts.map((days, place) => (days < (age[place] ?? 0) ? 1 : 0)),
  };
  const at = instant(Date.UTC(2026, 0, 1) * 1000);
  const landmark = landmarkOf(spells, at);
  // A third of the time since the first began.
  expect((at - landmark) / day).toBeCloseTo(365 / 3, 0);
  const number = (name: string, values: Float64Array) => ({ kind: 'number' as const, name, values });
  const matrix = {
    asOf: landmark,
    profiles: Int32Array.from({ length: count }, (_, place) => place + 1),
    table: {
      rows: count,
      columns: [
        number('z', z),
        number(
          'echo',
          z.map((own) => own + 0.3 * randomNormal(random)),
        ),
        number(
          'noise',
          z.map(() => randomNormal(random)),
        ),
      ],
    },
  };
  const found = hazardsOf(spells, { ...matrix, starts: [] }, landmark, at, words);
  expect(found?.covariates.map(({ name }) => name)).toEqual(['z']);
  const [first] = found?.covariates ?? [];
  // Those who still ran at the landmark are calmer than all: their standard deviation of z is below 1, so the ratio for one of it lies below e^0.8 = 2.23.
  const own = (first?.step ?? 1) * 0.8;
  expect(first?.low).toBeLessThan(Math.exp(own));
  expect(first?.high).toBeGreaterThan(Math.exp(own));
  expect(found?.concordance).toBeGreaterThan(0.62);
});

// The rate is .004 · e^(0.8 z) a day, and the plan a bad guess at z: it was there first and tells much alone, but nothing beside z.
test('what is surest is told first, and what may make no difference last, in whichever order they were found', () => {
  const random = seededRandom(4);
  const count = 1200;
  const z = Float64Array.from({ length: count }, () => randomNormal(random));
  const age = Float64Array.from({ length: count }, () => 1 + 364 * random());
  const lasts = z.map((own) => -Math.log(1 - random()) / (0.004 * Math.exp(0.8 * own)));
  const profile = Float64Array.from({ length: count }, (_, place) => place + 1);
  const spells = {
    profile,
    age,
    duration: lasts.map((days, place) => Math.min(days, age[place] ?? 0)),
    ended: lasts.map((days, place) => (days < (age[place] ?? 0) ? 1 : 0)),
  };
  const starts = [{ name: 'plan', levels: ['Flex', 'Annual'], codes: Int32Array.from(z, (own) => (own + randomNormal(random) > 0 ? 0 : 1)) }];
  const at = instant(Date.UTC(2026, 0, 1) * 1000);
  const known = { profiles: Int32Array.from(profile), table: { rows: count, columns: [{ kind: 'number' as const, name: 'z', values: z }] }, starts };
  const covariates = hazardsOf(spells, known, landmarkOf(spells, at), at, words)?.covariates ?? [];
  expect(covariates.map(({ name }) => name)).toEqual(['z', 'plan']);
  expect(covariates.map(({ low, high }) => low <= 1 && high >= 1)).toEqual([false, true]);
  expect(covariates[1]?.sentence).toContain('may be no different from that of the others (between ');
});

// Three pairs of which it is known who ended first: (1, 2), (1, 3), (2, 3); the third was only watched. Scores order two of them rightly.
test('concordance by hand', () => {
  expect(concordance({ duration: [5, 8, 9], ended: [1, 1, 0] }, [3, 1, 2])).toBeCloseTo(2 / 3, 12);
});

test('fewer than thirty ends are not looked into', () => {
  const few = Float64Array.of(40, 50);
  const at = instant(Date.UTC(2026, 0, 1) * 1000);
  const spells = { profile: Float64Array.of(1, 2), age: few, duration: few, ended: Float64Array.of(0, 0) };
  const known = { profiles: Int32Array.of(1, 2), table: { rows: 2, columns: [] }, starts: [] };
  expect(hazardsOf(spells, known, landmarkOf(spells, at), at, words)).toBeNull();
});
