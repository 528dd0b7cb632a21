import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeBigShop } from '../shop/big.ts';
import { type Measurement, measurement } from './measurement.ts';
import { runClientele, runScript, succeed } from './run-process.ts';
import { type Served, serveFolder } from './served.ts';
import type { BenchSettings } from './settings.ts';

const rounds = 24;
/** What a person looks at: each asked `rounds` times, with other parameters where the screen has them. */
const reads: readonly ((round: number) => string)[] = [
  () => '/session',
  () => '/segments',
  () => '/jobs',
  () => '/imports',
  () => '/vocabulary',
  () => '/lifecycle',
  (round) => `/customers?limit=50&sort=${['spent', 'orders', 'recent', 'name'][round % 4]}`,
  (round) => `/customers/${1 + round * 797}`,
  (round) => `/segments/${['champions', 'loyal-customers', 'at-risk', 'hibernating'][round % 4]}`,
  (round) => `/home/figures?from=2026-0${1 + (round % 6)}-01&to=2026-0${1 + (round % 6)}-28`,
  () => '/home/next-steps',
  () => '/insights/rfm',
  () => '/insights/when',
];

/** The API on a shop of 1 M orders and 200 k customers: reads one after another, and searches as somebody types. */
export async function measureApi({ folder, shrink, seed }: BenchSettings): Promise<readonly Measurement[]> {
  const orders = 1_000_000 / shrink;
  const shop = join(folder, 'api-shop');
  const data = join(folder, 'api-data');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(shop, { recursive: true });
  await makeBigShop({ customers: 200_000 / shrink, orders, events: 0, seed, end: '2026-06-30', format: 'csv' }, shop);
  await succeed(runClientele('init', '--data', data, '--present', 'latest'));
  await succeed(runClientele('import', shop, '--json', '--data', data));
  rmSync(shop, { recursive: true });
  const served = await serveFolder(data);
  try {
    // What the server computes by itself after a start is not what people wait for; the first answers stand beside the figure.
    const first = Object.fromEntries(
      await inTurn(
        reads.map((read) => read(0)),
        async (path) => [path, round(await took(served, path))] as const,
      ),
    );
    const times: Record<string, number[]> = {};
    for (let round = 0; round < rounds; round += 1) {
      for (const read of reads) {
        const path = read(round);
        (times[path.replace(/[?\d].*/, '')] ??= []).push(await took(served, path));
      }
    }
    const searches: number[] = [];
    for (const text of typed) searches.push(await took(served, `/customers?limit=20&search=${encodeURIComponent(text)}`));
    const all = Object.values(times).flat();
    const slowest = Object.fromEntries(
      Object.entries(times).map(([path, each]) => [path, { median: round(quantile(each, 0.5)), most: round(Math.max(...each)) }]),
    );
    return [
      measurement({
        name: 'api-reads',
        what: `p95 of ${all.length} reads over HTTP, ${orders.toLocaleString('en-GB')} orders`,
        value: quantile(all, 0.95),
        unit: 'ms',
        peakMegabytes: served.peakMegabytes(),
        limits: { atMost: 100 },
        details: { ...slowest, first_answers: first },
      }),
      measurement({
        name: 'customer-search',
        what: 'p95 of a search by part of a name, e-mail or id, as it is typed',
        value: quantile(searches, 0.95),
        unit: 'ms',
        limits: { atMost: 150 },
        details: { searches: searches.length, median: round(quantile(searches, 0.5)) },
      }),
    ];
  } finally {
    await served.stop();
    rmSync(data, { recursive: true });
  }
}

/** Live counts while somebody edits a definition: 20 M events, 200 k customers; each text is one more keystroke's worth of change. */
export async function measureLivePreview({ folder, shrink, seed }: BenchSettings): Promise<readonly Measurement[]> {
  const data = join(folder, 'live-data');
  rmSync(data, { recursive: true, force: true });
  const events = 20_000_000 / shrink;
  await succeed(runClientele('init', '--data', data, '--present', 'latest'));
  await runScript('segments-load.ts', join(data, 'warehouse.duckdb'), String(200_000 / shrink), String(events), String(seed));
  await succeed(runClientele('refresh', '--data', data));
  const served = await serveFolder(data);
  try {
    const times: number[] = [];
    for (const text of edits) {
      const began = performance.now();
      await served.post('/preview/detail', { text });
      times.push(performance.now() - began);
    }
    return [
      measurement({
        name: 'live-preview',
        what: `p95 of a preview while a definition is edited, ${events.toLocaleString('en-GB')} events`,
        value: quantile(times, 0.95) / 1000,
        unit: 's',
        peakMegabytes: served.peakMegabytes(),
        limits: { atMost: 1 },
        details: { first: round(times[0] ?? 0), median: round(quantile(times, 0.5)), edits: times.length },
      }),
    ];
  } finally {
    await served.stop();
    rmSync(data, { recursive: true });
  }
}

const typed = [
  'c0',
  'c01',
  'c012',
  'ann',
  'anna',
  'mar',
  'mart',
  'smith',
  'jo',
  'john',
  'example.org',
  '@',
  '4477',
  'c0123',
  'zzzz',
  'ro',
  'rosa',
  'li',
  '99',
  'ber',
];

const edits = [
  'country = "GB"',
  'country = "GB" and count("Product Viewed" in last 90 days) >= 1',
  'country = "GB" and count("Product Viewed" in last 90 days) >= 3',
  'country = "GB" and count("Product Viewed" where category = "Espresso" in last 90 days) >= 3',
  'country = "GB" and count("Product Viewed" where category = "Espresso" in last 60 days) >= 3',
  'country = "GB" and count("Product Viewed" where category = "Espresso" in last 60 days) >= 3 and count("Email Opened" in last 30 days) = 0',
  'country = "IE" and count("Product Viewed" where category = "Espresso" in last 60 days) >= 3 and count("Email Opened" in last 30 days) = 0',
  'country = "IE" and count("Product Viewed" where category = "Espresso" in last 60 days) >= 2 and count("Email Opened" in last 30 days) = 0',
  'country = "IE" and (count("Product Viewed" where category = "Espresso" in last 60 days) >= 2 or count("Email Clicked") >= 1)',
  'country = "IE" and (count("Product Viewed" where category = "Espresso" in last 60 days) >= 2 or count("Email Clicked" in last 7 days) >= 1)',
  'not country = "IE" and count("Email Clicked" in last 7 days) >= 1',
  'not country = "IE" and count("Email Clicked" in last 14 days) >= 2',
];

async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> {
  const found: R[] = [];
  for (const one of all) found.push(await work(one));
  return found;
}

async function took(served: Served, path: string): Promise<number> {
  const began = performance.now();
  await served.get(path);
  return performance.now() - began;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const round = (value: number): number => Math.round(value * 10) / 10;
