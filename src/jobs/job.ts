import type { Job, JobError, JobEvent } from '../contract/index.ts';
import type { JobRow } from '../control/index.ts';
import { ClienteleError, errorBody } from '../core/index.ts';

export function jobFrom(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    lane: row.lane,
    status: row.status,
    progress: read(row.progress) as Job['progress'],
    request: read(row.request),
    result: read(row.result),
    error: read(row.error) as JobError | null,
    person: row.person,
    attempt: row.attempt,
    cancelling: row.status === 'running' && row.cancel_asked_at !== null,
    created_at: row.created_at,
    started_at: row.started_at,
    finished_at: row.finished_at,
  };
}

export const eventFrom = (row: JobRow): JobEvent => ({ id: row.revision, job: jobFrom(row) });

/** What went wrong, as text for the store: entries of the catalogue as they are, anything else as an internal fault. */
export function errorText(error: unknown): string {
  const known = error instanceof ClienteleError ? error : new ClienteleError('internal', { detail: error instanceof Error ? error.message : String(error) });
  return JSON.stringify({ ...errorBody(known).error, parameters: known.parameters });
}

const read = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
