import { type Desk, makeBackup } from '../../app/index.ts';
import { type JobHandler, jobHandler } from '../../jobs/index.ts';

/** Writes a backup to be downloaded. Whoever writes waits meanwhile, so that both stores are of one moment. */
export const backupWork = (desk: Desk): JobHandler =>
  jobHandler({
    kind: 'backup',
    lane: 'write',
    restart: 'again',
    // There is nothing to say about it.
    read: () => null,
    run: (_request, job) => desk.write((app) => makeBackup(app, job.id)),
  });
