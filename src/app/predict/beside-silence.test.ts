import { expect, test } from 'vitest';
import { besideSilence } from './beside-silence.ts';

// A subscriber of every 28 days who has been quiet for 77, as two models see them.
const value = {
  chances: [
    { days: 30, probability: 0.52 },
    { days: 90, probability: 0.68 },
  ],
  because: ['They ordered every 28 days on average.'],
};
const silence = (probability: number, horizon: number | null = 63) => ({ title: 'Who will stay away', probability, horizon_days: horizon });

test('a chance that the rhythm of the customer speaks against is told beside it', () => {
  const said =
    'These chances take orders to come at random. “Who will stay away” knows their rhythm, too: by that an order within 63 days is 5% likely. Go by that.';
  expect(besideSilence(value, silence(0.95))).toEqual({ ...value, because: [...value.because, said] });
  expect(besideSilence(value, silence(0.1)).because).toHaveLength(2);
});

test('what lies between the chances of a shorter and of a longer time contradicts nothing, nor does what nobody foretells', () => {
  for (const away of [0.24, 0.4, 0.56]) expect(besideSilence(value, silence(away))).toBe(value);
  expect(besideSilence(value, undefined)).toBe(value);
  expect(besideSilence(value, silence(0.95, null))).toBe(value);
});
