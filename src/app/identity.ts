import { ClienteleError } from '../core/index.ts';
import { findDuplicates, keepApart, type MergeEntry, mergeProfiles, type ProbableDuplicate, readDecisions, readMerges, undoMerge } from '../profiles/index.ts';
import { counter, setCounter } from '../warehouse/index.ts';
import { userName } from './definition-context.ts';
import type { App } from './open.ts';
import { profileOf } from './profile-of.ts';
import { refreshAll } from './refresh.ts';

export type Decided = { readonly profile: number | null; readonly message: string };

/** Two customers are one, says a person. */
export async function merge(app: App, a: string, b: string, author: string | undefined, asOf: string | undefined): Promise<Decided> {
  const [one, other] = [await profileOf(app, a), await profileOf(app, b)];
  const survivor = await mergeProfiles(app.warehouse, app.control, { one, other }, { author: author ?? userName(), at: app.effects.now() });
  await profilesChanged(app, asOf);
  return {
    profile: survivor,
    message: `Customers ${one} and ${other} are one now: ${survivor}. Take it back with \`clientele merge --undo ID\`; \`clientele merge --list\` shows its number.`,
  };
}

export const listMerges = async ({ warehouse, control }: App): Promise<readonly MergeEntry[]> => readMerges(warehouse, await readDecisions(control));

/** Takes a merge back and keeps the two apart from now on. */
export async function undoMergeById(app: App, id: string, author: string | undefined, asOf: string | undefined): Promise<Decided> {
  const number = Number(id);
  if (!Number.isInteger(number)) throw new ClienteleError('merge.unknown', { id });
  const by = { author: author ?? userName(), at: app.effects.now() };
  const logged = (await listMerges(app)).find((entry) => entry.merge === number);
  if (logged !== undefined && logged.undone_at !== null) throw new ClienteleError('merge.invalid', { detail: `Merge ${id} has been taken back already.` });
  await undoMerge(app.warehouse, app.control, number, by);
  if (logged !== undefined) await keepApart(app.warehouse, app.control, { one: logged.survivor, other: logged.absorbed }, by);
  await profilesChanged(app, asOf);
  return { profile: null, message: `Merge ${id} is taken back; the two are kept apart from now on.` };
}

/** Probable duplicates, surest first; with `apart`, first says that these two are different people. */
export async function probableDuplicates(app: App, limit: number, apart?: readonly string[]): Promise<readonly ProbableDuplicate[]> {
  if (!Number.isInteger(limit) || limit < 1) throw new ClienteleError('usage', { detail: '--limit takes a whole number from 1.' });
  if (apart !== undefined) {
    const [a, b] = apart;
    if (a === undefined || b === undefined || apart.length > 2) throw new ClienteleError('usage', { detail: '--apart takes two customers.' });
    await keepApart(
      app.warehouse,
      app.control,
      { one: await profileOf(app, a), other: await profileOf(app, b) },
      { author: userName(), at: app.effects.now() },
    );
  }
  return findDuplicates(app.warehouse, { limit, decisions: await readDecisions(app.control) });
}

/** Facts moved between profiles: what is computed from them is made anew. */
export async function profilesChanged(app: App, asOf: string | undefined): Promise<void> {
  await setCounter(app.warehouse, 'facts_version', (await counter(app.warehouse, 'facts_version')) + 1);
  await refreshAll(app, asOf);
}
