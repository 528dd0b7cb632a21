import { instant } from '../../core/index.ts';
import { type InsightContext, insightContext } from '../../insight/index.ts';
import { counter } from '../../warehouse/index.ts';
import { namesMoment, resolveAsOf } from '../as-of.ts';
import { momentFor } from '../moment.ts';
import type { App } from '../open.ts';

/**
 * The moment that an answer is of, with its features. Without a named one that is the last refresh, or where live data has come to since: the figures, the kept members and the
 * previews of that moment are all of the same instant. Another named moment has its features computed into a temporary table.
 */
export async function insightAt(app: App, asOfText: string | undefined): Promise<InsightContext> {
  const kept = await counter(app.warehouse, 'features_as_of');
  // Live data goes on from the last refresh: who moved, and what they bought, is of later.
  if (!namesMoment(app, asOfText) && kept > 0)
    return insightContext(app.warehouse, app.workspace, instant(Math.max(kept, await counter(app.warehouse, 'refreshed_as_of'))));
  const asOf = await resolveAsOf(app, asOfText);
  if (kept > 0 && asOf.at === kept) return insightContext(app.warehouse, app.workspace, asOf.at);
  const { now, featuresTable } = await momentFor(app, { at: asOf.at, explicit: true });
  return insightContext(app.warehouse, app.workspace, now, featuresTable);
}
