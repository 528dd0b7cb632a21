import { z } from 'zod';
import { maskImportReport, maskSamples } from '../../access/index.ts';
import {
  dataSources,
  deleteMapping,
  exampleShopLoaded,
  importDetail,
  listImports,
  listSavedMappings,
  lookAtFile,
  openRejects,
  removeUpload,
  saveMapping,
  saveUpload,
  sweepUploads,
} from '../../app/index.ts';
import { kinds } from '../../contract/index.ts';
import {
  columnMappingSchema,
  fileToImportSchema,
  importDetailSchema,
  importEntrySchema,
  jobSchema,
  lookedAtSchema,
  mappingOptionsSchema,
  sourceSchema,
  uploadSchema,
} from '../../contract/schemas.ts';
import { route, type Route, streamRoute, uploadRoute } from '../route.ts';
import { importer, named, reader } from './common.ts';

const tag = 'imports';
const id = z.object({ id: z.string() });
const files = z.object({ files: z.array(fileToImportSchema).min(1).max(50) });
const mappingSchema = z.object({
  version: z.literal(1),
  preset: z.string(),
  kind: z.enum(kinds),
  source: z.string(),
  columns: z.array(columnMappingSchema),
  options: z.looseObject(mappingOptionsSchema.shape),
});
const savedMappingSchema = z.object({ name: z.string(), mapping: mappingSchema, saved_at: z.string() });

