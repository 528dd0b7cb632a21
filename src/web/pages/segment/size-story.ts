type Point = { readonly at: string; readonly members: number };

/** How a segment came to its size, from where it had any members on; the most it ever had, where that is neither end. */
export type SizeStory =
  | { readonly kind: 'never' }
  | { readonly kind: 'only'; readonly to: Point }
  | { readonly kind: 'grew' | 'shrank' | 'same'; readonly from: Point; readonly to: Point; readonly most: Point | undefined };

/** Before its first member a segment has no size to compare with: often the shop had no customers then. */
export function sizeStory(points: readonly Point[]): SizeStory {
  const known = points.slice(
    Math.max(
      0,
      points.findIndex(({ members }) => members > 0),
    ),
  );
  const [from, to] = [known[0], known.at(-1)];
  if (from === undefined || to === undefined || from.members === 0) return { kind: 'never' };
  if (from === to) return { kind: 'only', to };
  const largest = known.reduce((best, point) => (point.members > best.members ? point : best), from);
  const most = largest.members > Math.max(from.members, to.members) ? largest : undefined;
  return { kind: to.members > from.members ? 'grew' : to.members < from.members ? 'shrank' : 'same', from, to, most };
}
