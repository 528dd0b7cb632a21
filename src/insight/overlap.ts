import type { OverlapPair, SegmentMembers } from '../contract/index.ts';

/**
 * People in both, for every pair of segments. Members become rows of bits, so a pair costs one pass over
 * profiles / 32 words and never reads the warehouse.
 */
export function overlapPairs(segments: readonly Pick<SegmentMembers, 'slug' | 'members'>[]): readonly OverlapPair[] {
  const rows = segments.map(({ members }) => bitsOf(members));
  return segments.flatMap((one, a) =>
    segments.slice(a + 1).map((other, index): OverlapPair => {
      const both = common(rows[a] ?? new Uint32Array(), rows[a + 1 + index] ?? new Uint32Array());
      const either = one.members.length + other.members.length - both;
      return {
        a: one.slug,
        b: other.slug,
        both,
        jaccard: either === 0 ? 0 : both / either,
        aInB: one.members.length === 0 ? 0 : both / one.members.length,
        bInA: other.members.length === 0 ? 0 : both / other.members.length,
      };
    }),
  );
}

function bitsOf(members: Int32Array): Uint32Array {
  const largest = members.reduce((most, profile) => Math.max(most, profile), -1);
  const bits = new Uint32Array((largest >>> 5) + 1);
  if (largest < 0) return new Uint32Array();
  for (const profile of members) bits[profile >>> 5] = (bits[profile >>> 5] ?? 0) | (1 << (profile & 31));
  return bits;
}

function common(one: Uint32Array, other: Uint32Array): number {
  const length = Math.min(one.length, other.length);
  let total = 0;
  for (let index = 0; index < length; index += 1) total += ones((one[index] ?? 0) & (other[index] ?? 0));
  return total;
}

/** Bits that are set (Warren, Hacker's Delight, section 5-1). */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
