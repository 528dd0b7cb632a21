import { type Instant, instant, startOfPeriod } from '../../core/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { soonestDue } from '../time/due-table.ts';
import type { LiveWorld } from '../world/live-world.ts';

/** Where the present is the end of the data, nothing changes by waiting. */
export const timePasses = (world: LiveWorld): boolean => world.workspace().present === 'now';

type Waits = { readonly isQueued: boolean; readonly due: Instant | null; readonly made: number };

/** Asked before every round, so in one statement: whether somebody is to be looked at, when somebody is due next, and the instant that features were made as of. */
export const whatWaits = async (warehouse: Warehouse): Promise<Waits> =>
  (await warehouse.row<Waits>(sql`select exists (select 1 from live_queue) as "isQueued", (select min("at") from live_due) as due,
    coalesce((select max(value) from counters where name = 'features_as_of'), 0) as made`)) ?? { isQueued: false, due: null, made: 0 };

/** What is about the day (days since an order, say) is of the day that the features were made on. */
export const dayIsOver = (world: LiveWorld, made: number): boolean =>
  made > 0 && timePasses(world) && startOfPeriod(instant(made), world.workspace().zone, 'day', 1) <= world.effects.now();

/** When time alone next has something to do. */
export async function nextInstant(world: LiveWorld, warehouse: Warehouse): Promise<Instant> {
  const midnight = startOfPeriod(world.effects.now(), world.workspace().zone, 'day', 1);
  const due = timePasses(world) ? await soonestDue(warehouse) : undefined;
  return due !== undefined && due < midnight ? due : midnight;
}
