import type { Warehouse } from '../warehouse.ts';
import { sql } from '../../sql/index.ts';
import { createFacts } from './001-facts.ts';
import { createMembers } from './002-members.ts';
import { createSightings } from './003-sightings.ts';
import { createFoldedTexts } from './004-folded-texts.ts';
import { createDescribedItems } from './005-described-items.ts';
import { createKeptVocabulary } from './006-kept-vocabulary.ts';
import { createPredictions } from './007-predictions.ts';
import { createPeople } from './008-people.ts';
import { createLive } from './009-live.ts';
import { createDueConditions } from './010-due-conditions.ts';
import { createLateFeatures } from './011-late-features.ts';
import { createToldOrders } from './012-told-orders.ts';
import { createBatchTraits } from './014-batch-traits.ts';
import { undateConsent } from './015-undated-consent.ts';
import { listAtOnce } from './016-listed-at-once.ts';
import { createListsVersion } from './017-lists-version.ts';
import { createBatchClocks } from './018-batch-clocks.ts';
import { createVisits } from './019-visits.ts';
import { createOrderGross } from './013-order-gross.ts';

export { recordKey, versionedTables } from './001-facts.ts';

const migrations: readonly (readonly string[])[] = [
  createFacts,
  createMembers,
  createSightings,
  createFoldedTexts,
  createDescribedItems,
  createKeptVocabulary,
  createPredictions,
  createPeople,
  createLive,
  createDueConditions,
  createLateFeatures,
  createToldOrders,
  createOrderGross,
  createBatchTraits,
  undateConsent,
  listAtOnce,
  createListsVersion,
  createBatchClocks,
  createVisits,
];
export const schemaVersion = migrations.length;

/** Brings a warehouse to the newest schema, each step in a transaction. Returns the version it had. */
export async function migrate(warehouse: Warehouse): Promise<number> {
  await warehouse.run(sql`create table if not exists schema_version (version INTEGER)`);
  const found = await warehouse.row<{ version: number | null }>(sql`select max(version) as version from schema_version`);
  const had = found?.version ?? 0;
  for (let version = had; version < migrations.length; version += 1) {
    await warehouse.transaction(async () => {
      for (const text of migrations[version] ?? []) await warehouse.run({ kind: 'fragment', parts: [{ kind: 'text', text }] });
      await warehouse.run(sql`insert into schema_version values (${version + 1})`);
    });
  }
  return had;
}
