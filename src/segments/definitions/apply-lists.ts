import { type DefinitionContext, timestamp } from './context.ts';
import type { FileSegment } from './file-shape.ts';
import { clearList, countListsChange, putOnList, readLists } from './lists.ts';
import type { ListedIdentifier, ListEntry, DefinedSegment } from './defined-segment.ts';

/** Makes the lists and the mode of a segment those of the file; returns whether anything changed. */
export async function applyLists(context: DefinitionContext, { id, slug, mode }: DefinedSegment, wanted: FileSegment): Promise<boolean> {
  const { control } = context;
  const entries = new Map<string, ListedIdentifier & Pick<ListEntry, 'mode'>>();
  for (const listMode of ['include', 'exclude'] as const) {
    for (const entry of wanted[listMode]) {
      for (const [namespace, value] of Object.entries(entry)) entries.set(keyOf({ namespace, value }), { namespace, value, mode: listMode });
    }
  }
  const before = await readLists(control, slug);
  const gone = before.filter((entry) => !entries.has(keyOf(entry)));
  const had = new Map(before.map((entry) => [keyOf(entry), entry.mode]));
  const fresh = [...entries.values()].filter((entry) => had.get(keyOf(entry)) !== entry.mode);
  if (gone.length > 0) await clearList(context, slug, gone);
  for (const listMode of ['include', 'exclude'] as const)
    await putOnList(
      context,
      slug,
      fresh.filter((entry) => entry.mode === listMode),
      listMode,
    );
  if (mode !== wanted.mode) {
    await control
      .updateTable('segments')
      .set({ mode: wanted.mode, updated_at: timestamp(context) })
      .where('id', '=', id)
      .execute();
    await countListsChange(control, id);
  }
  return gone.length > 0 || fresh.length > 0 || mode !== wanted.mode;
}

const keyOf = ({ namespace, value }: ListedIdentifier): string => JSON.stringify([namespace, value]);
