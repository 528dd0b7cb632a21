import type { Progress } from '../core/index.ts';

/** `write`: changes the warehouse, one at a time. `light`: the rest, a few at once. */
export type Lane = 'write' | 'light';

export type JobContext = {
  readonly id: string;
  /** Aborted when somebody cancels or the server stops: give up at the next safe point and throw. */
  readonly signal: AbortSignal;
  /** May be called as often as one likes; it is written down a few times a second. */
  readonly progress: Progress;
};

/** How one kind of job is done. What it resolves to is kept as JSON and answered as the job's result. */
export type JobHandler = {
  readonly kind: string;
  readonly lane: Lane;
  /** After a crash or a stop: `again` for work that may be begun anew without harm, `fail` for what a person must decide about. */
  readonly restart: 'again' | 'fail';
  /** What a request comes to, so that two can be compared: what was left out stands there as it is then. */
  readonly means: (request: unknown) => unknown;
  readonly run: (request: unknown, context: JobContext) => Promise<unknown>;
};

/** A handler that knows the type of its requests; `read` checks what was kept, as an older version may have written it. */
export function jobHandler<Request>(
  handler: Omit<JobHandler, 'run' | 'means'> & {
    readonly read: (request: unknown) => Request;
    /** All of it where left out. */
    readonly means?: (request: Request) => unknown;
    readonly run: (request: Request, context: JobContext) => Promise<unknown>;
  },
): JobHandler {
  const { kind, lane, restart, read, run, means = (request) => request } = handler;
  return Object.freeze({
    kind,
    lane,
    restart,
    means: (request) => means(read(request)),
    run: async (request: unknown, context: JobContext) => run(read(request), context),
  });
}
