import type { StoryKind } from '../contract/index.ts';
import { readStory, type StoryEntry } from '../profiles/index.ts';
import { listSegments } from '../segments/index.ts';
import { resolveAsOf } from './as-of.ts';
import type { App } from './open.ts';
import { profileOf } from './profile-of.ts';

export type StoryPage = { readonly items: readonly StoryEntry[]; readonly more: boolean };

/** A page of what happened with a customer, newest first. Segments are called by their names. Throws `customer.unknown`. */
export async function customerStory(
  app: App,
  id: string,
  request: { readonly kinds: readonly StoryKind[]; readonly limit: number; readonly offset: number; readonly asOf: string | undefined },
): Promise<StoryPage> {
  const profile = await profileOf(app, id);
  const { at } = await resolveAsOf(app, request.asOf);
  const found = await readStory(app.warehouse, profile, { asOf: at, kinds: request.kinds, limit: request.limit + 1, offset: request.offset });
  const names = new Map((await listSegments(app.control)).map(({ slug, name }) => [slug, name]));
  const items = found.slice(0, request.limit).map((entry) => (entry.kind === 'segment' ? { ...entry, title: names.get(entry.title) ?? entry.title } : entry));
  return { items, more: found.length > request.limit };
}
