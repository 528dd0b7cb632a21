import { join } from 'node:path';
import { ClienteleError, parseInstant } from '../core/index.ts';
import { importStaged } from '../ingest/index.ts';
import { ident, sql } from '../sql/index.ts';
import { prepareStaged, stageSource } from '../sources/index.ts';
import { counter, setCounter } from '../warehouse/index.ts';
import { identityDecisions } from './decisions.ts';
import type { KeptImport, KeptMapping } from './kept-import.ts';
import type { Stores } from './stores.ts';

/** Records an import from its kept input into a warehouse that has not got it, with the number and the moment that it had. @throws file.missing */
export async function recordAgain(app: Stores, kept: KeptImport): Promise<void> {
  const { id, batch, kept_input, started_at, file } = kept;
  if (kept_input === null) throw new ClienteleError('file.missing', { file: `${file} (the kept input of import ${id})` });
  const { mapping, read, stream } = JSON.parse(kept.mapping) as KeptMapping;
  const input = { kind: 'file', path: join(app.folder.inputs, kept_input) } as const;
  // What came over a stream was kept as Parquet: how the stream was to be read no longer matters.
  const options = kept_input.endsWith('.parquet') ? {} : read;
  const staged = await stageSource(app.warehouse, input, { ...options, table: 'staged', tempFolder: app.folder.temporary }, app.effects);
  const one = staged.find((each) => (each.stream ?? null) === stream) ?? staged[0];
  if (one === undefined) return;
  await prepareStaged(app.warehouse, one, mapping);
  const at = parseInstant(started_at) ?? app.effects.now();
  const context = {
    warehouse: app.warehouse,
    workspace: app.workspace,
    effects: { ...app.effects, now: () => at },
    decisions: await identityDecisions(app.control),
  };
  await importStaged(context, one, mapping, {
    importId: id,
    batch,
    dryRun: false,
    rejectsFile: null,
    afterRecord: async () => setCounter(app.warehouse, 'facts_version', (await counter(app.warehouse, 'facts_version')) + 1),
  });
  for (const { table } of staged) await app.warehouse.run(sql`drop table if exists ${ident(table)}`);
}
