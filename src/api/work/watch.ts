import { type App, type Desk, prepareWatch, runWatch } from '../../app/index.ts';
import type { WatchRun } from '../../contract/index.ts';
import { type JobHandler, jobHandler } from '../../jobs/index.ts';
import { watched } from './watched.ts';

/** Earlier weeks one by one, then what is unusual: whoever writes waits for one step at most. */
export async function watchShop(desk: Desk, seen: (app: App) => App, stopped: () => boolean): Promise<WatchRun> {
  while (!stopped() && (await desk.write((app) => prepareWatch(seen(app)))));
  return desk.write((app) => runWatch(seen(app)));
}

/** Looks for what is unusual, as a job. */
export const watchWork = (desk: Desk): JobHandler =>
  jobHandler({
    kind: 'watch',
    // Each step takes its own turn among the writers.
    lane: 'light',
    restart: 'again',
    // There is nothing to say about it.
    read: () => null,
    run: (_request, job) =>
      watchShop(
        desk,
        (app) => watched(app, job),
        () => job.signal.aborted,
      ),
  });
