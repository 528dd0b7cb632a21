import { parse } from '../parse/parse.ts';
import { references } from '../references.ts';
import type { Vocabulary } from '../vocabulary.ts';

/**
 * The first circle that a segment gets into through `slug`: the slugs from the one met twice back to itself, or undefined.
 * Each definition is read once; one that can not be read refers to nothing.
 */
export function cycleThrough(
  slug: string,
  own: string | undefined,
  vocabulary: Vocabulary,
  find: (name: string) => string | undefined,
): readonly string[] | undefined {
  const finished = new Set<string>();
  const path: { readonly slug: string; readonly next: string[] }[] = [];
  const enter = (at: string): readonly string[] | undefined => {
    const start = path.findIndex((step) => step.slug === at);
    if (start >= 0) return [...path.slice(start).map((step) => step.slug), at];
    if (!finished.has(at)) path.push({ slug: at, next: referredBy(at, vocabulary, find).toReversed() });
    return undefined;
  };
  if (own !== undefined) path.push({ slug: own, next: [slug] });
  else enter(slug);
  while (path.length > 0) {
    const top = path.at(-1);
    const next = top?.next.pop();
    if (next === undefined) {
      finished.add(path.pop()?.slug ?? '');
    } else {
      const circle = enter(next);
      if (circle !== undefined) return circle;
    }
  }
  return undefined;
}

/** Slugs of the segments that a stored definition refers to. */
export function referredBy(slug: string, vocabulary: Vocabulary, find: (name: string) => string | undefined): readonly string[] {
  const parsed = parse(vocabulary.segments.get(slug)?.text ?? '');
  if (!parsed.ok) return [];
  return [...new Set(references(parsed.value.tree).flatMap(({ segment }) => find(segment) ?? []))];
}
