import { sql } from '../../sql/index.ts';
import { bringFeatures } from '../world/evaluate-touched.ts';
import type { Definitions, LiveWorld } from '../world/live-world.ts';
import { letGoOfTables } from '../world/let-go-of-tables.ts';
import { type Layout, mostInside, mostInWide } from '../world/small-world.ts';

type World = { readonly layout: Layout; readonly definitions: Definitions };

/**
 * Features that no condition waits for are brought up beside the rounds, for many customers at once: they are what people look at, and whoever writes finds them as they
 * are now. Whose they are stands in `late_features`, so that a crash leaves nobody behind.
 */
export type LateFeatures = {
  /** Somebody's are waiting. */
  readonly wait: () => void;
  readonly isWaiting: () => boolean;
  /** They are being brought up. */
  readonly isRunning: () => boolean;
  /** Whether it is time: nothing else is to be done, or they have waited long enough. */
  readonly isDue: (isIdle: boolean) => boolean;
  /** Begins to bring them up, on a connection of its own. In a turn among the writers, so that nobody else is about to write features. */
  readonly bring: (world: World) => void;
  /** Resolves when what was begun is done. */
  readonly running: () => Promise<void>;
  /** All of them, now. */
  readonly bringAll: (world: World) => Promise<void>;
  /** After a start, or when definitions are others: where conditions have come to ask about features, everybody whose were late is looked at again. */
  readonly afterChange: (layout: Layout) => Promise<void>;
};

/** Milliseconds from one time to the next, which take a quarter of the time at most. */
const longEnough = 3000;

/** Of so many customers at once that they have about so many events, however long their histories are: what is held meanwhile does not grow with the facts. */
const mostEvents = 100_000;

export function openLateFeatures(world: LiveWorld, ended: (error?: unknown) => void): LateFeatures {
  let waiting = false;
  let work: Promise<void> | undefined;
  let again = 0;
  let failed = false;
  let most = mostInside;
  const begin = async ({ layout, definitions }: World): Promise<void> => {
    waiting = false;
    failed = false;
    const began = Date.now();
    try {
      await world.late.unaided(async () => {
        // Who comes meanwhile waits for the next time: while data streams in it would never end.
        const all = await world.late.row<{ count: number }>(sql`select count(distinct profile) as count from late_features`);
        for (let left = all?.count ?? 0; left > 0; ) {
          const { profiles, events } = await bringFeatures(world, layout, definitions, world.effects.now(), most);
          left = profiles === 0 ? 0 : left - profiles;
          most = Math.min(mostInWide, Math.max(mostInside, Math.floor((mostEvents * profiles) / Math.max(1, events))));
        }
      });
    } catch (error) {
      waiting = true;
      failed = true;
      throw error;
    } finally {
      await letGoOfTables(world.late);
      again = Date.now() + Math.max(longEnough, 3 * (Date.now() - began));
    }
  };
  const tellWhenDone = async (bringing: Promise<void>): Promise<void> => {
    let trouble: unknown;
    try {
      await bringing;
    } catch (error) {
      trouble = error;
    }
    work = undefined;
    ended(trouble);
  };
  const running = async (): Promise<void> => {
    await work;
  };
  return {
    wait: () => {
      waiting = true;
    },
    isWaiting: () => waiting || work !== undefined,
    isRunning: () => work !== undefined,
    isDue: (isIdle) => waiting && work === undefined && ((isIdle && !failed) || Date.now() > again),
    bring: (now) => {
      work = tellWhenDone(begin(now));
    },
    running,
    bringAll: async (now) => {
      await running();
      if (waiting) await begin(now);
    },
    afterChange: async (layout) => {
      await running();
      if ((await world.warehouse.row(sql`select 1 from late_features limit 1`)) === undefined) return;
      if (!layout.asksFeatures) waiting = true;
      else
        await world.warehouse.transaction(async () => {
          await world.warehouse.run(sql`insert into live_queue select distinct profile, false, null::TIMESTAMP from late_features`);
          await world.warehouse.run(sql`delete from late_features`);
        });
    },
  };
}
