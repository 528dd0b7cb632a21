import type { SegmentMembers } from '../../contract/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Members as temp table `insight_members(segment INTEGER, profile INTEGER)`; `segment` is the place in the list given. */
export async function loadMembers(warehouse: Warehouse, segments: readonly SegmentMembers[]): Promise<void> {
  await warehouse.load(
    'insight_members',
    [
      { name: 'segment', type: 'INTEGER' },
      { name: 'profile', type: 'INTEGER' },
    ],
    pairs(segments),
  );
}

function* pairs(segments: readonly SegmentMembers[]): Generator<readonly [number, number]> {
  for (const [index, { members }] of segments.entries()) {
    for (const profile of members) yield [index, profile];
  }
}
