import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readSetting, writeSetting } from '../control/index.ts';
import type { ImportReport } from '../contract/index.ts';
import { ClienteleError } from '../core/index.ts';
import { listSegments } from '../segments/index.ts';
import { sql } from '../sql/index.ts';
import { nothingSaid } from './nothing-said.ts';
import { importAll } from './import-all.ts';
import { takeImportBack } from './imports.ts';
import type { App } from './open.ts';
import { noProgress } from './progress.ts';
import { refreshAll } from './refresh.ts';
import { createSegmentFrom, deleteSegmentBySlug } from './segment-changes.ts';
import { readWorkspace, writeWorkspace } from './workspace.ts';

const key = 'example-shop';
/** What was before, to come back to; `loading` until everything is in. */
type Loaded = {
  readonly imports: readonly string[];
  readonly workspace: App['workspace'];
  readonly loading?: boolean;
  readonly segments?: readonly string[];
};

/** Who got the letter of the example's experiment and who did not, by chance: what an uplift is asked of. */
const experiment = [
  { name: 'Got the tasting letter', text: 'tasting_letter = "sent"' },
  { name: 'Held back from the tasting letter', text: 'tasting_letter = "held back"' },
] as const;

/** A list of its own: from the shop's own source it would stand for what the shop says of each customer, names and all. */
const clubSource = 'club';

const readLoaded = async (app: App): Promise<Loaded | undefined> => ((await readSetting(app.control, key)) as Loaded | null | undefined) ?? undefined;

export async function exampleShopLoaded(app: App): Promise<boolean> {
  const loaded = await readLoaded(app);
  return loaded !== undefined && loaded.loading !== true;
}

/**
 * Fills an empty workspace with The Daily Grind, an invented coffee roaster, seen from the day after its newest fact. All of it or nothing: what an
 * earlier try left behind when the server ended is taken back first. With the folder of its `club` there are subscriptions and an experiment too, with a segment for each of its two groups. Throws
 * `example.not-empty` where there is data already.
 */
export async function loadExampleShop(app: App, folder: string, club?: string): Promise<void> {
  const quiet = { ...app, effects: { ...app.effects, progress: noProgress } };
  if ((await readLoaded(app))?.loading === true) await removeAll(quiet);
  const held = await app.warehouse.row(sql`select profile from profiles limit 1`);
  if (held !== undefined) throw new ClienteleError('example.not-empty');
  const before = await readWorkspace(app.control);
  const workspace = { ...before, name: 'The Daily Grind', currency: 'GBP', zone: 'Europe/London', country: 'GB', present: 'latest' as const };
  await writeSetting(app.control, key, { imports: [], workspace: before, loading: true } satisfies Loaded);
  try {
    await writeWorkspace(app.control, workspace);
    const shop = { ...app, workspace };
    const reports = [...(await importShop(shop, folder)), ...(club === undefined ? [] : await importShop(shop, club, clubSource))];
    await refreshAll(shop, undefined);
    const segments = club === undefined ? [] : await experimentSegments(shop);
    await writeSetting(app.control, key, { imports: reports.flatMap((report) => report.import ?? []), workspace: before, segments } satisfies Loaded);
  } catch (error) {
    await removeAll(quiet);
    throw error;
  }
}

async function importShop(shop: App, folder: string, source?: string): Promise<readonly ImportReport[]> {
  const inputs = (await readdir(folder)).filter((name) => name.endsWith('.csv')).map((name) => join(folder, name));
  return (await importAll(shop, { ...nothingSaid, inputs, ...(source === undefined ? {} : { source }) })).reports;
}

async function experimentSegments(shop: App): Promise<readonly string[]> {
  const slugs: string[] = [];
  for (const wish of experiment) {
    const nothing = { slug: undefined, note: undefined, author: undefined, asOf: undefined };
    slugs.push((await createSegmentFrom(shop, { ...wish, ...nothing, folder: 'Experiments' })).slug);
  }
  return slugs;
}

/** The workspace was empty before: whatever has been imported meanwhile is the shop's. */
async function removeAll(app: App): Promise<void> {
  const loaded = await readLoaded(app);
  const rows = await app.control.selectFrom('imports').select('id').where('status', '=', 'done').orderBy('batch', 'desc').execute();
  for (const { id } of rows) await takeImportBack(app, id);
  if (loaded !== undefined) await writeWorkspace(app.control, loaded.workspace);
  await writeSetting(app.control, key, null);
}

/** Takes the example's imports back and gives the workspace its own settings again. */
export async function removeExampleShop(app: App): Promise<void> {
  const loaded = await readLoaded(app);
  if (loaded === undefined) return;
  const kept = new Set((await listSegments(app.control)).map(({ slug }) => slug));
  for (const slug of loaded.segments ?? []) if (kept.has(slug)) await deleteSegmentBySlug(app, slug);
  for (const id of loaded.imports.toReversed()) {
    const row = await app.control.selectFrom('imports').select('status').where('id', '=', id).executeTakeFirst();
    if (row?.status === 'done') await takeImportBack(app, id);
  }
  await writeWorkspace(app.control, loaded.workspace);
  await writeSetting(app.control, key, null);
  await refreshAll({ ...app, workspace: loaded.workspace }, undefined);
}
