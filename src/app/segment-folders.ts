import { ClienteleError, formatInstant } from '../core/index.ts';
import { editSegment, listSegments, undeleteSegment } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import { definitionContext } from './definition-context.ts';
import { ensureRefreshed } from './ensure-refreshed.ts';
import { evaluateChanged } from './evaluate-changed.ts';
import type { App } from './open.ts';

export type SegmentFolder = { readonly name: string; readonly segments: number };

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Folders by name, also those with nothing in them yet. Segments without a folder are in none. */
export async function listFolders({ control }: Pick<App, 'control'>): Promise<readonly SegmentFolder[]> {
  const made = await control.selectFrom('segment_folders').select('name').execute();
  const counts = new Map(made.map(({ name }) => [name, 0]));
  for (const { folder } of await listSegments(control)) if (folder !== '') counts.set(folder, (counts.get(folder) ?? 0) + 1);
  return [...counts].map(([name, segments]) => ({ name, segments })).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Says which folders there are. */
async function unknownFolder(app: Pick<App, 'control'>, name: string): Promise<ClienteleError> {
  const folders = (await listFolders(app)).map((folder) => folder.name);
  return new ClienteleError('folder.unknown', { name, hint: folders.length === 0 ? 'There are no folders yet.' : `There are ${folders.join(', ')}.` });
}

/** Throws `folder.unknown`. */
export async function requireFolder(app: Pick<App, 'control'>, name: string): Promise<void> {
  if (!(await listFolders(app)).some((folder) => sameName(folder.name, name))) throw await unknownFolder(app, name);
}

/** Throws `folder.exists`. */
export async function createFolder(app: App, name: string): Promise<SegmentFolder> {
  await refuseTaken(app, name);
  await app.control
    .insertInto('segment_folders')
    .values({ name: name.trim(), created_at: formatInstant(app.effects.now()) })
    .execute();
  return { name: name.trim(), segments: 0 };
}

/** Takes the segments along. Throws `folder.unknown`, and `folder.exists` for a name that another folder has. */
export async function renameFolder(app: App, from: string, to: string, author: string): Promise<SegmentFolder> {
  const known = (await listFolders(app)).find(({ name }) => name === from);
  if (known === undefined) throw await unknownFolder(app, from);
  if (!sameName(from, to)) await refuseTaken(app, to);
  const inside = (await listSegments(app.control)).filter(({ folder }) => folder === from).map(({ slug }) => slug);
  await moveSegments(app, inside, to, author);
  await app.control.deleteFrom('segment_folders').where('name', '=', from).execute();
  await app.control
    .insertInto('segment_folders')
    .values({ name: to.trim(), created_at: formatInstant(app.effects.now()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { name: to.trim(), segments: known.segments };
}

/** Only an empty folder goes. Throws `folder.unknown`, `folder.in-use`. */
export async function deleteFolder(app: App, name: string): Promise<void> {
  const known = (await listFolders(app)).find((folder) => folder.name === name);
  if (known === undefined) throw await unknownFolder(app, name);
  if (known.segments > 0) throw new ClienteleError('folder.in-use', { name });
  await app.control.deleteFrom('segment_folders').where('name', '=', name).execute();
}

/** Puts segments into a folder, all or none; the empty name takes them out of any. Answers where each was before. */
export async function moveSegments(
  app: App,
  slugs: readonly string[],
  folder: string,
  author: string,
): Promise<readonly { readonly slug: string; readonly folder: string }[]> {
  const context = await definitionContext(app, author);
  return app.control.transaction().execute(async (control) => {
    const known = new Map((await listSegments(control)).map((segment) => [segment.slug, segment]));
    const before = slugs.map((slug) => ({ slug, folder: known.get(slug)?.folder ?? '' }));
    for (const { slug } of before) await editSegment({ ...context, control }, slug, { folder: folder.trim() });
    return before;
  });
}

/** Takes a deletion back, and evaluates: nobody followed who is in it meanwhile. Throws `segment.unknown`, `segment.exists`. */
export async function undeleteSegmentBySlug(app: App, slug: string): Promise<{ readonly slug: string; readonly name: string }> {
  const segment = await undeleteSegment({ control: app.control, effects: app.effects }, slug);
  const at = await resolveAsOf(app, undefined);
  await ensureRefreshed(app, at);
  await evaluateChanged(app, at, [segment.slug]);
  return { slug: segment.slug, name: segment.name };
}

async function refuseTaken(app: App, name: string): Promise<void> {
  const taken = (await listFolders(app)).find((folder) => sameName(folder.name, name));
  if (taken !== undefined) throw new ClienteleError('folder.exists', { name: taken.name });
}
