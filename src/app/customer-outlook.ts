import { addCalendar, formatInstant } from '../core/index.ts';
import { findDuplicates, type MergeEntry, type ProbableDuplicate, readDecisions, readMerges, readRhythm, type Rhythm } from '../profiles/index.ts';
import { changesOfProfile, listSegments } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { segmentInputs } from './segment-inputs.ts';
import { profileOf } from './profile-of.ts';

export type CustomerChange = { readonly slug: string; readonly name: string; readonly at: string; readonly enters: boolean };

/** Which segments time alone will have a customer enter or leave within a year, soonest first. Throws `customer.unknown`. */
export async function customerChanges(app: App, id: string, asOfText: string | undefined): Promise<readonly CustomerChange[]> {
  const profile = await profileOf(app, id);
  const asOf = await resolveAsOf(app, asOfText);
  const names = new Map((await listSegments(app.control)).map(({ slug, name }) => [slug, name]));
  const { inputs } = await segmentInputs(app);
  const until = addCalendar(asOf.at, app.workspace.zone, { years: 1 });
  const changes = await changesOfProfile(app.warehouse, inputs, await momentFor(app, asOf), profile, until);
  return changes.map(({ slug, at, enters }) => ({ slug, name: names.get(slug) ?? slug, at: formatInstant(at), enters }));
}

/** Orders by month and the days between them. Throws `customer.unknown`. */
export async function customerRhythm(app: App, id: string, asOf: string | undefined): Promise<Rhythm> {
  const profile = await profileOf(app, id);
  return readRhythm(app.warehouse, profile, { asOf: (await resolveAsOf(app, asOf)).at, zone: app.workspace.zone });
}

/** Far more than anybody decides: all pairs of a shop, from which a customer's own are picked. */
const mostPairs = 20_000;
export const allDuplicates = async (app: App): Promise<readonly ProbableDuplicate[]> =>
  findDuplicates(app.warehouse, { limit: mostPairs, decisions: await readDecisions(app.control) });

/** The merges that made a customer what they are now, newest first, those taken back left out. Throws `customer.unknown`. */
export async function customerMerges(app: App, id: string): Promise<readonly MergeEntry[]> {
  const into = new Set([await profileOf(app, id)]);
  return (await readMerges(app.warehouse, await readDecisions(app.control))).filter(({ survivor, absorbed, undone_at: undone }) => {
    if (undone !== null || !into.has(survivor)) return false;
    into.add(absorbed);
    return true;
  });
}