/** From a file on somebody's desk to recorded facts: upload, look, rehearse, import; and back again. */
export const importRoutes: readonly Route[] = [
  uploadRoute({
    method: 'POST',
    path: '/uploads',
    tag,
    summary: 'Bring a file as the raw body (content-type application/octet-stream); it waits here to be looked at and imported',
    policy: importer,
    query: z.object({ name: z.string().min(1).max(500) }),
    answers: uploadSchema,
    handle: async ({ desk }, { query, file }) => {
      await sweepUploads(desk.app);
      return saveUpload(desk.app, query.name, file);
    },
  }),
  route({
    method: 'DELETE',
    path: '/uploads/:id',
    tag,
    summary: 'Remove a file that is not wanted after all',
    policy: importer,
    params: id,
    answers: z.object({ removed: z.string() }),
    handle: async ({ desk }, { params }) => {
      await removeUpload(desk.app, params.id);
      return { removed: params.id };
    },
  }),
  route({
    method: 'POST',
    path: '/imports/look',
    tag,
    summary: 'What a file holds and what each column seems to mean, with samples and confidence; nothing is recorded',
    policy: importer,
    body: fileToImportSchema,
    answers: z.object({ items: z.array(lookedAtSchema) }),
    handle: async ({ read, personalData }, { body }) => {
      const found = await read((app) => lookAtFile(app, body));
      return { items: found.map((each) => (personalData ? each : { ...each, samples: maskSamples(each.headers, each.samples, each.columns) })) };
    },
  }),
  route({
    method: 'POST',
    path: '/imports/rehearse',
    tag,
    summary: 'Dry run as a job: its result says exactly what would be created, updated, skipped and rejected',
    policy: importer,
    body: files,
    status: 202,
    answers: jobSchema,
    handle: ({ jobs, principal }, { body }) =>
      jobs.submit({ kind: 'rehearse', title: 'Dry run', request: body, person: principal.kind === 'anonymous' ? null : principal.person }),
  }),
  route({
    method: 'POST',
    path: '/imports',
    tag,
    summary: 'Import as a job; its result is a report for each file',
    policy: importer,
    body: files,
    status: 202,
    answers: jobSchema,
    handle: ({ jobs, principal }, { body }) =>
      jobs.submit({
        kind: 'import',
        title: body.files.length === 1 ? 'Import of one file' : `Import of ${body.files.length} files`,
        request: body,
        person: principal.kind === 'anonymous' ? null : principal.person,
      }),
  }),
  route({
    method: 'GET',
    path: '/imports',
    tag,
    summary: 'What has been imported, newest first',
    policy: reader,
    answers: z.object({ items: z.array(importEntrySchema) }),
    handle: async ({ read }) => ({ items: [...(await read((app) => listImports(app)))] }),
  }),
  route({
    method: 'GET',
    path: '/imports/:id',
    tag,
    summary: 'One import with its report: what it brought, and what was rejected and why',
    policy: reader,
    params: id,
    answers: importDetailSchema,
    handle: async ({ read, personalData }, { params }) => {
      const found = await read((app) => importDetail(app, params.id));
      const report = found.report === null || personalData ? found.report : maskImportReport(found.report);
      return { ...found, report: report as z.infer<typeof importDetailSchema>['report'] };
    },
  }),
  route({
    method: 'GET',
    path: '/sources',
    tag,
    summary: 'What comes from where: every source with its imports, volumes and newest fact',
    policy: reader,
    answers: z.object({ items: z.array(sourceSchema) }),
    handle: async ({ desk }) => ({ items: [...(await desk.readKept('sources', dataSources))] }),
  }),
  route({
    method: 'DELETE',
    path: '/imports/:id',
    tag,
    summary: 'Take an import back exactly, as a job',
    policy: importer,
    params: id,
    status: 202,
    answers: jobSchema,
    handle: ({ jobs, principal }, { params }) =>
      jobs.submit({
        kind: 'undo-import',
        title: `Undo of import ${params.id}`,
        request: params,
        person: principal.kind === 'anonymous' ? null : principal.person,
      }),
  }),
  route({
    method: 'POST',
    path: '/imports/rehearse-undo',
    tag,
    summary:
      'What taking imports back would do, as a job: `undo` of its result says how many records go, how many are as before, and how many fewer customers there are',
    policy: importer,
    body: z.object({ imports: z.array(z.string()).min(1).max(50) }),
    status: 202,
    answers: jobSchema,
    handle: ({ jobs, principal }, { body }) =>
      jobs.submit({ kind: 'rehearse-undo', title: 'Dry run of an undo', request: body, person: principal.kind === 'anonymous' ? null : principal.person }),
  }),
  streamRoute({
    method: 'GET',
    path: '/imports/:id/rejects',
    tag,
    summary: 'The rejected rows of an import with line, column and reason',
    policy: { role: 'editor', scope: 'import', personalData: 'required' },
    params: id,
    streams: 'text/csv',
    handle: async ({ desk }, { params }) => {
      const { name, content } = await openRejects(desk.app, params.id);
      return { body: content, fileName: name };
    },
  }),
  route({
    method: 'GET',
    path: '/mappings',
    tag,
    summary: 'Saved mappings',
    policy: reader,
    answers: z.object({ items: z.array(savedMappingSchema) }),
    handle: async ({ desk }) => ({ items: [...(await listSavedMappings(desk.app.control))] as z.infer<typeof savedMappingSchema>[] }),
  }),
  route({
    method: 'PUT',
    path: '/mappings/:name',
    tag,
    summary: 'Save a mapping under a name',
    policy: importer,
    params: z.object({ name: named }),
    body: mappingSchema,
    answers: savedMappingSchema,
    handle: async ({ desk }, { params, body }) =>
      (await saveMapping(desk.app.control, params.name, body as Parameters<typeof saveMapping>[2], desk.app.effects.now())) as z.infer<
        typeof savedMappingSchema
      >,
  }),
  route({
    method: 'DELETE',
    path: '/mappings/:name',
    tag,
    summary: 'Forget a saved mapping',
    policy: importer,
    params: z.object({ name: named }),
    answers: z.object({ removed: z.string() }),
    handle: async ({ desk }, { params }) => {
      await deleteMapping(desk.app.control, params.name);
      return { removed: params.name };
    },
  }),
  route({
    method: 'GET',
    path: '/example-shop',
    tag,
    summary: 'Whether this workspace holds the example shop',
    policy: reader,
    answers: z.object({ loaded: z.boolean() }),
    handle: async ({ desk }) => ({ loaded: await exampleShopLoaded(desk.app) }),
  }),
  route({
    method: 'POST',
    path: '/example-shop',
    tag,
    summary: 'Fill an empty workspace with the example shop, as a job',
    policy: importer,
    body: z.object({}),
    status: 202,
    answers: jobSchema,
    handle: ({ jobs, principal }) =>
      jobs.submit({ kind: 'example-shop', title: 'The example shop', request: {}, person: principal.kind === 'anonymous' ? null : principal.person }),
  }),
  route({
    method: 'DELETE',
    path: '/example-shop',
    tag,
    summary: 'Take the example shop away again, as a job',
    policy: importer,
    status: 202,
    answers: jobSchema,
    handle: ({ jobs, principal }) =>
      jobs.submit({
        kind: 'remove-example-shop',
        title: 'Removing the example shop',
        request: {},
        person: principal.kind === 'anonymous' ? null : principal.person,
      }),
  }),
];
