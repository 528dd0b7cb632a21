import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultWorkspace, instant } from '../../src/core/index.ts';
import { applyValueModel, fitBgNbd, groupHistories } from '../../src/predict/index.ts';
import { sql } from '../../src/sql/index.ts';
import { seededRandom } from '../../src/stats/index.ts';
import { migrate, openDuckdb } from '../../src/warehouse/index.ts';
import { type Measurement, measurement } from './measurement.ts';
import { watchPeak } from './peak.ts';
import type { BenchSettings } from './settings.ts';
import { simulatedBuyers } from './simulated-buyers.ts';

/** Pasts of many customers, in weeks. */
type Pasts = { readonly repeats: Float64Array; readonly recency: Float64Array; readonly age: Float64Array };

/** The BG/NBD fitted on CDNOW's customers and on a million, beside numpy and scipy on the same pasts; and a million customers scored from their orders. */
export async function measureValue(settings: BenchSettings): Promise<readonly Measurement[]> {
  const customers = 1_000_000 / settings.shrink;
  const cdnow = settings.datasets === undefined ? undefined : readCdnow(join(settings.datasets, 'cdnow/cdnow_customers_summary_with_transactions.csv'));
  return [
    ...(cdnow === undefined ? [] : [measureFit(settings, 'BG/NBD on CDNOW', cdnow, { atMost: 0.15 })]),
    measureFit(settings, 'BG/NBD on a million customers', simulated(settings.seed, customers), { atMost: 5 }),
    await measureScores(settings.seed, customers, false),
    await measureScores(settings.seed, customers, true),
  ];
}

function measureFit(settings: BenchSettings, name: string, pasts: Pasts, limits: { readonly atMost: number }): Measurement {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const histories = groupHistories(pasts.repeats, pasts.recency, pasts.age);
  const { model, likelihood } = fitBgNbd(histories);
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const baseline = fitByScipy(settings, pasts);
  return measurement({
    name,
    what: 'pasts merged and four parameters fitted, first run of the process',
    value: seconds,
    unit: 's',
    ...(baseline === undefined ? {} : { baseline: { what: 'numpy and scipy, L-BFGS-B, best of three', value: baseline.seconds } }),
    cpuSeconds: used.user / 1e6,
    limits,
    details: {
      customers: pasts.repeats.length,
      rows: histories.weight.length,
      parameters: model,
      log_likelihood: likelihood.logLikelihood,
      baseline_log_likelihood: baseline?.log_likelihood ?? null,
    },
  });
}

/** Undefined where there is no python3 with scipy. */
function fitByScipy(settings: BenchSettings, { repeats, recency, age }: Pasts): { readonly seconds: number; readonly log_likelihood: number } | undefined {
  const file = join(settings.folder, 'pasts.f64');
  writeFileSync(file, Buffer.concat([repeats, recency, age].map((column) => new Uint8Array(column.buffer))));
  try {
    const answer = execFileSync('python3', [join(import.meta.dirname, 'bg_nbd_baseline.py'), file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return JSON.parse(answer) as { readonly seconds: number; readonly log_likelihood: number };
  } catch {
    return undefined;
  }
}

/** With `believed`, as in a shop in which a model of who stays away acts too: then each customer's chances go by what that says. */
async function measureScores(seed: number, customers: number, believed: boolean): Promise<Measurement> {
  const warehouse = await openDuckdb(':memory:');
  await migrate(warehouse);
  const profile: number[] = [];
  const day: number[] = [];
  let number = 0;
  for (const { days } of simulatedBuyers(seededRandom(seed), customers)) {
    number += 1;
    for (const one of days) {
      profile.push(number);
      day.push(one);
    }
  }
  await warehouse.loadNumbers('simulated', [
    { name: 'profile', values: Float64Array.from(profile) },
    { name: 'day', values: Float64Array.from(day) },
  ]);
  await warehouse.run(sql`insert into orders by name select 'bench' as source, row_number() over ()::VARCHAR as order_id, profile::INTEGER as profile,
    '2024-01-01 12:00:00'::TIMESTAMP + to_days(day::INTEGER) as ordered_at, false as is_return, true as counts, 10 + (hash(profile, day) % 4000) / 100 as total from simulated`);
  await warehouse.run(sql`create table features as select range::INTEGER as profile from range(1, ${customers + 1})`);
  const model = {
    orders: { kind: 'bg-nbd', r: 0.6, alpha: 12, a: 0.8, b: 2.4 },
    spend: { kind: 'gamma-gamma', p: 6, q: 4, gamma: 15 },
  } as const;
  const at = instant(Date.UTC(2026, 0, 1) * 1000);
  await warehouse.run(sql`create temp table silence as select profile, 0.05 + (hash(profile) % 900) / 1000 as v0 from features`);
  const silence = believed ? { table: 'silence', days: 63 } : undefined;
  const peak = watchPeak();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const scored = await applyValueModel(warehouse, model, { at, table: 'features', temporary: false, workspace: { ...defaultWorkspace, zone: 'UTC' }, silence });
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  await warehouse.close();
  return measurement({
    name: believed ? 'a million customers scored, where who stays away is known' : 'a million customers scored',
    what: 'orders to predicted traits in the features table',
    value: seconds,
    unit: 's',
    peakMegabytes: peak(),
    cpuSeconds: (used.user + used.system) / 1e6,
    limits: { atMost: 5, peakAtMost: 2048 },
    details: { customers: scored, orders: profile.length },
  });
}

function simulated(seed: number, customers: number): Pasts {
  const [repeats, recency, age] = [new Float64Array(customers), new Float64Array(customers), new Float64Array(customers)];
  let row = 0;
  for (const { days, end } of simulatedBuyers(seededRandom(seed), customers)) {
    const first = days[0] ?? 0;
    repeats[row] = days.length - 1;
    recency[row] = ((days.at(-1) ?? first) - first) / 7;
    age[row] = (end - first) / 7;
    row += 1;
  }
  return { repeats, recency, age };
}

function readCdnow(file: string): Pasts {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const column = (index: number): Float64Array => Float64Array.from(lines, (line) => Number(line.split(',')[index]));
  return { repeats: column(1), recency: column(2), age: column(3) };
}
