import { allMembers, isHidden } from '../../segments/index.ts';
import type { Instant } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import { type Column, counter, type Warehouse } from '../../warehouse/index.ts';

/** Who is who: identifiers in memory, by value, since most values have one namespace. */
export type Identities = {
  readonly find: (namespace: string, value: string) => number | undefined;
  /** Of any namespace, the strongest first. */
  readonly findAny: (value: string) => { readonly namespace: string; readonly profile: number } | undefined;
  readonly isProfile: (profile: number) => boolean;
  /** Takes in identifiers that are new, or whose profile was merged into another or split from it, since the last look. */
  readonly update: (warehouse: Warehouse) => Promise<void>;
};

/** Who is in what. */
export type Memberships = {
  readonly isMember: (kept: string, profile: number) => boolean | undefined;
  /** Slugs of the segments of a profile, in order; hidden conditions left out. */
  readonly segmentsOf: (profile: number) => readonly string[];
  readonly asOf: Instant | undefined;
  /** What moved since: kept up with from here on. Told again it changes nothing. */
  readonly apply: (moved: readonly Moved[]) => void;
  /** Number of the last change that these members hold. */
  readonly upTo: number;
};

/** A change of a membership with its place in the history. */
export type Moved = { readonly id: string; readonly segment: string; readonly profile: number; readonly entered: boolean };

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
  let newest = 0;
  // What comes apart from a profile (a device that a second customer has used) is of a number that was not there before.
  let newestProfile = 0;
  let merged = 0;
  const take = ([spaces, values, profiles, numbers]: readonly Column[], rows: number): void => {
    for (let row = 0; row < rows; row += 1) {
      const space = String(spaces?.values[row]);
      // One text for all identifiers of a namespace.
      const namespace = namespaces.get(space) ?? space;
      namespaces.set(namespace, namespace);
      const value = String(values?.values[row]);
      const named = { namespace, profile: Number(profiles?.values[row]) };
      known.add(named.profile);
      newest = Math.max(newest, Number(numbers?.values[row]));
      newestProfile = Math.max(newestProfile, named.profile);
      const others = listOf(byValue.get(value) ?? []).filter((each) => each.namespace !== namespace);
      byValue.set(value, others.length === 0 ? named : [...others, named]);
    }
  };
  const newestMerge = async (from: Warehouse): Promise<number> =>
    (await from.row<{ merge: number | null }>(sql`select max(merge) as merge from merged_identifiers`))?.merge ?? 0;
  merged = await newestMerge(warehouse);
  await warehouse.chunks(sql`select namespace, value, profile, identifier from identifiers where profile is not null`, take);
  const of = (value: string): readonly Named[] => listOf(byValue.get(value) ?? byValue.get(value.trim()) ?? byValue.get(value.trim().toLowerCase()) ?? []);
  return {
    find: (namespace, value) =>
      of(namespace === 'phone' ? value.replaceAll(/[\s()./-]/g, '').replace(/^00/, '+') : value).find((each) => each.namespace === namespace)?.profile,
    findAny: (value) => of(value).toSorted((a, b) => strength(a.namespace) - strength(b.namespace))[0],
    isProfile: (profile) => known.has(profile),
    update: async (from) => {
      const [seen, last, profiles] = [newest, merged, newestProfile];
      merged = await newestMerge(from);
      await from.chunks(
        sql`select namespace, value, profile, identifier from identifiers
            where profile is not null and (identifier > ${seen} or profile > ${profiles} or identifier in (select identifier from merged_identifiers where merge > ${last}))`,
        take,
      );
    },
  };
}

const listOf = (named: Named | readonly Named[]): readonly Named[] => ('namespace' in named ? [named] : named);

/** Members as they were stored last. */
export async function loadMemberships(warehouse: Warehouse): Promise<Memberships> {
  const upTo = await counter(warehouse, 'members_seq');
  const sets = new Map([...(await allMembers(warehouse))].map(([slug, profiles]) => [slug, bitsOf(profiles)]));
  const apply = (moved: readonly Moved[]): void => {
    for (const { segment, profile, entered } of moved) {
      const set = sets.get(segment);
      if (set !== undefined) sets.set(segment, changedBy(set, profile, entered));
    }
  };
  // The bitmaps are those of a moment ago; the history has what came since.
  apply(
    await warehouse.rows<Moved>(
      sql`select cast(seq as varchar) as id, segment, profile, entered from membership_changes where seq > ${BigInt(upTo)} order by seq`,
    ),
  );
  const slugs = [...sets.keys()].filter((slug) => !isHidden(slug)).sort();
  const at = await counter(warehouse, 'refreshed_as_of');
  const has = (bits: Uint32Array | undefined, profile: number): boolean => (((bits?.[profile >>> 5] ?? 0) >>> (profile & 31)) & 1) === 1;
  return {
    isMember: (kept, profile) => (sets.has(kept) ? has(sets.get(kept), profile) : undefined),
    segmentsOf: (profile) => slugs.filter((slug) => has(sets.get(slug), profile)),
    asOf: at === 0 ? undefined : (at as Instant),
    apply,
    upTo,
  };
}

/** One bit for each profile up to the largest member. */
function bitsOf(profiles: Uint32Array): Uint32Array {
  const words = new Uint32Array(((profiles.at(-1) ?? 0) >>> 5) + 1);
  for (const profile of profiles) words[profile >>> 5] = (words[profile >>> 5] ?? 0) | (1 << (profile & 31));
  return words;
}

/** The set with one profile put in or taken out; longer where the number is larger than any before. */
function changedBy(set: Uint32Array, profile: number, inside: boolean): Uint32Array {
  const at = profile >>> 5;
  let words = set;
  if (at >= words.length) {
    if (!inside) return set;
    words = new Uint32Array(Math.max(at + 1, set.length * 2));
    words.set(set);
  }
  const bit = 1 << (profile & 31);
  words[at] = inside ? (words[at] ?? 0) | bit : (words[at] ?? 0) & ~bit;
  return words;
}
