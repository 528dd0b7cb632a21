import { createHash } from 'node:crypto';
import type { Instant } from '../../core/index.ts';
import type { AttributeWord } from '../../language/index.ts';
import { refreshFeatures } from '../../profiles/index.ts';
import { applyLifecycle } from '../../segments/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import { counter } from '../../warehouse/index.ts';
import { momentOf } from '../moment.ts';
import type { App } from '../open.ts';
import { applyModels } from '../predict/apply-models.ts';
import { featureSettings, lifecycleStages } from '../settings.ts';
import { vocabularyOf } from '../vocabulary.ts';

/** Features that put each customer into one of a few groups: what a flow can be drawn of. */
export async function groupWords(app: App): Promise<readonly AttributeWord[]> {
  const vocabulary = await vocabularyOf(app);
  return [...vocabulary.attributes.values()].filter(
    ({ name, table, type, values }) =>
      table === 'features' &&
      type === 'text' &&
      (names.has(name) || name.startsWith('cluster.') || (name.startsWith('predicted.') && (values?.length ?? 0) > 1)),
  );
}

const names = new Set(['lifecycle', 'rfm.segment', 'value_tier']);
const scratch = 'features_of_groups';
const mostKept = 14;

/**
 * Temp table `groups_<instant>_<digest>` with profile, total_spent and every group word's column as of an instant: the features of then, computed once for each connection
 * and facts; the large table behind it goes. With `kept` it is a copy of what the last refresh stored.
 */
export async function groupsAt(app: App, at: Instant, words: readonly AttributeWord[], kept: string | undefined): Promise<string> {
  const { warehouse, workspace, control } = app;
  const settings = await featureSettings(control);
  const stages = await lifecycleStages(control);
  const facts = await counter(warehouse, 'facts_version');
  const digest = createHash('sha256')
    .update(JSON.stringify([facts, stages, settings, workspace, words.map(({ column }) => column), kept]))
    .digest('hex')
    .slice(0, 16);
  const name = `groups_${at}_${digest}`;
  const there = await warehouse.rows<{ name: string }>(
    sql`select table_name as name from duckdb_tables() where temporary and starts_with(table_name, 'groups_')`,
  );
  if (there.some((table) => table.name === name)) return name;
  if (there.length >= mostKept) for (const table of there.slice(0, there.length - mostKept + 1)) await warehouse.run(sql`drop table ${ident(table.name)}`);
  if (kept === undefined) {
    await refreshFeatures(warehouse, { asOf: at, workspace, table: scratch, temporary: true, settings });
    await applyModels(app, at, scratch, true);
    await applyLifecycle(warehouse, stages, momentOf(app, { at, explicit: true }, await vocabularyOf(app), scratch));
  }
  const columns = words.map(({ column }) => sql`, ${ident(column)}`);
  await warehouse.run(sql`create temp table ${ident(name)} as select profile, total_spent ${join(columns, '')} from ${ident(kept ?? scratch)}`);
  if (kept === undefined) await warehouse.run(sql`drop table ${ident(scratch)}`);
  return name;
}
