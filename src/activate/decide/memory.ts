import { allMembers, isHidden } from '../../segments/index.ts';
import type { Instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { counter, type Warehouse } from '../../warehouse/index.ts';

/** Who is who: identifiers in memory, by value, since most values have one namespace. */
export type Identities = {
  readonly find: (namespace: string, value: string) => number | undefined;
  /** Of any namespace, the strongest first. */
  readonly findAny: (value: string) => { readonly namespace: string; readonly profile: number } | undefined;
  readonly isProfile: (profile: number) => boolean;
};

/** Who is in what. */
export type Memberships = {
  readonly isMember: (kept: string, profile: number) => boolean | undefined;
  /** Slugs of the segments of a profile, in order; hidden conditions left out. */
  readonly segmentsOf: (profile: number) => readonly string[];
  readonly asOf: Instant | undefined;
};

type Named = { readonly namespace: string; readonly profile: number };

const strength = (namespace: string): number => {
  const at = ['customer_id', 'email', 'phone'].indexOf(namespace);
  return at < 0 ? 3 : at;
};

/** Every identifier that belongs to somebody. */
export async function loadIdentities(warehouse: Warehouse): Promise<Identities> {
  const byValue = new Map<string, Named | readonly Named[]>();
  const namespaces = new Map<string, string>();
  const known = new Set<number>();
  await warehouse.chunks(sql`select namespace, value, profile from identifiers where profile is not null`, ([spaces, values, profiles], rows) => {
    for (let row = 0; row < rows; row += 1) {
      const space = String(spaces?.values[row]);
      // One text for all identifiers of a namespace.
      const namespace = namespaces.get(space) ?? space;
      namespaces.set(namespace, namespace);
      const value = String(values?.values[row]);
      const named = { namespace, profile: Number(profiles?.values[row]) };
      known.add(named.profile);
      const before = byValue.get(value);
      byValue.set(value, before === undefined ? named : [...listOf(before), named]);
    }
  });
  const of = (value: string): readonly Named[] => listOf(byValue.get(value) ?? byValue.get(value.trim()) ?? byValue.get(value.trim().toLowerCase()) ?? []);
  return {
    find: (namespace, value) => of(value).find((each) => each.namespace === namespace)?.profile,
    findAny: (value) => of(value).toSorted((a, b) => strength(a.namespace) - strength(b.namespace))[0],
    isProfile: (profile) => known.has(profile),
  };
}

const listOf = (named: Named | readonly Named[]): readonly Named[] => ('namespace' in named ? [named] : named);

/** Members as they were stored last. */
export async function loadMemberships(warehouse: Warehouse): Promise<Memberships> {
  const sets = new Map([...(await allMembers(warehouse))].map(([slug, profiles]) => [slug, bitsOf(profiles)]));
  const slugs = [...sets.keys()].filter((slug) => !isHidden(slug)).sort();
  const at = await counter(warehouse, 'refreshed_as_of');
  const has = (bits: Uint32Array | undefined, profile: number): boolean => (((bits?.[profile >>> 5] ?? 0) >>> (profile & 31)) & 1) === 1;
  return {
    isMember: (kept, profile) => (sets.has(kept) ? has(sets.get(kept), profile) : undefined),
    segmentsOf: (profile) => slugs.filter((slug) => has(sets.get(slug), profile)),
    asOf: at === 0 ? undefined : (at as Instant),
  };
}

/** One bit for each profile up to the largest member. */
function bitsOf(profiles: Uint32Array): Uint32Array {
  const words = new Uint32Array(((profiles.at(-1) ?? 0) >>> 5) + 1);
  for (const profile of profiles) words[profile >>> 5] = (words[profile >>> 5] ?? 0) | (1 << (profile & 31));
  return words;
}
