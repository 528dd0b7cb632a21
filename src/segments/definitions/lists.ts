import type { Control } from '../../control/index.ts';
import { type DefinitionContext, inTransaction, timestamp } from './context.ts';
import { readSegment } from './read.ts';
import type { ListedIdentifier, ListEntry } from './defined-segment.ts';

type ListContext = Pick<DefinitionContext, 'control' | 'author' | 'effects'>;

/** These customers are members whatever the definition says. Returns how many were not on the list before. */
export const includeInSegment = (context: ListContext, slugOrName: string, customers: readonly ListedIdentifier[]): Promise<number> =>
  inTransaction(context, (inside) => putOnList(inside, slugOrName, customers, 'include'));

/** These customers are no members whatever the definition says. */
export const excludeFromSegment = (context: ListContext, slugOrName: string, customers: readonly ListedIdentifier[]): Promise<number> =>
  inTransaction(context, (inside) => putOnList(inside, slugOrName, customers, 'exclude'));

/** Takes customers off both lists, all of them where none are named. Returns how many were on one. */
export function clearList(context: Pick<ListContext, 'control'>, slugOrName: string, customers?: readonly ListedIdentifier[]): Promise<number> {
  return inTransaction(context, async ({ control }) => {
    const { id } = await readSegment(control, slugOrName);
    if (customers === undefined) {
      const { numDeletedRows } = await control.deleteFrom('segment_lists').where('segment', '=', id).executeTakeFirstOrThrow();
      await countListsChange(control, id);
      return Number(numDeletedRows);
    }
    let cleared = 0;
    for (const { namespace, value } of customers) {
      const { numDeletedRows } = await control
        .deleteFrom('segment_lists')
        .where('segment', '=', id)
        .where('namespace', '=', namespace)
        .where('value', '=', value)
        .executeTakeFirstOrThrow();
      cleared += Number(numDeletedRows);
    }
    await countListsChange(control, id);
    return cleared;
  });
}

/** Who is on the lists of a segment, by namespace and value. */
export async function readLists(control: Control, slugOrName: string): Promise<readonly ListEntry[]> {
  const { id } = await readSegment(control, slugOrName);
  return control
    .selectFrom('segment_lists')
    .select(['namespace', 'value', 'mode', 'author', 'at'])
    .where('segment', '=', id)
    .orderBy('namespace')
    .orderBy('value')
    .execute();
}

/** The lists of all segments that have one, by slug. */
export async function readAllLists(control: Control): Promise<ReadonlyMap<string, readonly ListEntry[]>> {
  const rows = await control
    .selectFrom('segment_lists')
    .innerJoin('segments', 'segments.id', 'segment_lists.segment')
    .select(['segments.slug', 'segment_lists.namespace', 'segment_lists.value', 'segment_lists.mode', 'segment_lists.author', 'segment_lists.at'])
    .where('segments.deleted_at', 'is', null)
    .orderBy('segment_lists.namespace')
    .orderBy('segment_lists.value')
    .execute();
  return Map.groupBy(rows, ({ slug }) => slug);
}

/** In the transaction of the change: whoever starts after a crash sees by it that members were worked out by other lists. */
export async function countListsChange(control: Control, id: string): Promise<void> {
  await control
    .updateTable('segments')
    .set((column) => ({ lists_version: column('lists_version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Rows go in by the hundred: SQLite takes a bounded number of parameters. */
const chunk = 500;

export async function putOnList(context: ListContext, slugOrName: string, customers: readonly ListedIdentifier[], mode: ListEntry['mode']): Promise<number> {
  const { control, author } = context;
  const { id } = await readSegment(control, slugOrName);
  const at = timestamp(context);
  const before = await onList(control, id, mode);
  for (let from = 0; from < customers.length; from += chunk) {
    const rows = customers.slice(from, from + chunk).map(({ namespace, value }) => ({ segment: id, namespace, value, mode, author, at }));
    await control
      .insertInto('segment_lists')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['segment', 'namespace', 'value']).doUpdateSet({ mode, author, at }).where('segment_lists.mode', '!=', mode))
      .execute();
  }
  await countListsChange(control, id);
  return (await onList(control, id, mode)) - before;
}

async function onList(control: Control, id: string, mode: ListEntry['mode']): Promise<number> {
  const row = await control
    .selectFrom('segment_lists')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('segment', '=', id)
    .where('mode', '=', mode)
    .executeTakeFirstOrThrow();
  return row.rows;
}
