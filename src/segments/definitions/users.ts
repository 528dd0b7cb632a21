import { nameKey, parse, references } from '../../language/index.ts';
import type { DefinedSegment } from './defined-segment.ts';

type Named = Pick<DefinedSegment, 'slug' | 'name' | 'text'>;

/** The segments whose definitions use this one: directly, and through others. Slugs, in the order of the list. */
export function usersOf(slug: string, segments: readonly Named[]): { readonly direct: readonly string[]; readonly all: readonly string[] } {
  const users = directUsers(segments);
  const reached = reachedFrom([slug], users);
  const others = segments.map((segment) => segment.slug).filter((one) => one !== slug);
  return { direct: others.filter((one) => (users.get(slug) ?? []).includes(one)), all: others.filter((one) => reached.has(one)) };
}

/** These, and all whose definitions use one of them, directly or through others. */
export const withUsersOf = (slugs: readonly string[], segments: readonly Named[]): ReadonlySet<string> => reachedFrom(slugs, directUsers(segments));

/** Slug → the segments that name it. */
function directUsers(segments: readonly Named[]): ReadonlyMap<string, readonly string[]> {
  const slugs = new Map<string, string>();
  for (const segment of segments) slugs.set(nameKey(segment.name), segment.slug);
  for (const segment of segments) slugs.set(nameKey(segment.slug), segment.slug);
  const users = new Map<string, string[]>();
  for (const { slug: user, text } of segments) {
    const parsed = parse(text);
    if (!parsed.ok) continue;
    for (const { segment } of references(parsed.value.tree)) {
      const used = slugs.get(nameKey(segment));
      if (used !== undefined) users.set(used, [...(users.get(used) ?? []), user]);
    }
  }
  return users;
}

function reachedFrom(slugs: readonly string[], users: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set(slugs);
  const waiting = [...reached];
  for (let used = waiting.pop(); used !== undefined; used = waiting.pop()) {
    for (const user of users.get(used) ?? []) {
      if (reached.has(user)) continue;
      reached.add(user);
      waiting.push(user);
    }
  }
  return reached;
}
