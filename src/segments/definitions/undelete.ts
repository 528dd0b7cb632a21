import { ClienteleError } from '../../core/index.ts';
import { type DefinitionContext, inTransaction, timestamp } from './context.ts';
import { refuseTakenName } from './create.ts';
import type { DefinedSegment } from './defined-segment.ts';
import { countListsChange } from './lists.ts';
import { listSegments } from './read.ts';

/** Brings the segment back that was last deleted under this slug. Throws `segment.unknown` for none, `segment.exists` when its name has been taken. */
export const undeleteSegment = (context: Pick<DefinitionContext, 'control' | 'effects'>, slug: string): Promise<DefinedSegment> =>
  inTransaction(context, async (inside) => {
    const { control } = inside;
    const [segment] = (await listSegments(control, { deleted: true }))
      .filter((one) => one.slug === slug)
      .toSorted((a, b) => (b.deletedAt ?? '').localeCompare(a.deletedAt ?? ''));
    if (segment === undefined) throw new ClienteleError('segment.unknown', { name: slug, hint: 'No deleted segment has this name.' });
    await refuseTakenName({ control }, segment.name, segment.slug, segment.id);
    const at = timestamp(inside);
    await control.updateTable('segments').set({ deleted_at: null, updated_at: at }).where('id', '=', segment.id).execute();
    // Nobody has followed who is in it meanwhile.
    await countListsChange(control, segment.id);
    return { ...segment, deletedAt: null, updatedAt: at };
  });
