import type { Job, JobEvent, JobPage, JobStatus } from '../contract/index.ts';
import type { Control, JobRow } from '../control/index.ts';
import { ClienteleError } from '../core/index.ts';
import { eventFrom, jobFrom } from './job.ts';

export type JobFilter = {
  readonly status?: JobStatus | readonly JobStatus[] | undefined;
  readonly kind?: string | undefined;
  readonly person?: string | undefined;
  /** 1 to 200, 50 unless said otherwise. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
};

/** Newest first. @throws request.cursor */
export async function listJobs(control: Control, filter: JobFilter = {}): Promise<JobPage> {
  const limit = Math.min(200, Math.max(1, Math.trunc(filter.limit ?? 50)));
  let query = control
    .selectFrom('jobs')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(limit + 1);
  if (filter.status !== undefined) query = query.where('status', 'in', typeof filter.status === 'string' ? [filter.status] : filter.status);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.person !== undefined) query = query.where('person', '=', filter.person);
  if (filter.cursor !== undefined) query = query.where('number', '<', readCursor(filter.cursor));
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  return { items: page.map(jobFrom), next: rows.length > limit ? writeCursor(page.at(-1)) : null };
}

/** @throws job.unknown */
export async function readJob(control: Control, id: string): Promise<Job> {
  const row = await control.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new ClienteleError('job.unknown', { id });
  return jobFrom(row);
}

/** The states that jobs (or one job) came to after an event, in order, a page at a time. A job that changed twice since is there once, as it is now. */
export async function eventsAfter(control: Control, after: number, job?: string): Promise<readonly JobEvent[]> {
  const all = control.selectFrom('jobs').selectAll().where('revision', '>', after).orderBy('revision').limit(200);
  const rows = await (job === undefined ? all : all.where('id', '=', job)).execute();
  return rows.map(eventFrom);
}

/** The number of the newest event: where a stream that wants no past begins. */
export async function lastEvent(control: Control): Promise<number> {
  return (await control.selectFrom('job_revision').select('value').executeTakeFirstOrThrow()).value;
}

const writeCursor = (row: JobRow | undefined): string => Buffer.from(`j${row?.number ?? 0}`).toString('base64url');

function readCursor(cursor: string): number {
  const [, number] = /^j(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (number === undefined) throw new ClienteleError('request.cursor', { value: cursor.slice(0, 60) });
  return Number(number);
}
