import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readSetting, writeSetting } from '../control/index.ts';
import { ClienteleError } from '../core/index.ts';
import { sql } from '../sql/index.ts';
import { importAll } from './import-all.ts';
import { undoImportById } from './imports.ts';
import type { App } from './open.ts';
import { refreshAll } from './refresh.ts';
import { writeWorkspace } from './workspace.ts';

const key = 'example-shop';
/** What was before, to come back to. */
type Loaded = { readonly imports: readonly string[]; readonly workspace: App['workspace'] };

export async function exampleShopLoaded(app: App): Promise<boolean> {
  return ((await readSetting(app.control, key)) as Loaded | null | undefined) !== undefined && (await readSetting(app.control, key)) !== null;
}

/**
 * Fills an empty workspace with The Daily Grind, an invented coffee roaster, seen from the day after its newest fact.
 * Throws `example.not-empty` where there is data already.
 */
export async function loadExampleShop(app: App, folder: string): Promise<void> {
  const held = await app.warehouse.row(sql`select profile from profiles limit 1`);
  if (held !== undefined) throw new ClienteleError('example.not-empty');
  const workspace = { ...app.workspace, name: 'The Daily Grind', currency: 'GBP', zone: 'Europe/London', country: 'GB', present: 'latest' as const };
  await writeWorkspace(app.control, workspace);
  const shop = { ...app, workspace };
  const files = (await readdir(folder)).filter((name) => name.endsWith('.csv')).map((name) => join(folder, name));
  const nothingSaid = {
    query: undefined,
    format: undefined,
    read: {},
    kind: undefined,
    source: undefined,
    preset: undefined,
    map: {},
    options: {},
    mappingFile: undefined,
  };
  const { reports } = await importAll(shop, { ...nothingSaid, inputs: files, saveMapping: undefined, dryRun: false });
  await writeSetting(app.control, key, { imports: reports.flatMap((report) => report.import ?? []), workspace: app.workspace } satisfies Loaded);
  await refreshAll(shop, undefined);
}

/** Takes the example's imports back and gives the workspace its own settings again. */
export async function removeExampleShop(app: App): Promise<void> {
  const loaded = (await readSetting(app.control, key)) as Loaded | null | undefined;
  if (loaded === undefined || loaded === null) return;
  for (const id of loaded.imports.toReversed()) {
    const row = await app.control.selectFrom('imports').select('status').where('id', '=', id).executeTakeFirst();
    if (row?.status === 'done') await undoImportById(app, id, undefined);
  }
  await writeWorkspace(app.control, loaded.workspace);
  await writeSetting(app.control, key, null);
}
