import { z } from 'zod';
import { backfillSegment, type Desk } from '../../app/index.ts';
import { type JobHandler, jobHandler } from '../../jobs/index.ts';

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
