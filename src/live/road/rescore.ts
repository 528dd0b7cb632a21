import { rescoreFeatures } from '../../profiles/index.ts';
import { sql } from '../../sql/index.ts';
import type { Definitions, LiveWorld } from '../world/live-world.ts';

/** Scores among everybody move those that stand at an edge, who are looked at again. */
export async function rescore({ warehouse }: LiveWorld, { settings }: Definitions): Promise<void> {
  await warehouse.transaction(async () => {
    await rescoreFeatures(warehouse, settings);
    await warehouse.run(sql`insert into live_queue select profile, false, null from rescored`);
  });
}
