import { ClienteleError } from '../../core/index.ts';
import { type DefinitionContext, inTransaction, timestamp } from './context.ts';
import { listSegments, readSegment } from './read.ts';
import type { DefinedSegment } from './defined-segment.ts';
import { usersOf } from './users.ts';

/** Deletes a segment; its versions and lists are kept. Throws `segment.in-use` while others refer to it. */
export const deleteSegment = (context: Pick<DefinitionContext, 'control' | 'effects'>, slugOrName: string): Promise<DefinedSegment> =>
  inTransaction(context, async (inside) => {
    const { control } = inside;
    const segment = await readSegment(control, slugOrName);
    const segments = await listSegments(control);
    const users = usersOf(segment.slug, segments).direct;
    if (users.length > 0) {
      const names = segments.filter(({ slug }) => users.includes(slug)).map(({ name }) => `"${name}"`);
      throw new ClienteleError('segment.in-use', { name: segment.name, users: names.join(', ') }, { users });
    }
    const at = timestamp(inside);
    await control.updateTable('segments').set({ deleted_at: at, updated_at: at }).where('id', '=', segment.id).execute();
    return { ...segment, deletedAt: at, updatedAt: at };
  });
