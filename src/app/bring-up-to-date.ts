import { counter } from '../warehouse/index.ts';
import { resolveAsOf } from './as-of.ts';
import type { App } from './open.ts';
import { refreshAt } from './refresh.ts';

/** Whether facts have come that nothing was made of yet. What time alone changes is looked after by the road of live data, at its instant. */
export async function staleness(app: App): Promise<'nothing' | 'everything'> {
  const facts = await counter(app.warehouse, 'facts_version');
  return facts === 0 || facts === (await counter(app.warehouse, 'refreshed_version')) ? 'nothing' : 'everything';
}

/** What a serving process does now and then: makes anew what is stale. Answers whether there was anything to do. */
export async function bringUpToDate(app: App): Promise<boolean> {
  const stale = await staleness(app);
  if (stale === 'everything') await refreshAt(app, await resolveAsOf(app, undefined));
  return stale !== 'nothing';
}
