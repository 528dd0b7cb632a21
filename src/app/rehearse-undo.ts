import { ClienteleError } from '../core/index.ts';
import { undoImport } from '../ingest/index.ts';
import { sql } from '../sql/index.ts';
import { beforeFactsChange } from './before-facts-change.ts';
import { identityDecisions } from './decisions.ts';
import type { App } from './open.ts';

/** What taking imports back would do: `customers` is how many fewer there are afterwards (those who have other records stay). */
export type RehearsedUndo = { readonly imports: readonly string[]; readonly removed: number; readonly restored: number; readonly customers: number };

class Rehearsed extends Error {}

/** Takes the imports back, newest first, in a transaction that is rolled back, so that the counts are exact. Throws `import.unknown`, `import.undone`. */
export async function rehearseUndo(app: App, ids: readonly string[]): Promise<RehearsedUndo> {
  const context = { warehouse: app.warehouse, workspace: app.workspace, effects: app.effects, decisions: await identityDecisions(app.control) };
  const batches = await batchesOf(app, ids);
  const counted = { removed: 0, restored: 0, customers: 0 };
  try {
    await app.warehouse.transaction(async () => {
      const before = await customers(app);
      await beforeFactsChange(app);
      for (const batch of batches) {
        const { removed, restored } = await undoImport(context, batch);
        counted.removed += removed;
        counted.restored += restored;
      }
      counted.customers = before - (await customers(app));
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return { imports: ids, ...counted };
}

async function batchesOf(app: App, ids: readonly string[]): Promise<readonly number[]> {
  const rows = await app.control
    .selectFrom('imports')
    .select(['id', 'batch', 'status'])
    .where('id', 'in', [...ids])
    .execute();
  for (const id of ids) {
    const row = rows.find((one) => one.id === id);
    if (row === undefined || row.status === 'failed') throw new ClienteleError('import.unknown', { id });
    if (row.status === 'undone') throw new ClienteleError('import.undone', { id });
  }
  return rows.map(({ batch }) => batch).toSorted((a, b) => b - a);
}

const customers = async (app: App): Promise<number> => (await app.warehouse.row<{ n: number }>(sql`select count(*) as n from profiles`))?.n ?? 0;
