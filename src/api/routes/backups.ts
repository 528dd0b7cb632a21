import { z } from 'zod';
import type { Policy } from '../../access/index.ts';
import { bringBackup, listBackups, openBackup, removeBackup } from '../../app/index.ts';
import { backupFileSchema, jobSchema } from '../../contract/schemas.ts';
import type { Context } from '../context.ts';
import { route, type Route, streamRoute, uploadRoute } from '../route.ts';

/** A backup holds everything as it is: names, addresses, and the hashes of passwords. */
const policy: Policy = { role: 'owner', scope: 'admin', personalData: 'required' };
const tag = 'upkeep';
const one = z.object({ name: z.string().max(100) });

const personOf = ({ principal }: Context): string | null => (principal.kind === 'anonymous' ? null : principal.person);

/** Copies of the whole workspace, and what makes the workspace anew: from one of them, or from its own inputs. */
export const backupRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/backups',
    tag,
    summary: 'Backups that lie beside the workspace, newest first',
    policy,
    answers: z.object({ items: z.array(backupFileSchema) }),
    handle: async ({ desk }) => ({ items: [...(await listBackups(desk.app))] }),
  }),
  route({
    method: 'POST',
    path: '/backups',
    tag,
    summary: 'Write the whole workspace to one file, as a job; its result names the file',
    policy,
    status: 202,
    answers: jobSchema,
    handle: (context) => context.jobs.submit({ kind: 'backup', title: 'Backup', request: {}, person: personOf(context) }),
  }),
  uploadRoute({
    method: 'POST',
    path: '/backup-uploads',
    tag,
    summary: 'Bring a backup that was kept elsewhere, as the raw body (content-type application/octet-stream)',
    policy,
    query: z.object({}),
    answers: backupFileSchema,
    handle: ({ desk }, { file }) => bringBackup(desk.app, file),
  }),
  streamRoute({
    method: 'GET',
    path: '/backups/:name',
    tag,
    summary: 'The file of a backup',
    policy,
    params: one,
    streams: 'application/gzip',
    handle: async ({ desk }, { params }) => ({ body: await openBackup(desk.app, params.name), fileName: params.name }),
  }),
  route({
    method: 'DELETE',
    path: '/backups/:name',
    tag,
    summary: 'Remove a backup',
    policy,
    params: one,
    answers: z.object({ removed: z.string() }),
    handle: async ({ desk }, { params }) => {
      await removeBackup(desk.app, params.name);
      return { removed: params.name };
    },
  }),
  route({
    method: 'POST',
    path: '/backups/:name/restore',
    tag,
    summary: 'Put a backup in the place of the workspace, people and passwords too, as a job; the server begins anew with it',
    policy,
    params: one,
    status: 202,
    answers: jobSchema,
    handle: (context, { params }) =>
      context.jobs.submit({ kind: 'restore', title: `Restore ${params.name}`, request: { name: params.name }, person: personOf(context) }),
  }),
  route({
    method: 'POST',
    path: '/rebuild',
    tag,
    summary: 'Make the warehouse again from the kept inputs and what live sources sent, as a job; the server begins anew with it',
    policy: { role: 'owner', scope: 'admin' },
    status: 202,
    answers: jobSchema,
    handle: (context) => context.jobs.submit({ kind: 'rebuild', title: 'Rebuild', request: {}, person: personOf(context) }),
  }),
];
