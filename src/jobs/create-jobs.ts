import type { Job, JobEvent, JobPage } from '../contract/index.ts';
import { type JobRow, stamp } from '../control/index.ts';
import { ClienteleError, hour, type Instant } from '../core/index.ts';
import { follow, listeners } from './follow.ts';
import type { JobHandler, Lane } from './handler.ts';
import { settleInFlight } from './idempotency.ts';
import { jobFrom } from './job.ts';
import { type After, afterTimeout, type JobsContext } from './jobs-context.ts';
import { type JobFilter, lastEvent, listJobs, readJob } from './list.ts';
import { type JobsFailed, type Runner, runner } from './runner.ts';
import { removeOld, settled } from './settle.ts';
import { jobStore } from './store.ts';
import { type Submission, submit } from './submit.ts';

export type JobsOptions = JobsContext & {
  readonly handlers: readonly JobHandler[];
  /** How many of each lane run at once. */
  readonly lanes?: Readonly<Record<Lane, number>>;
  readonly after?: After;
  readonly failed?: JobsFailed;
};

/** Long work: accepted at once, done in turn, watched, cancelled, and taken up again after a restart. */
export type Jobs = {
  /** @throws job.kind, job.stopping, request.idempotency-mismatch */
  readonly submit: (submission: Submission) => Promise<Job>;
  /** @throws job.unknown */
  readonly get: (id: string) => Promise<Job>;
  /** @throws request.cursor */
  readonly list: (filter?: JobFilter) => Promise<JobPage>;
  /** Queued jobs end at once, running ones are asked to (`cancelling`), finished ones stay. @throws job.unknown */
  readonly cancel: (id: string) => Promise<Job>;
  /** Every change from now on; the answer ends it. */
  readonly subscribe: (listener: (event: JobEvent) => void) => () => void;
  /** Every change (of one job) after an event: first what is past, then what comes, none missed and none twice. The answer ends it. */
  readonly follow: (after: number, listener: (event: JobEvent) => void, job?: string) => Promise<() => void>;
  /** The number of the newest event, for a stream that wants no past. */
  readonly lastEvent: () => Promise<number>;
  /** Settles what a crash left and begins to work. Once per process, by the only process of the workspace. */
  readonly start: () => Promise<void>;
  /** Takes nothing new; waits for what runs, then asks it to give up, then hands the rest to the next start. */
  readonly stop: (patience?: Patience) => Promise<void>;
};

/** Milliseconds to wait for running jobs: before they are asked to give up, and after. */
export type Patience = { readonly untilAbort: number; readonly afterAbort: number };

export function createJobs({ control, effects, handlers, lanes = { write: 1, light: 2 }, after = afterTimeout, failed = () => undefined }: JobsOptions): Jobs {
  const context: JobsContext = { control, effects };
  const byKind = new Map(handlers.map((handler) => [handler.kind, handler]));
  const heard = listeners();
  const store = jobStore(control, heard.tell);
  const work: Runner = runner({ context, store, handlers: byKind, lanes, after, failed });
  let cleaned: Instant | undefined;

  const clean = async (): Promise<void> => {
    const now = effects.now();
    if (cleaned !== undefined && now - cleaned < hour) return;
    cleaned = now;
    await store.alone(() => removeOld(context));
  };

  return Object.freeze<Jobs>({
    submit: async (submission) => {
      if (work.stopping()) throw new ClienteleError('job.stopping');
      const row = await submit(context, store, byKind, submission);
      await clean();
      work.look();
      return jobFrom(row);
    },
    get: (id) => readJob(control, id),
    list: (filter) => listJobs(control, filter),
    cancel: async (id) => {
      const now = stamp(effects.now());
      const ended = await store.change(id, ['queued'], { status: 'cancelled', cancel_asked_at: now, finished_at: now });
      if (ended === undefined) await store.change(id, ['running'], { cancel_asked_at: now }, () => work.abort(id));
      return readJob(control, id);
    },
    subscribe: heard.subscribe,
    follow: (from, listener, job) => follow(control, { subscribe: heard.subscribe, after: from, job, listener }),
    lastEvent: () => lastEvent(control),
    start: async () => {
      await settleInFlight(context);
      await clean();
      const left: readonly JobRow[] = await control.selectFrom('jobs').selectAll().where('status', 'in', ['queued', 'running']).orderBy('number').execute();
      for (const row of left) {
        const change = settled(row, byKind.get(row.kind), stamp(effects.now()));
        if (change !== undefined) await store.change(row.id, [row.status], change);
      }
      work.start();
    },
    stop: (patience = { untilAbort: 5000, afterAbort: 10_000 }) => work.stop(patience),
  });
}
