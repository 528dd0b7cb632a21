import { type App, bringUpToDate, staleness } from '../../app/index.ts';
import { hour, type Instant, minute } from '../../core/index.ts';
import type { Service } from '../service.ts';
import { patiently } from './patiently.ts';
import { trainStale } from './predict.ts';
import { runDueSchedules } from './schedules.ts';
import type { Unattended } from './troubles.ts';
import { warm } from './warm.ts';
import { watchShop } from './watch.ts';

export type Scheduler = { readonly stop: () => Promise<void> };

const tickMilliseconds = 15_000;
/** A server that has just begun has better things to do, and unusual weeks do not come by the minute. */
const watchAfter = 15 * minute;

/** Models grow old by the day, also where nothing comes. */
const trainAfter = hour;

/** What it does by itself, in this order. */
const importsDue: Unattended = {
  work: 'scheduled-imports',
  title: 'Imports that are due could not be started',
  advice: 'They are tried again by themselves within an hour; start them by hand under Imports, Schedules where that is too late.',
};
const figures: Unattended = {
  work: 'refresh',
  title: 'Figures could not be brought up to date',
  advice: 'Screens show those of before. It is tried again within an hour, and at once when the server is started anew.',
};
const panels: Unattended = {
  work: 'panels',
  title: 'Panels could not be computed ahead',
  advice: 'They are computed when somebody opens them, which takes longer.',
};
const models: Unattended = {
  work: 'retraining',
  title: 'Models that should learn again could not be looked for',
  advice: 'Those that act go on as they are; train them by hand under Predict.',
};
const unusual: Unattended = { work: 'watch', title: 'Nothing could be looked at for what is unusual', advice: 'It is tried again within an hour.' };

export type SchedulerOptions = Pick<Service, 'desk' | 'jobs' | 'askers' | 'troubles'> & {
  /** For tests: milliseconds from one tick to the next. */
  readonly every?: number;
};

/**
 * Keeps the figures of the present: at every tick it starts the imports that are due, brings up to date what facts or time have made stale, then
 * computes the panels that people open first. Starting waits for nobody; of the rest, one tick at a time. What fails is told, keeps the rest from nothing, and is left alone for a while.
 */
export function startScheduler({ desk, jobs, askers, troubles, every = tickMilliseconds }: SchedulerOptions): Scheduler {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  let starting: Promise<unknown> = Promise.resolve();
  let busy = false;
  let warmed = '';
  let trained = '';
  let trainedAt = 0 as Instant;
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
  const attempt = patiently(desk.app.effects.now, troubles, () => stopped);
  const keepFresh = async (): Promise<void> => {
    await attempt(figures, async () => {
      // Looking is a read: whoever writes is not kept waiting, and kept answers stay.
      if ((await desk.read((app) => staleness(app))) !== 'nothing') await inTurn((app) => bringUpToDate(app));
    });
    const stamp = desk.factsStamp();
    const now = desk.app.effects.now();
    if (stopped) return;
    if (stamp !== warmed)
      await attempt(panels, async () => {
        await warm(
          desk,
          () => stopped,
          () => askers.quiet(),
        );
        warmed = stamp;
      });
    // Figures are those of the present now: models that have grown old, or whose customers have become others, learn again.
    if (!stopped && (stamp !== trained || now - trainedAt >= trainAfter))
      await attempt(models, async () => {
        await trainStale({ desk, jobs });
        [trained, trainedAt] = [stamp, now];
      });
    if (stopped || stamp === watchedFacts || now - watchedAt < watchAfter) return;
    watchedAt = now;
    await attempt(unusual, async () => {
      await watchShop(
        desk,
        (app) => app,
        () => stopped,
      );
      watchedFacts = stamp;
    });
  };
  const tick = (): void => {
    if (stopped) return;
    starting = starting.then(() => attempt(importsDue, () => runDueSchedules({ desk, jobs })));
    if (busy) return;
    busy = true;
    running = keepFresh().finally(() => {
      busy = false;
    });
  };
  const timer = setInterval(tick, every);
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
