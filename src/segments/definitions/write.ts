import { type DefinitionContext, timestamp } from './context.ts';
import { readSegment, segmentVersions } from './read.ts';
import type { DefinedSegment } from './defined-segment.ts';

/** What a segment says of itself; the text is canonical and has been checked. */
export type SegmentContent = Pick<DefinedSegment, 'name' | 'folder' | 'text' | 'note'>;

/** Adds a segment with its first version. */
export async function insertSegment(
  context: DefinitionContext,
  slug: string,
  origin: DefinedSegment['origin'],
  { name, folder, text, note }: SegmentContent,
): Promise<void> {
  const id = context.effects.randomId();
  const at = timestamp(context);
  await context.control
    .insertInto('segments')
    .values({ id, slug, name, folder, origin, mode: 'live', version: 1, created_at: at, updated_at: at, deleted_at: null })
    .execute();
  await writeVersion(context, { segment: id, version: 1, text, note });
}

/** Writes what differs; another text or note is a new version. Returns whether anything did. */
export async function updateSegment(context: DefinitionContext, slug: string, content: SegmentContent): Promise<boolean> {
  const { control } = context;
  const before = await readSegment(control, slug);
  const isNew = content.text !== before.text || content.note !== before.note;
  if (!isNew && content.name === before.name && content.folder === before.folder) return false;
  const version = isNew ? ((await segmentVersions(control, slug))[0]?.version ?? 0) + 1 : before.version;
  if (isNew) await writeVersion(context, { segment: before.id, version, text: content.text, note: content.note });
  const row = { name: content.name, folder: content.folder, version, updated_at: timestamp(context) };
  await control.updateTable('segments').set(row).where('id', '=', before.id).execute();
  return true;
}

async function writeVersion(
  context: DefinitionContext,
  version: { readonly segment: string; readonly version: number; readonly text: string; readonly note: string },
): Promise<void> {
  await context.control
    .insertInto('segment_versions')
    .values({ ...version, author: context.author, at: timestamp(context) })
    .execute();
}
