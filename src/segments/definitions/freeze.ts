import { type DefinitionContext, inTransaction, timestamp } from './context.ts';
import { clearList, countListsChange, putOnList } from './lists.ts';
import { readSegment } from './read.ts';
import type { ListedIdentifier, DefinedSegment } from './defined-segment.ts';

type FreezeContext = Pick<DefinitionContext, 'control' | 'author' | 'effects'>;

/**
 * Makes a segment static: its members are these customers until it is thawed, one identifier each. They stand on its include list meanwhile; the lists
 * that it had are laid aside. What is frozen already keeps the lists of the first time.
 */
export const freezeSegment = (context: FreezeContext, slugOrName: string, members: readonly ListedIdentifier[]): Promise<DefinedSegment> =>
  inTransaction(context, async (inside) => {
    const { id, mode } = await readSegment(inside.control, slugOrName);
    if (mode === 'live') {
      await inside.control.deleteFrom('lists_before_freezing').where('segment', '=', id).execute();
      await inside.control
        .insertInto('lists_before_freezing')
        .columns(columns)
        .expression(inside.control.selectFrom('segment_lists').select(columns).where('segment', '=', id))
        .execute();
    }
    await clearList(inside, slugOrName);
    await putOnList(inside, slugOrName, members, 'include');
    return setMode(inside, slugOrName, 'static');
  });

const columns = ['segment', 'namespace', 'value', 'mode', 'author', 'at'] as const;

/** Lets a segment follow its definition again, with the manual lists that it had before; its frozen members are forgotten. */
export const thawSegment = (context: FreezeContext, slugOrName: string): Promise<DefinedSegment> =>
  inTransaction(context, async (inside) => {
    const segment = await readSegment(inside.control, slugOrName);
    if (segment.mode === 'live') return segment;
    await clearList(inside, slugOrName);
    await inside.control
      .insertInto('segment_lists')
      .columns(columns)
      .expression(inside.control.selectFrom('lists_before_freezing').select(columns).where('segment', '=', segment.id))
      .execute();
    await inside.control.deleteFrom('lists_before_freezing').where('segment', '=', segment.id).execute();
    return setMode(inside, slugOrName, 'live');
  });

async function setMode(context: FreezeContext, slugOrName: string, mode: DefinedSegment['mode']): Promise<DefinedSegment> {
  const { id, slug } = await readSegment(context.control, slugOrName);
  await context.control
    .updateTable('segments')
    .set({ mode, updated_at: timestamp(context) })
    .where('id', '=', id)
    .execute();
  await countListsChange(context.control, id);
  return readSegment(context.control, slug);
}
