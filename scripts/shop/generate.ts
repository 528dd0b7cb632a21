import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeShop } from './shop.ts';

/**
 * Makes The Daily Grind, a coffee roaster selling online, of any size:
 *
 *   node scripts/shop/generate.ts --customers 1200 --seed 1 --end 2026-06-30 --out examples/daily-grind
 *   node scripts/shop/generate.ts --customers 200000 --orders 1000000 --events 10000000 --format parquet --out /tmp/big
 *
 * With --orders or --events the files come straight from DuckDB, larger and plainer; without, every customer is a story
 * of their own and `FOLDER-truth.json` beside the folder says how it really was; `FOLDER-club` holds its club and its experiment.
 */
const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '1200' },
    seed: { type: 'string', default: '1' },
    end: { type: 'string', default: '2026-06-30' },
    out: { type: 'string' },
    orders: { type: 'string' },
    events: { type: 'string' },
    format: { type: 'string', default: 'csv' },
  },
});

const out = values.out;
if (out === undefined) throw new Error('--out FOLDER is needed');
mkdirSync(out, { recursive: true });
const plan = { customers: Number(values.customers), seed: Number(values.seed), end: values.end };
if (values.orders !== undefined || values.events !== undefined) {
  const { makeBigShop } = await import('./big.ts');
  await makeBigShop(
    { ...plan, orders: Number(values.orders ?? 0), events: Number(values.events ?? 0), format: values.format === 'parquet' ? 'parquet' : 'csv' },
    out,
  );
} else {
  const { files, truth, club } = makeShop(plan);
  const write = (folder: string, made: ReadonlyMap<string, string>, told: string): void => {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of made) writeFileSync(join(folder, name), text);
    writeFileSync(`${folder}-truth.json`, told);
  };
  write(resolve(out), files, truth);
  write(`${resolve(out)}-club`, club.files, club.truth);
}
