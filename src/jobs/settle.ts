import { stamp } from '../control/index.ts';
import { ClienteleError, day, instant } from '../core/index.ts';
import type { JobChange } from './store.ts';
import type { JobRow } from '../control/index.ts';
import type { JobHandler } from './handler.ts';
import { errorText } from './job.ts';
import type { JobsContext } from './jobs-context.ts';

/** Work that broke the server off this often is not begun again: it may be what breaks it. */
const mostAttempts = 3;

/** What becomes of a job that was queued or running when the server ended; undefined: it stays as it is. */
export function settled(row: JobRow, handler: JobHandler | undefined, now: string): JobChange | undefined {
  if (row.status === 'running' && row.cancel_asked_at !== null) return { status: 'cancelled', finished_at: now };
  if (handler === undefined) return { status: 'failed', error: errorText(new ClienteleError('job.kind', { kind: row.kind })), finished_at: now };
  if (row.status !== 'running') return undefined;
  return handler.restart === 'again' && row.attempt < mostAttempts ? { ...requeued, attempt: row.attempt + 1 } : interrupted(now);
}

/** Back in the queue, at its old place. */
export const requeued: JobChange = { status: 'queued', started_at: null, progress: null };

export const interrupted = (now: string): JobChange => ({ status: 'failed', error: errorText(new ClienteleError('job.interrupted')), finished_at: now });

/** Finished jobs go after 90 days, kept answers after one. */
export async function removeOld({ control, effects }: JobsContext): Promise<void> {
  const now = effects.now();
  await control
    .deleteFrom('jobs')
    .where('finished_at', '<', stamp(instant(now - 90 * day)))
    .execute();
  await control
    .deleteFrom('idempotency_keys')
    .where('at', '<', stamp(instant(now - day)))
    .execute();
}
