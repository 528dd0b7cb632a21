import { type DefinitionContext, inTransaction, timestamp } from './context.ts';
import { clearList, putOnList } from './lists.ts';
import { readSegment } from './read.ts';
import type { ListedIdentifier, DefinedSegment } from './defined-segment.ts';

type FreezeContext = Pick<DefinitionContext, 'control' | 'author' | 'effects'>;

/**
 * Makes a segment static: its members are these customers until it is thawed, one identifier each. They become its include list, and
 * the exclude list is emptied, since it has done its work.
 */
export const freezeSegment = (context: FreezeContext, slugOrName: string, members: readonly ListedIdentifier[]): Promise<DefinedSegment> =>
  inTransaction(context, async (inside) => {
    await clearList(inside, slugOrName);
    await putOnList(inside, slugOrName, members, 'include');
    return setMode(inside, slugOrName, 'static');
  });

/** Lets a segment follow its definition again; its frozen members are forgotten. */
export const thawSegment = (context: FreezeContext, slugOrName: string): Promise<DefinedSegment> =>
  inTransaction(context, async (inside) => {
    const segment = await readSegment(inside.control, slugOrName);
    if (segment.mode === 'live') return segment;
    await clearList(inside, slugOrName);
    return setMode(inside, slugOrName, 'live');
  });

async function setMode(context: FreezeContext, slugOrName: string, mode: DefinedSegment['mode']): Promise<DefinedSegment> {
  const { id, slug } = await readSegment(context.control, slugOrName);
  await context.control
    .updateTable('segments')
    .set({ mode, updated_at: timestamp(context) })
    .where('id', '=', id)
    .execute();
  return readSegment(context.control, slug);
}
