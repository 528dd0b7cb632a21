import { counter } from '../warehouse/index.ts';
import { minute } from '../core/index.ts';
import { resolveAsOf } from './as-of.ts';
import { keptFeaturesServe } from './moment.ts';
import type { App } from './open.ts';
import { evaluateAll, refreshAt } from './refresh.ts';

/** Members of the last minute will do; looking again earlier costs more than it tells. */
const membersStayFresh = minute;

/** What has become stale: everything where facts have come or features are old, members alone where only time has passed. */
export async function staleness(app: App): Promise<'nothing' | 'members' | 'everything'> {
  const { warehouse } = app;
  const facts = await counter(warehouse, 'facts_version');
  if (facts === 0) return 'nothing';
  const asOf = await resolveAsOf({ ...app, still: false }, undefined);
  if (facts !== (await counter(warehouse, 'refreshed_version')) || !(await keptFeaturesServe(app, asOf))) return 'everything';
  return asOf.at - (await counter(warehouse, 'refreshed_as_of')) < membersStayFresh ? 'nothing' : 'members';
}

/** What a serving process does now and then: makes anew what is stale. Answers whether there was anything to do. */
export async function bringUpToDate(app: App): Promise<boolean> {
  const stale = await staleness(app);
  const asOf = await resolveAsOf(app, undefined);
  if (stale === 'everything') await refreshAt(app, asOf);
  if (stale === 'members') await evaluateAll(app, asOf);
  return stale !== 'nothing';
}
