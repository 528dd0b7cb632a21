import { counter } from '../warehouse/index.ts';
import type { AsOf } from './as-of.ts';
import type { App } from './open.ts';

/**
 * Facts that a crash, or `import --no-refresh`, left without their segments get them before anything is read. What a refresh needs, the models with it, is
 * loaded for one only: most questions are asked of what is up to date.
 */
export async function ensureRefreshed(app: App, asOf: AsOf): Promise<void> {
  const { warehouse } = app;
  if (app.still === true) return;
  const facts = await counter(warehouse, 'facts_version');
  if (facts === 0 || facts === (await counter(warehouse, 'refreshed_version'))) return;
  const { refreshAt } = await import('./refresh.ts');
  await refreshAt(app, asOf);
}
