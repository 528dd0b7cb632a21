import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeBigShop } from '../shop/big.ts';
import { type Measurement, measurement } from './measurement.ts';
import { runClientele, runScript, succeed } from './run-process.ts';
import type { BenchSettings } from './settings.ts';

type Report = { readonly rows: number; readonly accepted: number; readonly rejected: number; readonly seconds: number };

/** Online Retail, 541,909 lines: from a gzipped file to evaluated built-in segments, in one command. */
export async function measureOnlineRetail({ folder, datasets }: BenchSettings): Promise<readonly Measurement[]> {
  if (datasets === undefined) {
    process.stderr.write('online-retail: not run, the file is absent (UCI Machine Learning Repository, dataset 352)\n');
    return [];
  }
  const file = join(datasets, 'online-retail/online_retail.csv.gz');
  const { run, report, baseline, data } = await importOnce(folder, 'online-retail', file, ['--as-of', '2011-12-10']);
  const list = await succeed(runClientele('segments', 'list', '--json', '--as-of', '2011-12-10', '--data', data));
  const segments = JSON.parse(list.output) as readonly { readonly slug: string; readonly members: number }[];
  rmSync(data, { recursive: true });
  return [
    measurement({
      name: 'online-retail',
      what: 'import of 541,909 lines to evaluated built-in segments, whole process',
      value: run.seconds,
      unit: 's',
      baseline: { what: 'DuckDB alone: same file into a typed table on disk', value: baseline.seconds },
      peakMegabytes: run.peakMegabytes,
      cpuSeconds: run.cpuSeconds,
      limits: { atMost: 6, ratioAtMost: 8, peakAtMost: 1024 },
      details: {
        rows: report.rows,
        rejected: report.rejected,
        segments: segments.length,
        baseline_cpu_seconds: baseline.cpuSeconds,
        segments_list_seconds: list.seconds,
      },
    }),
  ];
}

/** A generated shop: 1 M orders of 200 k customers, 2.5 lines each. */
export async function measureOrders({ folder, shrink, seed }: BenchSettings): Promise<readonly Measurement[]> {
  const orders = 1_000_000 / shrink;
  const shop = join(folder, 'orders-shop');
  mkdirSync(shop, { recursive: true });
  await makeBigShop({ customers: 200_000 / shrink, orders, events: 0, seed, end: '2026-06-30', format: 'csv' }, shop);
  const { run, report, baseline, data } = await importOnce(folder, 'orders', join(shop, 'orders.csv'), ['--no-refresh']);
  const refresh = await succeed(runClientele('refresh', '--as-of', '2026-07-01', '--json', '--data', data));
  rmSync(data, { recursive: true });
  rmSync(shop, { recursive: true });
  return [
    measurement({
      name: 'orders-1m',
      what: `import of ${orders.toLocaleString('en-GB')} orders (${report.rows.toLocaleString('en-GB')} lines), whole process`,
      value: run.seconds,
      unit: 's',
      baseline: { what: 'DuckDB alone: same file into a typed table on disk', value: baseline.seconds },
      peakMegabytes: run.peakMegabytes,
      cpuSeconds: run.cpuSeconds,
      limits: { atMost: 20 },
      details: {
        rejected: report.rejected,
        baseline_cpu_seconds: baseline.cpuSeconds,
        refresh_seconds: refresh.seconds,
        refresh_peak_megabytes: Math.round(refresh.peakMegabytes),
      },
    }),
  ];
}

/** Web and e-mail events, 10 M rows in order of arrival. */
export async function measureEvents({ folder, shrink, seed }: BenchSettings): Promise<readonly Measurement[]> {
  const events = 10_000_000 / shrink;
  const shop = join(folder, 'events-shop');
  mkdirSync(shop, { recursive: true });
  await makeBigShop({ customers: 200_000 / shrink, orders: 0, events, seed, end: '2026-06-30', format: 'csv' }, shop);
  const { run, report, baseline, data } = await importOnce(folder, 'events', join(shop, 'events.csv'), ['--no-refresh']);
  rmSync(data, { recursive: true });
  rmSync(shop, { recursive: true });
  return [
    measurement({
      name: 'events-10m',
      what: `import of ${events.toLocaleString('en-GB')} events, whole process`,
      value: report.accepted / run.seconds,
      unit: 'rows/s',
      baseline: { what: 'DuckDB alone: same file into a typed table on disk', value: report.rows / baseline.seconds },
      peakMegabytes: run.peakMegabytes,
      cpuSeconds: run.cpuSeconds,
      limits: { atLeast: 400_000 },
      details: { seconds: run.seconds, baseline_seconds: baseline.seconds, rejected: report.rejected, baseline_cpu_seconds: baseline.cpuSeconds },
    }),
  ];
}

async function importOnce(folder: string, which: string, file: string, flags: readonly string[]) {
  const data = join(folder, `${which}-data`);
  const database = join(folder, `${which}-baseline.duckdb`);
  for (const path of [data, database]) rmSync(path, { recursive: true, force: true });
  await succeed(runClientele('init', '--data', data));
  const baseline = await runScript('baseline-load.ts', which, file, database);
  const run = await succeed(runClientele('import', file, '--json', '--data', data, ...flags));
  rmSync(database);
  const report = firstReport(JSON.parse(run.output));
  const { rows } = baseline.answer as { readonly rows: number };
  if (report.rows !== rows) throw new Error(`${which}: ${report.rows} rows imported, ${rows} in the file`);
  return { run, baseline, data, report };
}

const firstReport = (parsed: unknown): Report =>
  (Array.isArray(parsed) ? (parsed as readonly Report[])[0] : (parsed as Report)) ?? { rows: 0, accepted: 0, rejected: 0, seconds: 0 };
