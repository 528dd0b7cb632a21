import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Desk, importUploads, loadExampleShop, rehearseUploads, removeExampleShop, rehearseUndo, removeUpload, undoInJob } from '../../app/index.ts';
import { fileToImportSchema } from '../../contract/schemas.ts';
import { type JobHandler, jobHandler } from '../../jobs/index.ts';
import { watched } from './watched.ts';

const files = z.object({ files: z.array(fileToImportSchema) });
const exampleFolder = fileURLToPath(new URL('../../../examples/daily-grind', import.meta.url));
const exampleClub = `${exampleFolder}-club`;
/** Nothing to say about it. */
const nothing = (): null => null;

/** Dry run, import, undo, and the example shop. Each is whole or not at all, so it may be begun anew after a restart. */
export const importWork = (desk: Desk): readonly JobHandler[] => [
  jobHandler({
    kind: 'rehearse',
    lane: 'write',
    restart: 'again',
    read: (request) => files.parse(request),
    run: async (request, job) => ({ reports: await desk.write((app) => rehearseUploads(watched(app, job), request.files)) }),
  }),
  jobHandler({
    kind: 'import',
    lane: 'write',
    restart: 'again',
    read: (request) => files.parse(request),
    run: async (request, job) => {
      const reports = await desk.write((app) => importUploads(watched(app, job), request.files, job.id));
      for (const { upload } of request.files) await removeUpload(desk.app, upload).catch(() => undefined);
      return { reports };
    },
  }),
  jobHandler({
    kind: 'undo-import',
    lane: 'write',
    restart: 'again',
    read: (request) => z.object({ id: z.string() }).parse(request),
    run: (request, job) => desk.write((app) => undoInJob(watched(app, job), request.id, job.id)),
  }),
  jobHandler({
    kind: 'rehearse-undo',
    lane: 'write',
    restart: 'again',
    read: (request) => z.object({ imports: z.array(z.string()) }).parse(request),
    run: async (request, job) => ({ undo: await desk.write((app) => rehearseUndo(watched(app, job), request.imports)) }),
  }),
  jobHandler({
    kind: 'example-shop',
    lane: 'write',
    restart: 'again',
    read: nothing,
    run: async (_request, job) => {
      await desk.write((app) => loadExampleShop(watched(app, job), exampleFolder, exampleClub));
      return {};
    },
  }),
  jobHandler({
    kind: 'remove-example-shop',
    lane: 'write',
    restart: 'again',
    read: nothing,
    run: async (_request, job) => {
      await desk.write((app) => removeExampleShop(watched(app, job)));
      return {};
    },
  }),
];
