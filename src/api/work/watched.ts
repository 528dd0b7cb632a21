import type { App } from '../../app/index.ts';
import type { JobContext } from '../../jobs/index.ts';

/** The same app, whose progress goes to a job and whose work stops at its next step once the job is cancelled. */
export function watched(app: App, { signal, progress }: Pick<JobContext, 'signal' | 'progress'>): App {
  signal.addEventListener('abort', () => app.warehouse.interrupt(), { once: true });
  return {
    ...app,
    signal,
    effects: {
      ...app.effects,
      progress: (step) => {
        signal.throwIfAborted();
        progress(step);
      },
    },
  };
}
