import { expect, test } from 'vitest';
import { instant, localDate, startOfPeriod } from '../../core/index.ts';
import { insightContext } from '../base/context.ts';
import { smallMoment, smallShop, smallWorkspace } from '../small-shop.ts';
import { forecast } from './forecast.ts';

/** Whole weeks of so much each, the newest the one before the small shop's moment. */
const weeksOf = (values: readonly number[]) =>
  values.map((value, place) => {
    const { zone, weekStart } = smallWorkspace;
    const start = startOfPeriod(smallMoment, zone, 'week', place - values.length, weekStart);
    const end = startOfPeriod(start, zone, 'week', 1, weekStart);
    return { start, end, starts: localDate(start, zone), ends: localDate(instant(end - 1), zone), value, reconstructed: false };
  });

test('a forecast names the week that it begins with: the one that runs', async () => {
  const context = insightContext(await smallShop(1, []), smallWorkspace, smallMoment);
  const running = startOfPeriod(smallMoment, smallWorkspace.zone, 'week', 0, smallWorkspace.weekStart);
  const { sentence, points } = await forecast(
    context,
    { weeks: weeksOf([10, 11, 9, 10, 12, 10, 9, 11, 10, 10]), running: undefined },
    { measure: 'orders', segment: undefined, weeks: 4 },
  );
  expect(points[0]?.starts).toBe(localDate(running, smallWorkspace.zone));
  expect(sentence).toMatch(/^Orders in the week of \d{1,2} June 2026: about 10, four times in five between \d+ and \d+\. The next 4 weeks together about 4\d/);
  const few = await forecast(context, { weeks: weeksOf([10]), running: undefined }, { measure: 'segment', segment: { slug: 'tea', name: 'Tea' }, weeks: 4 });
  expect(few.sentence).toBe('The size of Tea can not be foretold yet: that takes two whole weeks of facts, and there is 1.');
});
