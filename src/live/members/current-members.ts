import { fromBitmap, membersOf, type ProfileSet, members, revenueUpTo, setOf, toBitmap } from '../../segments/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import type { Instant } from '../../core/index.ts';
import { counter, type LoadValue, setCounter, type Warehouse } from '../../warehouse/index.ts';

/** Who is in which segment now, by slug: sets in memory, of which the warehouse holds the bitmaps of a little while ago and every change since. */
export type CurrentMembers = {
  readonly sets: ReadonlyMap<string, ProfileSet>;
  /** Notes changes that are being committed; `undo` takes them back where the commit failed. */
  readonly apply: (changes: readonly Change[]) => void;
  readonly undo: (changes: readonly Change[]) => void;
  /** Writes the bitmaps of the segments that have changed since, as of an instant. */
  readonly keep: (warehouse: Warehouse, at: Instant) => Promise<void>;
};

export type Change = { readonly segment: string; readonly profile: number; readonly entered: boolean };

/** The members that the warehouse holds: its bitmaps, and the changes that came after they were written. */
export async function loadMembers(warehouse: Warehouse, versions: ReadonlyMap<string, number>): Promise<CurrentMembers> {
  await catchUpMembers(warehouse);
  const rows = await warehouse.rows<{ segment: string; version: number; bitmap: Uint8Array | null }>(sql`select segment, version, bitmap from members`);
  const sets = new Map<string, ProfileSet>();
  // Of a definition that is not worked out for everybody yet the members of before stay as they are.
  for (const { segment, version, bitmap } of rows)
    if ((versions.get(segment) ?? version) === version) sets.set(segment, setOfAll(bitmap === null ? new Uint32Array() : await fromBitmap(bitmap)));
  const changed = new Set<string>();
  const turn = (changes: readonly Change[], forwards: boolean): void => {
    for (const { segment, profile, entered } of changes) {
      changed.add(segment);
      const set = sets.get(segment);
      if (set !== undefined) sets.set(segment, changedBy(set, profile, entered === forwards));
    }
  };
  return {
    sets,
    apply: (changes) => turn(changes, true),
    undo: (changes) => turn(changes.toReversed(), false),
    keep: async (to, at) => {
      const some = [...changed];
      await writeBitmaps(to, new Map(some.map((slug) => [slug, sets.get(slug) ?? setOf([], 0)])), at);
      for (const slug of some) changed.delete(slug);
    },
  };
}

/** Brings the bitmaps up to the changes that are recorded: after a crash they are those of a little earlier. */
export async function catchUpMembers(warehouse: Warehouse): Promise<void> {
  const [kept, newest] = [await counter(warehouse, 'members_seq'), await counter(warehouse, 'membership_seq')];
  if (kept >= newest) return;
  const changes = await warehouse.rows<Change & { readonly at: Instant }>(
    sql`select segment, profile, entered, "at" from membership_changes where seq > ${BigInt(kept)} order by seq`,
  );
  const sets = new Map<string, ProfileSet>();
  let at = 0 as Instant;
  for (const change of changes) {
    const set = sets.get(change.segment) ?? (await readSet(warehouse, change.segment));
    sets.set(change.segment, changedBy(set, change.profile, change.entered));
    if (change.at > at) at = change.at;
  }
  await writeBitmaps(warehouse, sets, at);
}

const keptColumns = [
  { name: 'segment', type: 'VARCHAR' },
  { name: 'bitmap', type: 'BLOB' },
  { name: 'members', type: 'INTEGER' },
  { name: 'revenue', type: 'DOUBLE' },
] as const;

/** Money follows the members: a segment that somebody left does not go on counting what they spent. */
async function writeBitmaps(warehouse: Warehouse, sets: ReadonlyMap<string, ProfileSet>, at: Instant): Promise<void> {
  await warehouse.transaction(async () => {
    const revenue = sets.size === 0 ? undefined : await revenueUpTo(warehouse, at);
    const rows: (readonly LoadValue[])[] = [];
    for (const [slug, set] of sets) {
      const profiles = members(set);
      rows.push([slug, await toBitmap(profiles), profiles.length, revenue?.of(profiles) ?? 0]);
    }
    if (rows.length > 0) {
      await warehouse.load('members_kept', keptColumns, rows);
      await warehouse.run(sql`update members set bitmap = k.bitmap, members = k.members, revenue = k.revenue, as_of = greatest(as_of, ${timestamp(at)}), evaluated_at = greatest(evaluated_at, ${timestamp(at)})
        from members_kept k where k.segment = members.segment`);
    }
    await setCounter(warehouse, 'members_seq', await counter(warehouse, 'membership_seq'));
  });
}

const readSet = async (warehouse: Warehouse, slug: string): Promise<ProfileSet> => setOfAll((await membersOf(warehouse, slug)) ?? new Uint32Array());

/** Of profiles in order. */
const setOfAll = (profiles: Uint32Array): ProfileSet => setOf(profiles, profiles.at(-1) ?? 0);

/** The set with one profile put in or taken out: the same words, in a longer array where the number is larger than any before. */
function changedBy(set: ProfileSet, profile: number, inside: boolean): ProfileSet {
  const at = profile >>> 5;
  let { words } = set;
  if (at >= words.length) {
    if (!inside) return set;
    words = new Uint32Array(Math.max(at + 1, words.length * 2));
    words.set(set.words);
  }
  const bit = 1 << (profile & 31);
  words[at] = inside ? (words[at] ?? 0) | bit : (words[at] ?? 0) & ~bit;
  return words === set.words ? set : { words };
}
