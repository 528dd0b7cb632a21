import { ClienteleError } from '../../core/index.ts';
import type { Control } from '../../control/index.ts';
import { nameKey, nearest } from '../../language/index.ts';
import type { SegmentVersion, DefinedSegment } from './defined-segment.ts';

/** All segments with the definition in force, by folder and name; with `deleted`, those that were deleted instead. */
export async function listSegments(control: Control, options: { readonly deleted?: boolean } = {}): Promise<readonly DefinedSegment[]> {
  const rows = await stored(control)
    .where('segments.deleted_at', options.deleted === true ? 'is not' : 'is', null)
    .orderBy('segments.folder')
    .orderBy('segments.name')
    .orderBy('segments.slug')
    .execute();
  return rows.map((row) => Object.freeze(row));
}

const stored = (control: Control) =>
  control
    .selectFrom('segments')
    .innerJoin('segment_versions', (join) =>
      join.onRef('segment_versions.segment', '=', 'segments.id').onRef('segment_versions.version', '=', 'segments.version'),
    )
    .select(['segments.id', 'segments.slug', 'segments.name', 'segments.folder', 'segments.origin', 'segments.mode', 'segments.version'])
    .select('segments.lists_version as listsVersion')
    .select(['segment_versions.text', 'segment_versions.note', 'segment_versions.author'])
    .select(['segments.created_at as createdAt', 'segments.updated_at as updatedAt', 'segments.deleted_at as deletedAt']);

/** One segment by slug or name. Throws `segment.unknown` with the nearest names. */
export async function readSegment(control: Control, slugOrName: string): Promise<DefinedSegment> {
  const segments = await listSegments(control);
  const found =
    segments.find(({ slug }) => slug === slugOrName) ?? segments.find(({ slug, name }) => [slug, name].some((one) => nameKey(one) === nameKey(slugOrName)));
  if (found !== undefined) return found;
  const near = nearest(
    slugOrName,
    segments.map(({ slug }) => slug),
  );
  throw new ClienteleError('segment.unknown', {
    name: slugOrName,
    ...(near.length === 0
      ? { hint: 'See `clientele segments list`.', on_screen: 'See the list of segments.' }
      : { hint: `Did you mean ${near.join(' or ')}?` }),
  });
}

/** Every version of a segment's definition, newest first. */
export async function segmentVersions(control: Control, slugOrName: string): Promise<readonly SegmentVersion[]> {
  const { id } = await readSegment(control, slugOrName);
  return control
    .selectFrom('segment_versions')
    .select(['version', 'text', 'note', 'author', 'at'])
    .where('segment', '=', id)
    .orderBy('version', 'desc')
    .execute();
}
