import type { Warehouse } from '../../warehouse/index.ts';
import { intersection, setOf, size } from '../evaluate/profile-set.ts';
import { membersOf } from './read.ts';

/** How two segments overlap. `jaccard` is shared ÷ in either; `share_of_a` shared ÷ members of a. 0 where there is nobody. */
export type Overlap = {
  readonly a: string;
  readonly b: string;
  readonly shared: number;
  readonly jaccard: number;
  readonly share_of_a: number;
  readonly share_of_b: number;
};

/** Every pair of the segments, in the order given. Segments that were never evaluated are left out. */
export async function overlap(warehouse: Warehouse, slugs: readonly string[]): Promise<readonly Overlap[]> {
  const found: { readonly slug: string; readonly profiles: Uint32Array }[] = [];
  for (const slug of slugs) {
    const profiles = await membersOf(warehouse, slug);
    if (profiles !== undefined) found.push({ slug, profiles });
  }
  const largest = found.reduce((most, { profiles }) => Math.max(most, profiles.at(-1) ?? 0), 0);
  const sets = found.map(({ slug, profiles }) => ({ slug, count: profiles.length, set: setOf(profiles, largest) }));
  return sets.flatMap((a, index) =>
    sets.slice(index + 1).map((b): Overlap => {
      const shared = size(intersection(a.set, b.set));
      const either = a.count + b.count - shared;
      return { a: a.slug, b: b.slug, shared, jaccard: share(shared, either), share_of_a: share(shared, a.count), share_of_b: share(shared, b.count) };
    }),
  );
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
