import { z } from 'zod';
import type { Policy } from '../../access/index.ts';
import { openBackup } from '../../app/index.ts';
import { jobSchema } from '../../contract/schemas.ts';
import { route, type Route, streamRoute } from '../route.ts';

/** A backup holds everything as it is: names, addresses, and the hashes of passwords. */
const policy: Policy = { role: 'owner', scope: 'admin', personalData: 'required' };

export const backupRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/backups',
    tag: 'workspace',
    summary: 'Write the whole workspace to one file, as a job; its id names the file',
    policy,
    status: 202,
    answers: jobSchema,
    handle: ({ jobs, principal }) =>
      jobs.submit({ kind: 'backup', title: 'Backup', request: {}, person: principal.kind === 'anonymous' ? null : principal.person }),
  }),
  streamRoute({
    method: 'GET',
    path: '/backups/:id',
    tag: 'workspace',
    summary: 'The file of a backup, until the next one is made',
    policy,
    params: z.object({ id: z.string().max(100) }),
    streams: 'application/gzip',
    handle: async ({ desk }, { params }) => ({ body: await openBackup(desk.app, params.id), fileName: `${desk.workspace().name || 'clientele'}.tar.gz` }),
  }),
];
