import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultWorkspace, instant, localDate, parseInstant, startOfPeriod } from '../../core/index.ts';
import { insightContext, type WatchedSeries } from '../../insight/index.ts';
import { openDuckdb, type Warehouse } from '../../warehouse/index.ts';
import { segmentAgainstForecast } from './against-forecast.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openDuckdb(':memory:', { threads: 1 });
});
afterAll(async () => warehouse.close());

const workspace = { ...defaultWorkspace, zone: 'UTC' };
const now = parseInstant('2026-06-29T00:00:00Z') ?? instant(0);
const nothing = { revenue: 0, orders: 0, customers: 0, new_customers: 0 };

/** The newest week last, each of the size given. */
function ofSizes(sizes: readonly number[]) {
  const weeks = sizes.map((_, at) => {
    const start = startOfPeriod(now, 'UTC', 'week', at - sizes.length, workspace.weekStart);
    const end = startOfPeriod(start, 'UTC', 'week', 1, workspace.weekStart);
    return { start, end, starts: localDate(start, 'UTC'), ends: localDate(instant(end - 1), 'UTC'), values: nothing };
  });
  const points = weeks.map(({ starts, end }, at) => ({ starts, end, value: sizes[at] ?? 0 }));
  const subject = { type: 'segment', id: 'regulars', name: 'Regulars' } as const;
  const series: WatchedSeries = { key: 'segment:regulars:size', subject, measure: 'size', label: 'people in Regulars', unit: 'people', points };
  return segmentAgainstForecast(insightContext(warehouse, workspace, now), series, weeks);
}

// Around a hundred, as a die would have it: never more than four from it.
const steady = [101, 98, 103, 99, 100, 97, 102, 104, 96, 100, 99, 103, 101, 98, 100, 102, 97, 101, 99];

test('a segment that goes on as it was is not told', async () => {
  expect(await ofSizes([...steady, 102])).toBeUndefined();
  // Outside of nineteen in twenty, but not by as much again: of dozens of segments some are that far every week.
  expect(await ofSizes([...steady, 105])).toBeUndefined();
});

test('a segment that clearly left what was foretold is told with both numbers', async () => {
  const told = await ofSizes([...steady, 140]);
  expect(told).toMatchObject({
    key: 'forecast:segment:regulars:2026-06-22',
    kind: 'forecast',
    title: 'Regulars came out larger than foretold',
    subject: { type: 'segment', id: 'regulars' },
    figure: { unit: 'people', actual: 140 },
  });
  expect(told?.sentence).toMatch(/^At the end of the week of 22 June 2026 it held 140 customers; \d+ to 1\d\d was foretold for nineteen weeks in twenty \(/);
  expect((await ofSizes([...steady, 60]))?.title).toBe('Regulars came out smaller than foretold');
});

test('too few weeks, and changes of a handful of people, are nothing to tell', async () => {
  expect(await ofSizes([100, 101, 99, 180])).toBeUndefined();
  expect(await ofSizes([...steady.map(() => 3), 7])).toBeUndefined();
});
