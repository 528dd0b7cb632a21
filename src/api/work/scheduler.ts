import { bringUpToDate } from '../../app/index.ts';
import type { Service } from '../service.ts';

export type Scheduler = { readonly stop: () => Promise<void> };

const tickMilliseconds = 15_000;

/** Keeps the figures of the present: at every tick it brings up to date what facts or time have made stale. One tick at a time. */
export function startScheduler({ desk }: Service): Scheduler {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const tick = (): void => {
    if (stopped || busy) return;
    busy = true;
    running = desk
      .write((app) => bringUpToDate(app))
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
      await running;
    },
  };
}
