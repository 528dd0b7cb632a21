import type { SegmentMembers } from '../../contract/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** Profile numbers per piece of text: large enough to cost little, small enough for the engine to share out between threads. */
const pieceLength = 20_000;

/**
 * Members as temp table `insight_members(segment INTEGER, profile INTEGER)`; `segment` is the place in the list given.
 * The numbers travel as texts that the engine takes apart, several times quicker than row by row.
 */
export async function loadMembers(warehouse: Warehouse, segments: readonly SegmentMembers[]): Promise<void> {
  await warehouse.load(
    'insight_member_texts',
    [
      { name: 'segment', type: 'INTEGER' },
      { name: 'members', type: 'VARCHAR' },
    ],
    pieces(segments),
  );
  await warehouse.run(
    sql`create or replace temp table insight_members as select segment, unnest(cast(members as INTEGER[])) as profile from insight_member_texts`,
  );
}

function* pieces(segments: readonly SegmentMembers[]): Generator<readonly [number, string]> {
  for (const [index, { members }] of segments.entries()) {
    for (let at = 0; at < members.length; at += pieceLength) yield [index, `[${members.subarray(at, at + pieceLength).join(',')}]`];
  }
}
