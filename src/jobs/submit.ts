import { isDeepStrictEqual } from 'node:util';
import { type JobRow, stamp } from '../control/index.ts';
import { ClienteleError } from '../core/index.ts';
import type { JobHandler } from './handler.ts';
import type { JobsContext } from './jobs-context.ts';
import type { JobStore } from './store.ts';

export type Submission = {
  readonly kind: string;
  /** What a list of jobs calls it, such as `Import orders.csv`. */
  readonly title: string;
  /** JSON; the handler gets it as it was, also after a restart. */
  readonly request: unknown;
  readonly person?: string | null | undefined;
  /** Of one person: the same request again is answered with the job that there is. */
  readonly idempotencyKey?: string | undefined;
  /** Where the same is waiting or at work already, whoever asked for it, that job is the answer; one that is being cancelled is not. */
  readonly joins?: boolean;
};

/** Queues a job. @throws job.kind, request.idempotency-mismatch */
export async function submit(
  { control, effects }: JobsContext,
  store: JobStore,
  handlers: ReadonlyMap<string, JobHandler>,
  submission: Submission,
): Promise<JobRow> {
  const { kind, title, person = null, idempotencyKey: key } = submission;
  const handler = handlers.get(kind);
  if (handler === undefined) throw new ClienteleError('job.kind', { kind });
  const request = JSON.stringify(submission.request ?? null);
  const row: Omit<JobRow, 'number' | 'revision'> = {
    id: effects.randomId(),
    kind,
    lane: handler.lane,
    title,
    status: 'queued',
    progress: null,
    request,
    result: null,
    error: null,
    person,
    attempt: 1,
    cancel_asked_at: null,
    created_at: stamp(effects.now()),
    started_at: null,
    finished_at: null,
    idempotency_key: key ?? null,
  };
  const open = async (): Promise<JobRow | undefined> => {
    const rows = await control.selectFrom('jobs').selectAll().where('kind', '=', kind).where('status', 'in', ['queued', 'running']).orderBy('number').execute();
    return rows.find((each) => each.cancel_asked_at === null && meansTheSame(handler, each.request, request));
  };
  if (key === undefined) return submission.joins === true ? store.addOnce(row, open) : store.add(row);
  return store.addOnce(row, async () => {
    const same = await control.selectFrom('jobs').selectAll().where('person', 'is', person).where('idempotency_key', '=', key).executeTakeFirst();
    if (same !== undefined && (same.kind !== kind || same.request !== request)) throw new ClienteleError('request.idempotency-mismatch');
    return same ?? (submission.joins === true ? open() : undefined);
  });
}

function meansTheSame({ means }: JobHandler, one: string | null, other: string): boolean {
  try {
    return isDeepStrictEqual(means(JSON.parse(one ?? 'null')), means(JSON.parse(other)));
  } catch {
    // What another version of the program has kept, and what can not be read at all, is nobody's.
    return false;
  }
}
