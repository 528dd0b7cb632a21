import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type App, approveModelVersion, loadExampleShop, openApp, realEffects, trainModel, writeForesightSettings } from '../../src/app/index.ts';
import { sql } from '../../src/sql/index.ts';
import { mean, standardDeviation } from '../../src/stats/index.ts';
import type { Attainable } from './attainable.ts';
import { foundIn } from './found-in.ts';
import { silenceLearnt, typesLearnt } from './learnt.ts';

/**
 * How well models find what was planted, beside what is attainable, on shops that nothing was made for:
 *
 *   node scripts/shop/generate.ts --seed 2 --out /tmp/shops/2
 *   node scripts/shop/compare.ts /tmp/shops/2 /tmp/shops/3
 *
 * prints a line for each shop, then for each figure the mean difference from what is attainable with its standard error over the shops.
 */
type Figure = { readonly what: string; readonly ours: number; readonly learnt: number | null; readonly attainable: number };
type Truth = {
  readonly summary: { readonly attainable: Attainable };
  readonly customers: readonly { readonly customer_id: string; readonly type?: string; readonly favourite_category?: string }[];
};
const span = 63;

export async function compared(app: App, truth: Truth): Promise<readonly Figure[]> {
  const { attainable } = truth.summary;
  await writeForesightSettings(app.control, { fairness: [], retrain_days: null, retrain_on_drift: false, churn_days: span, next_order_days: 28 });
  const figureOf = async (model: string, measure: string): Promise<number> =>
    (await trainModel(app, model, { asOf: undefined, approve: false })).quality.find((own) => own.measure === measure)?.value ?? Number.NaN;
  const [silence, taste] = [await figureOf('churn', 'auc'), await figureOf('recommendations', 'ndcg')];
  await approveModelVersion(app, 'recommendations', { asOf: undefined });
  await trainModel(app, 'groups', { asOf: undefined, approve: false });
  await approveModelVersion(app, 'groups', { asOf: undefined });
  const rows = await app.warehouse.rows<{ id: string; profile: number; number: number | null; category: string | null; leaning: string | null }>(sql`
    select i.value as id, profile, f.cluster_group as number, f.favourite_category as category, f.predicted_category as leaning from features f join identifiers i using (profile) where i.namespace = 'customer_id'`);
  const known = new Map(truth.customers.map((own) => [own.customer_id, own]));
  const typed = rows.flatMap(({ id, profile, number }) => {
    const type = known.get(id)?.type;
    return type === undefined || number === null ? [] : [{ type, profile, number }];
  });
  const tasted = rows.filter(({ id, category }) => category !== null && known.get(id)?.favourite_category !== undefined);
  const { share: right, rand: alike } = foundIn(
    typed.map(({ number }) => number),
    typed.map(({ type }) => type),
  );
  return [
    { what: 'silence, AUC', ours: silence, learnt: await silenceLearnt(app, span), attainable: attainable.silence_63d_auc },
    {
      what: 'favourites',
      ours: tasted.filter(({ id, leaning }) => known.get(id)?.favourite_category === leaning).length / tasted.length,
      learnt: null,
      attainable: attainable.favourite_category,
    },
    {
      what: 'by lines alone',
      ours: tasted.filter(({ id, category }) => known.get(id)?.favourite_category === category).length / tasted.length,
      learnt: null,
      attainable: attainable.favourite_category,
    },
    { what: 'taste, nDCG', ours: taste, learnt: null, attainable: attainable.taste_ndcg_63d },
    { what: 'types', ours: right, learnt: await typesLearnt(app, new Map(typed.map(({ profile, type }) => [profile, type]))), attainable: attainable.types },
    { what: 'in seven', ours: right, learnt: null, attainable: attainable.types_in_seven },
    { what: 'types, Rand', ours: alike, learnt: null, attainable: attainable.types_adjusted_rand },
    { what: 'in seven, Rand', ours: alike, learnt: null, attainable: attainable.types_in_seven_adjusted_rand },
  ];
}

async function comparedIn(shop: string): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-shop-'));
  const open = (create: boolean): Promise<App> =>
    openApp(
      folder,
      realEffects(() => undefined),
      create ? { create: {} } : {},
    );
  try {
    const first = await open(true);
    await loadExampleShop(first, shop);
    await first.close();
    const app = await open(false);
    const found = await compared(app, JSON.parse(readFileSync(`${shop}-truth.json`, 'utf8')) as Truth);
    await app.close();
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const all: (readonly Figure[])[] = [];
for (const shop of parseArgs({ allowPositionals: true }).positionals) {
  const found = await comparedIn(shop);
  all.push(found);
  const said = found.map(
    ({ what, ours, learnt, attainable }) => `${what} ${ours.toFixed(3)}${learnt === null ? '' : `/${learnt.toFixed(3)}`}/${attainable.toFixed(3)}`,
  );
  process.stdout.write(`${shop}: ${said.join('  ')}\n`);
}
for (const [place, { what }] of (all[0] ?? []).entries()) {
  const own = all.flatMap((figures) => figures[place] ?? []);
  const away = (from: readonly number[]): string =>
    `${mean(Float64Array.from(from)).toFixed(4)} ± ${(standardDeviation(Float64Array.from(from)) / Math.sqrt(from.length)).toFixed(4)}`;
  const toLearnt = own.flatMap(({ ours, learnt }) => (learnt === null ? [] : [ours - learnt]));
  process.stdout.write(
    `${what.padEnd(14)} ours − attainable ${away(own.map(({ ours, attainable }) => ours - attainable))}${toLearnt.length === 0 ? '' : `, ours − learnt ${away(toLearnt)}`}\n`,
  );
}
