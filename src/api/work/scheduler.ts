import { type App, bringUpToDate, staleness } from '../../app/index.ts';
import { minute } from '../../core/index.ts';
import type { Service } from '../service.ts';
import { trainStale } from './predict.ts';
import { runDueSchedules } from './schedules.ts';
import { warm } from './warm.ts';
import { watchShop } from './watch.ts';

export type Scheduler = { readonly stop: () => Promise<void> };

const tickMilliseconds = 15_000;
/** A server that has just begun has better things to do, and unusual weeks do not come by the minute. */
const watchAfter = 15 * minute;

/**
 * Keeps the figures of the present: at every tick it starts the imports that are due, brings up to date what facts or time have made stale, then
 * computes the panels that people open first. Starting waits for nobody; of the rest, one tick at a time.
 */
export function startScheduler({ desk, jobs, askers }: Pick<Service, 'desk' | 'jobs' | 'askers'>): Scheduler {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  let starting: Promise<unknown> = Promise.resolve();
  let busy = false;
  let warmed = '';
  let watchedFacts = '';
  let watchedAt = desk.app.effects.now();
  /** What a tick has under way in its turn among the writers; taken back whole when it is interrupted. */
  let writing: App['warehouse'] | undefined;
  const inTurn = (work: (app: App) => Promise<unknown>): Promise<unknown> =>
    desk.write(async (app) => {
      if (stopped) return;
      writing = app.warehouse;
      await work(app).finally(() => {
        writing = undefined;
      });
    });
  const keepFresh = async (): Promise<void> => {
    // Looking is a read: whoever writes is not kept waiting, and kept answers stay.
    if ((await desk.read((app) => staleness(app))) !== 'nothing') await inTurn((app) => bringUpToDate(app));
    if (desk.factsStamp() !== warmed) {
      warmed = desk.factsStamp();
      await warm(
        desk,
        () => stopped,
        () => askers.quiet(),
      );
      // Figures are those of the present now: models that have grown old, or whose customers have become others, learn again.
      if (!stopped) await trainStale({ desk, jobs });
    }
    if (stopped || desk.factsStamp() === watchedFacts || desk.app.effects.now() - watchedAt < watchAfter) return;
    watchedAt = desk.app.effects.now();
    await watchShop(
      desk,
      (app) => app,
      () => stopped,
    );
    watchedFacts = desk.factsStamp();
  };
  const tick = (): void => {
    if (stopped) return;
    starting = starting.then(() => runDueSchedules({ desk, jobs })).catch(() => undefined);
    if (busy) return;
    busy = true;
    running = keepFresh()
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(tick, tickMilliseconds);
  tick();
  return {
    stop: async () => {
      stopped = true;
      askers.letGo();
      clearInterval(timer);
      writing?.interrupt();
      desk.abandonReads();
      await starting;
      await running;
    },
  };
}
