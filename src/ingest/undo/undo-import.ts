import { sql } from '../../sql/index.ts';

import type { Identity, IngestContext } from '../context.ts';
import { undoAppended } from './appended.ts';
import { alignFacts, settleItems } from './items.ts';
import { foldAgain, takeBackStates } from './told-orders.ts';
import type { Undone } from './undone.ts';
import { undoVersions } from './versions.ts';

/**
 * Takes a batch back exactly: afterwards the tables hold what importing the other batches alone would have left. Records that only it brought go,
 * records that it changed are as before, and records that a later batch brought again unchanged pass to that batch.
 * One transaction; a batch that is not there is nothing to take back.
 */
export async function undoWith(identity: Identity, context: IngestContext, batch: number): Promise<Undone> {
  const { warehouse } = context;
  return warehouse.transaction(async () => {
    await warehouse.run(sql`delete from sightings where batch = ${batch}`);
    const later = await takeBackStates(warehouse, batch);
    const counts: Undone[] = [];
    for (const table of ['orders', 'customers', 'products', 'feedback'] as const) counts.push(await undoVersions(warehouse, table, batch));
    counts.push({ removed: await settleItems(warehouse, batch), restored: 0 });
    counts.push(await undoAppended(warehouse, batch));
    await warehouse.run(sql`delete from batches where batch = ${batch}`);
    await warehouse.run(sql`delete from batch_traits where batch = ${batch}`);
    await identity.forget(warehouse, batch, context.decisions);
    await foldAgain(context, identity, later);
    await alignFacts(warehouse);
    return { removed: sum(counts.map(({ removed }) => removed)), restored: sum(counts.map(({ restored }) => restored)) };
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
