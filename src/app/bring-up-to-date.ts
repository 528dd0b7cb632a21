import { counter } from '../warehouse/index.ts';
import { minute } from '../core/index.ts';
import { resolveAsOf } from './as-of.ts';
import { keptFeaturesServe } from './moment.ts';
import type { App } from './open.ts';
import { evaluateAll, refreshAt } from './refresh.ts';

/** Members of the last minute will do; looking again earlier costs more than it tells. */
const membersStayFresh = minute;

/**
 * What a serving process does now and then: everything anew where facts have come or features are old, members alone where only
 * time has passed. Answers whether there was anything to do.
 */
export async function bringUpToDate(app: App): Promise<boolean> {
  const { warehouse } = app;
  const facts = await counter(warehouse, 'facts_version');
  if (facts === 0) return false;
  const asOf = await resolveAsOf(app, undefined);
  const current = facts === (await counter(warehouse, 'refreshed_version'));
  if (!current || !(await keptFeaturesServe(app, asOf))) {
    await refreshAt(app, asOf);
    return true;
  }
  if (asOf.at - (await counter(warehouse, 'refreshed_as_of')) < membersStayFresh) return false;
  await evaluateAll(app, asOf);
  return true;
}
