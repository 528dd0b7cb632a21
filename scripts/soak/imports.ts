import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runClientele, succeed } from '../bench/run-process.ts';
import { sql } from '../../src/sql/index.ts';
import { openDuckdb } from '../../src/warehouse/index.ts';
import { makeBigShop } from '../shop/big.ts';

export type ImportsReport = {
  readonly orders: number;
  /** `orders`: those recorded, whether they count or not. */
  readonly runs: readonly {
    readonly seconds: number;
    readonly cpuSeconds: number;
    readonly peakMegabytes: number;
    readonly warehouseMegabytes: number;
    readonly orders: number;
  }[];
  /** Orders that the workspace holds at the end, of all imports. */
  readonly kept: number;
};

/**
 * Imports of shops of as many orders each, one after the other into one workspace, each in a process of its own with its segments evaluated. What has to stay: an
 * import takes no more memory because of those before it than the facts are more, and the file grows by what each brings, not by copies of what was there.
 */
export async function importAgainAndAgain(folder: string, times: number, orders: number, say: (text: string) => void): Promise<ImportsReport> {
  const data = join(folder, 'data');
  await succeed(runClientele('init', '--data', data));
  const runs: ImportsReport['runs'][number][] = [];
  for (let time = 1; time <= times; time += 1) {
    const shop = join(folder, `shop-${time}`);
    mkdirSync(shop, { recursive: true });
    await makeBigShop({ customers: Math.ceil(orders / 5), orders, events: 0, seed: time, end: '2026-06-30', format: 'csv' }, shop);
    const run = await succeed(runClientele('import', join(shop, 'orders.csv'), '--source', `shop-${time}`, '--as-of', '2026-07-01', '--json', '--data', data));
    rmSync(shop, { recursive: true });
    const report = JSON.parse(run.output) as { readonly created: number };
    const warehouseMegabytes = Math.round(statSync(join(data, 'warehouse.duckdb')).size / 2 ** 20);
    const peakMegabytes = Math.round(run.peakMegabytes);
    runs.push({ seconds: run.seconds, cpuSeconds: run.cpuSeconds, peakMegabytes, warehouseMegabytes, orders: report.created });
    say(
      `import ${time}: ${run.seconds.toFixed(1)} s (${run.cpuSeconds.toFixed(1)} s of processor), peak ${peakMegabytes} MB, warehouse ${warehouseMegabytes} MB`,
    );
  }
  return { orders, runs, kept: await ordersIn(join(data, 'warehouse.duckdb')) };
}

async function ordersIn(file: string): Promise<number> {
  const warehouse = await openDuckdb(file);
  const row = await warehouse.row<{ orders: number }>(sql`select count(*)::INTEGER as orders from (select distinct source, order_id from orders)`);
  await warehouse.close();
  return row?.orders ?? 0;
}

/** All orders of all imports are there. The file is at most twice what so many imports like the first would make; the last peak at most twice the second (the first finds nothing there). */
export function staysInBounds({ orders, runs, kept }: ImportsReport): boolean {
  const [first, second, last] = [runs[0], runs[1] ?? runs[0], runs.at(-1)];
  if (first === undefined || second === undefined || last === undefined) return false;
  const isWhole = runs.every((run) => run.orders === orders) && kept === runs.length * orders;
  return isWhole && last.warehouseMegabytes <= 2 * runs.length * first.warehouseMegabytes && last.peakMegabytes <= 2 * second.peakMegabytes;
}
