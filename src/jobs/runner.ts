import { type JobRow, stamp } from '../control/index.ts';
import { ClienteleError } from '../core/index.ts';
import type { JobHandler, Lane } from './handler.ts';
import { errorText } from './job.ts';
import type { After, JobsContext } from './jobs-context.ts';
import { throttled } from './progress.ts';
import { interrupted, requeued } from './settle.ts';
import type { JobChange, JobStore } from './store.ts';

/** Takes queued jobs in turn and does them. */
export type Runner = {
  readonly start: () => void;
  /** Looks whether there is something to begin. */
  readonly look: () => void;
  readonly abort: (id: string) => void;
  readonly stopping: () => boolean;
  readonly stop: (patience: { readonly untilAbort: number; readonly afterAbort: number }) => Promise<void>;
};

type Running = {
  readonly row: JobRow;
  readonly handler: JobHandler;
  readonly controller: AbortController;
  /** Asked for by a person, rather than by a stopping server. */
  cancelled: boolean;
  ended: Promise<void>;
};

type World = {
  readonly context: JobsContext;
  readonly store: JobStore;
  readonly handlers: ReadonlyMap<string, JobHandler>;
  readonly lanes: Readonly<Record<Lane, number>>;
  readonly after: After;
  readonly failed: JobsFailed;
};

/** Trouble with the store, which nobody who asks is told of; or with a job, from no catalogue. */
export type JobsFailed = (error: unknown, job?: Pick<JobRow, 'id' | 'kind'>) => void;

export function runner({ context, store, handlers, lanes, after, failed }: World): Runner {
  const { control, effects } = context;
  const running = new Map<string, Running>();
  let state: 'waiting' | 'working' | 'stopping' = 'waiting';
  let looking: Promise<void> = Promise.resolve();
  const now = (): string => stamp(effects.now());

  const look = (): void => {
    looking = looking.then(fill).catch(failed);
  };

  const fill = async (): Promise<void> => {
    for (const lane of ['write', 'light'] as const) {
      while (hasRoom(lane) && (await beginNext(lane)));
    }
  };

  const hasRoom = (lane: Lane): boolean => state === 'working' && [...running.values()].filter(({ handler }) => handler.lane === lane).length < lanes[lane];

  const beginNext = async (lane: Lane): Promise<boolean> => {
    const next = await control
      .selectFrom('jobs')
      .select(['id', 'kind'])
      .where('status', '=', 'queued')
      .where('lane', '=', lane)
      .orderBy('number')
      .limit(1)
      .executeTakeFirst();
    const handler = handlers.get(next?.kind ?? '');
    if (next === undefined || handler === undefined) return false;
    // Cancelled since: there may be another.
    await store.change(next.id, ['queued'], { status: 'running', started_at: now() }, (row) => begin(row, handler));
    return true;
  };

  const begin = (row: JobRow, handler: JobHandler): void => {
    const entry: Running = { row, handler, controller: new AbortController(), cancelled: false, ended: Promise.resolve() };
    running.set(row.id, entry);
    entry.ended = perform(entry).finally(() => {
      running.delete(row.id);
      look();
    });
    // A store that fails leaves the row as it is: the next start settles it.
    entry.ended.catch(failed);
  };

  const perform = async (entry: Running): Promise<void> => {
    const { row, handler, controller } = entry;
    const said = throttled((progress) => {
      // A word lost is made up for by the next one.
      store.change(row.id, ['running'], { progress: JSON.stringify(progress) }).catch(() => undefined);
    }, after);
    const outcome = await Promise.resolve()
      .then(() => handler.run(JSON.parse(row.request), { id: row.id, signal: controller.signal, progress: said.progress }))
      .then(
        (result): JobChange => ({ status: 'done', result: JSON.stringify(result ?? null), finished_at: now() }),
        (error: unknown): JobChange => afterFailure(entry, error),
      );
    const last = said.last();
    const progress = last === undefined ? {} : { progress: JSON.stringify(last) };
    // Given up on by a stop, the row is settled already and no longer this one's.
    if (running.get(row.id) === entry) await store.change(row.id, ['running'], { ...progress, ...outcome });
  };

  const afterFailure = ({ controller, cancelled, handler, row }: Running, error: unknown): JobChange => {
    if (cancelled) return { status: 'cancelled', finished_at: now() };
    if (controller.signal.aborted) return handler.restart === 'again' ? requeued : interrupted(now());
    if (!(error instanceof ClienteleError)) failed(error, row);
    return { status: 'failed', error: errorText(error), finished_at: now() };
  };

  const allEnded = async (limit: number): Promise<void> => {
    const over = Promise.withResolvers<void>();
    const callOff = after(limit, over.resolve);
    await Promise.race([over.promise, Promise.allSettled([...running.values()].map(({ ended }) => ended))]);
    callOff();
  };

  return {
    look,
    start: () => {
      state = 'working';
      look();
    },
    stopping: () => state === 'stopping',
    abort: (id) => {
      const entry = running.get(id);
      if (entry === undefined) return;
      entry.cancelled = true;
      entry.controller.abort();
    },
    stop: async ({ untilAbort, afterAbort }) => {
      state = 'stopping';
      await looking;
      await allEnded(untilAbort);
      for (const { controller } of running.values()) controller.abort();
      await allEnded(afterAbort);
      const left = [...running.values()];
      running.clear();
      for (const { row, handler, cancelled } of left) {
        const change: JobChange = cancelled ? { status: 'cancelled', finished_at: now() } : handler.restart === 'again' ? requeued : interrupted(now());
        await store.change(row.id, ['running'], change);
      }
    },
  };
}
