import { z } from 'zod';
import { type Desk, makeBackup, makeReport, prepareRebuilt, prepareRestored } from '../../app/index.ts';
import { type JobHandler, jobHandler } from '../../jobs/index.ts';
import { watched } from './watched.ts';

/** There is nothing to say about it. */
const nothing = (): null => null;

/** Work after which the server has to open its workspace again, as what is in its place is another one. */
const anew: ReadonlySet<string> = new Set(['restore', 'rebuild']);
export const beginsAnew = ({ kind, status }: { readonly kind: string; readonly status: string }): boolean => status === 'done' && anew.has(kind);

/** Copies of everything, and what makes the workspace anew. Whoever writes waits meanwhile, so that both stores are of one moment. */
export const upkeepWork = (desk: Desk): readonly JobHandler[] => [
  jobHandler({
    kind: 'backup',
    lane: 'write',
    restart: 'again',
    read: nothing,
    run: (_request, job) => desk.write((app) => makeBackup(watched(app, job))),
  }),
  jobHandler({
    kind: 'restore',
    lane: 'write',
    // Somebody asked for it loudly, once: not to be done by itself another time.
    restart: 'fail',
    read: (request) => z.object({ name: z.string() }).parse(request),
    run: ({ name }, job) =>
      desk.write(async (app) => {
        await prepareRestored(watched(app, job), name);
        desk.seal();
        return { name };
      }),
  }),
  jobHandler({
    kind: 'rebuild',
    lane: 'write',
    restart: 'fail',
    read: nothing,
    run: (_request, job) =>
      desk.write(async (app) => {
        const rebuilt = await prepareRebuilt(watched(app, job), undefined);
        desk.seal();
        return rebuilt;
      }),
  }),
  jobHandler({
    kind: 'report',
    lane: 'light',
    restart: 'again',
    read: (request) => z.object({ as_of: z.string().optional() }).parse(request),
    run: ({ as_of: asOf }, job) => desk.read((app) => makeReport(app, job.id, asOf), job.signal),
  }),
];
