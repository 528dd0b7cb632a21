import { undescribeItems } from '../ingest/index.ts';
import { setCounter } from '../warehouse/index.ts';
import type { App } from './open.ts';

/** Imports and undos see lines as their own source wrote them; until the next refresh nothing counts as up to date. */
export async function beforeFactsChange(app: App): Promise<void> {
  await app.warehouse.transaction(async () => {
    if (await undescribeItems(app.warehouse)) await setCounter(app.warehouse, 'refreshed_version', -1);
  });
}
