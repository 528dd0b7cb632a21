import { z } from 'zod';
import { backfillSegment, type Desk, evaluateHidden, segmentsBehind } from '../../app/index.ts';
import { type JobHandler, jobHandler, type Jobs } from '../../jobs/index.ts';

const request = z.object({ slug: z.string() });

/** The members of a segment by a definition that was changed, beside everything else; it has the turn among the writers for a moment at its end. */
export const backfillWork = (desk: Desk): JobHandler =>
  jobHandler({
    kind: 'backfill',
    lane: 'light',
    restart: 'again',
    read: (kept) => request.parse(kept),
    run: ({ slug }, job) => backfillSegment(desk, slug, job.progress),
  });

/**
 * A definition, a manual list or a slot's rule is kept before its members are worked out. Where a crash came between, and before there was a job for it, nobody else would:
 * live data leaves the members of such a segment alone. For the start of a server.
 */
export async function workOutBehind({ desk, jobs }: { readonly desk: Desk; readonly jobs: Jobs }): Promise<void> {
  await desk.write(evaluateHidden);
  const behind = await desk.read(segmentsBehind);
  if (behind.length === 0) return;
  const waiting = new Set<string>();
  for (const status of ['queued', 'running'] as const)
    for (const job of (await jobs.list({ kind: 'backfill', status, limit: 200 })).items) waiting.add(request.parse(job.request).slug);
  for (const slug of behind) if (!waiting.has(slug)) await jobs.submit({ kind: 'backfill', title: `Members of ${slug}`, request: { slug } });
}
