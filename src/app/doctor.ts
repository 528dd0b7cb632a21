import { existsSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { ident, sql } from '../sql/index.ts';
import { counter, schemaVersion } from '../warehouse/index.ts';
import type { App } from './open.ts';

/** One thing looked at: what, how it stands, and what to do when it is not well. */
export type Finding = { readonly check: string; readonly status: 'ok' | 'warning' | 'problem'; readonly detail: string; readonly fix: string };

const facts = ['orders', 'items', 'events', 'feedback', 'customers'] as const;

/** Looks over the machine and the workspace; changes nothing. */
export async function doctor(app: App): Promise<readonly Finding[]> {
  return [
    node(),
    await writable(app),
    await space(app),
    await schema(app),
    await importsMeet(app),
    await inputsKept(app),
    await factsHaveBatches(app),
    await profilesExist(app),
    await recordsUnique(app),
    await evaluated(app),
  ];
}

const finding = (check: string, well: boolean, detail: string, fix: string, otherwise: 'warning' | 'problem' = 'problem'): Finding => ({
  check,
  status: well ? 'ok' : otherwise,
  detail,
  fix: well ? '' : fix,
});

function node(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return finding('Node', major >= 24, `version ${process.versions.node}`, 'Run script/setup, which fetches Node 24.');
}

async function writable(app: App): Promise<Finding> {
  const well = await access(app.folder.root, constants.W_OK).then(
    () => true,
    () => false,
  );
  return finding('Workspace folder', well, app.folder.root, 'Give this user the right to write there.');
}

async function space(app: App): Promise<Finding> {
  const { bavail, bsize } = await statfs(app.folder.root);
  const free = bavail * bsize;
  return finding('Free disk', free > 1e9, `${(free / 1e9).toFixed(1)} GB free`, 'Make room: imports need about three times the size of the file.', 'warning');
}

async function schema(app: App): Promise<Finding> {
  const row = await app.warehouse.row<{ version: number }>(sql`select max(version) as version from schema_version`);
  return finding('Warehouse schema', row?.version === schemaVersion, `version ${row?.version ?? 0} of ${schemaVersion}`, 'Run `clientele rebuild`.');
}

async function importsMeet(app: App): Promise<Finding> {
  const rows = await app.control.selectFrom('imports').select(['status']).execute();
  const pending = rows.filter((row) => row.status === 'pending').length;
  const failed = rows.filter((row) => row.status === 'failed').length;
  return finding(
    'Imports',
    pending === 0,
    `${rows.length} in the log, ${failed} failed, ${pending} pending`,
    'Open the workspace again: pending imports are settled at start.',
  );
}

async function inputsKept(app: App): Promise<Finding> {
  const rows = await app.control.selectFrom('imports').select(['id', 'kept_input']).where('status', '=', 'done').execute();
  const missing = rows.filter((row) => row.kept_input === null || !existsSync(join(app.folder.inputs, row.kept_input)));
  return finding(
    'Kept inputs',
    missing.length === 0,
    `${rows.length - missing.length} of ${rows.length} are there`,
    `Imports ${missing.map((row) => row.id).join(', ')} could not be rebuilt; restore the folder inputs/ from a backup.`,
    'warning',
  );
}

async function factsHaveBatches(app: App): Promise<Finding> {
  const strays: string[] = [];
  for (const table of facts) {
    const row = await app.warehouse.row<{ strays: number }>(sql`select count(*) as strays from ${ident(table)} where batch not in (select batch from batches)`);
    if ((row?.strays ?? 0) > 0) strays.push(`${row?.strays} rows of ${table}`);
  }
  return finding('Facts belong to imports', strays.length === 0, strays.length === 0 ? 'all do' : strays.join(', '), 'Run `clientele rebuild`.');
}

async function profilesExist(app: App): Promise<Finding> {
  const row = await app.warehouse.row<{ strays: number }>(sql`
    select count(*) as strays from (select distinct profile from orders where profile is not null union select distinct profile from events where profile is not null)
    where profile not in (select profile from profiles)`);
  const strays = row?.strays ?? 0;
  return finding('Facts belong to profiles', strays === 0, strays === 0 ? 'all do' : `${strays} profiles are missing`, 'Run `clientele rebuild`.');
}

async function recordsUnique(app: App): Promise<Finding> {
  const row = await app.warehouse.row<{ twice: number }>(
    sql`select count(*) as twice from (select source, order_id from orders group by all having count(*) > 1)`,
  );
  const twice = row?.twice ?? 0;
  return finding('One row per order', twice === 0, twice === 0 ? 'holds' : `${twice} orders are there twice`, 'Run `clientele rebuild`.');
}

async function evaluated(app: App): Promise<Finding> {
  const facts = await counter(app.warehouse, 'facts_version');
  const refreshed = await counter(app.warehouse, 'refreshed_version');
  return finding(
    'Segments follow the facts',
    facts === refreshed,
    facts === refreshed ? 'up to date' : 'facts are newer than the segments',
    'Run `clientele refresh`.',
    'warning',
  );
}
