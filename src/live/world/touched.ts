import type { Instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** A profile that is looked at, and when the first of what has come about it happened, where that is known. */
export type Touched = { readonly profile: number; readonly since: Instant | null };

/** Temp table `touched(profile, place, since)`: who lives in the small world, by their places, which fit into a byte for few. */
export async function stageTouched(small: Warehouse, size: 'few' | 'many', touched: readonly Touched[]): Promise<void> {
  const rows = `[${touched.map(({ profile, since }, place) => `{"n":${profile},"p":${place},"s":${since}}`).join()}]`;
  const placeType = size === 'few' ? sql`UTINYINT` : sql`INTEGER`;
  await small.stage(
    'touched',
    sql`select n as profile, p::${placeType} as place, make_timestamp(s) as since
      from (select unnest(from_json(${rows}::JSON, '[{"n":"INTEGER","p":"INTEGER","s":"BIGINT"}]'), recursive := true))`,
  );
}

/** Those who wait, and these, about whom something came that happened at `since` or later: as the queue tells of them all. In order. */
export function withThose(waiting: readonly Touched[], profiles: ReadonlySet<number>, since: Instant): readonly Touched[] {
  const all = new Map<number, Touched>([...profiles].map((profile) => [profile, { profile, since }]));
  for (const one of waiting) {
    const sooner = one.since === null || !profiles.has(one.profile) || one.since < since ? one.since : since;
    all.set(one.profile, { profile: one.profile, since: sooner });
  }
  return [...all.values()].toSorted((a, b) => a.profile - b.profile);
}

export const areSame = (some: readonly Touched[], others: readonly Touched[], alsoSince: boolean): boolean =>
  some.length === others.length &&
  some.every(({ profile, since }, place) => profile === others[place]?.profile && (!alsoSince || since === others[place].since));
