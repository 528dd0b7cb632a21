import { bringUpToDate, staleness } from '../../app/index.ts';
import type { Service } from '../service.ts';
import { runDueSchedules } from './schedules.ts';
import { warm } from './warm.ts';

export type Scheduler = { readonly stop: () => Promise<void> };

const tickMilliseconds = 15_000;

/**
 * Keeps the figures of the present: at every tick it starts the imports that are due, brings up to date what facts or time have made stale, then
 * computes the panels that people open first. Starting waits for nobody; of the rest, one tick at a time.
 */
export function startScheduler({ desk, jobs }: Pick<Service, 'desk' | 'jobs'>): Scheduler {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  let starting: Promise<unknown> = Promise.resolve();
  let busy = false;
  let warmed = '';
  const keepFresh = async (): Promise<void> => {
    // Looking is a read: whoever writes is not kept waiting, and kept answers stay.
    if ((await desk.read((app) => staleness(app))) !== 'nothing') await desk.write((app) => bringUpToDate(app));
    if (desk.factsStamp() === warmed) return;
    warmed = desk.factsStamp();
    await warm(desk, () => stopped);
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
      clearInterval(timer);
      await starting;
      await running;
    },
  };
}
