import { type Desk, refreshAll } from '../../app/index.ts';
import { type JobHandler, jobHandler } from '../../jobs/index.ts';
import { watched } from './watched.ts';

/** Brings traits, features and every segment up to date. */
export const refreshWork = (desk: Desk): JobHandler =>
  jobHandler({
    kind: 'refresh',
    lane: 'write',
    restart: 'again',
    // There is nothing to say about it.
    read: () => null,
    run: (_request, job) => desk.write((app) => refreshAll(watched(app, job), undefined)),
  });
