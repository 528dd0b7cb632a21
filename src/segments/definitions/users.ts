import { nameKey, parse, references } from '../../language/index.ts';
import type { DefinedSegment } from './defined-segment.ts';

/** The segments whose definitions use this one: directly, and through others. Slugs, in the order of the list. */
export function usersOf(
  slug: string,
  segments: readonly Pick<DefinedSegment, 'slug' | 'name' | 'text'>[],
): { readonly direct: readonly string[]; readonly all: readonly string[] } {
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
  const reached = new Set<string>();
  const waiting = [slug];
  for (let used = waiting.pop(); used !== undefined; used = waiting.pop()) {
    for (const user of users.get(used) ?? []) {
      if (user === slug || reached.has(user)) continue;
      reached.add(user);
      waiting.push(user);
    }
  }
  const order = segments.map((segment) => segment.slug);
  return { direct: order.filter((one) => one !== slug && (users.get(slug) ?? []).includes(one)), all: order.filter((one) => reached.has(one)) };
}
