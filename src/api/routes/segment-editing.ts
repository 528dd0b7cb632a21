import { z } from 'zod';
import {
  asksNothingHidden,
  createFolder,
  deleteFolder,
  impactOf,
  listFolders,
  moveSegments,
  previewDetail,
  previewReach,
  renameFolder,
  segmentGallery,
  undeleteSegmentBySlug,
} from '../../app/index.ts';
import { impactSchema, previewDetailSchema, reachSchema, segmentFolderSchema, templateSchema } from '../../contract/schemas.ts';
import { maskedSummaries } from '../masked-summary.ts';
import { route, type Route } from '../route.ts';
import { asOf, definition, editor, named, reader } from './common.ts';

const tag = 'segments';
const folderName = z.string().trim().min(1).max(100);

/** What the builder and the list of segments need beyond the segments themselves. */
export const segmentEditingRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/preview/detail',
    tag,
    summary: 'Count every condition of a definition, groups inside groups included, with a few of its people',
    policy: reader,
    body: z.object({ text: definition, as_of: asOf }),
    answers: previewDetailSchema,
    handle: async ({ read, personalData }, { body }) => {
      if (!personalData) await asksNothingHidden(body.text);
      const found = await read((app) => previewDetail(app, body.text, body.as_of));
      return { ...found, hints: personalData ? found.hints : [], people: maskedSummaries(found.people, personalData) };
    },
  }),
  route({
    method: 'POST',
    path: '/preview/reach',
    tag,
    summary: 'How many of a definition can be reached by e-mail, text message and post, step by step',
    policy: reader,
    body: z.object({ text: definition, as_of: asOf }),
    answers: reachSchema,
    handle: async ({ read, personalData }, { body }) => {
      if (!personalData) await asksNothingHidden(body.text);
      return read((app) => previewReach(app, body.text, body.as_of));
    },
  }),
  route({
    method: 'POST',
    path: '/segments/:slug/impact',
    tag,
    summary: 'What a new definition would change: who enters, who leaves, and which segments follow',
    policy: reader,
    params: z.object({ slug: named }),
    body: z.object({ text: definition, as_of: asOf }),
    answers: impactSchema,
    handle: async ({ read, personalData }, { params, body }) => {
      if (!personalData) await asksNothingHidden(body.text);
      const found = await read((app) => impactOf(app, params.slug, body.text, body.as_of));
      const masked = <T extends { readonly people: Parameters<typeof maskedSummaries>[0] }>(moved: T) => ({
        ...moved,
        people: maskedSummaries(moved.people, personalData),
      });
      return { ...found, entering: masked(found.entering), leaving: masked(found.leaving) };
    },
  }),
  route({
    method: 'POST',
    path: '/segments/:slug/undelete',
    tag,
    summary: 'Take the deletion of a segment back',
    policy: editor,
    params: z.object({ slug: named }),
    answers: z.object({ slug: z.string(), name: z.string() }),
    handle: ({ write }, { params }) => write((app) => undeleteSegmentBySlug(app, params.slug)),
  }),
  route({
    method: 'POST',
    path: '/segment-moves',
    tag,
    summary: 'Put segments into a folder; the empty name takes them out. Answers where each was before',
    policy: editor,
    body: z.object({ slugs: z.array(named).min(1).max(500), folder: z.string().trim().max(100) }),
    answers: z.object({ items: z.array(z.object({ slug: z.string(), folder: z.string() })) }),
    handle: async ({ define, author }, { body }) => ({ items: [...(await define((app) => moveSegments(app, body.slugs, body.folder, author)))] }),
  }),
  route({
    method: 'GET',
    path: '/segment-folders',
    tag,
    summary: 'Folders of segments, also those with nothing in them yet',
    policy: reader,
    answers: z.object({ items: z.array(segmentFolderSchema) }),
    handle: async ({ desk }) => ({ items: [...(await listFolders(desk.app))] }),
  }),
  route({
    method: 'POST',
    path: '/segment-folders',
    tag,
    summary: 'Make a folder',
    policy: editor,
    body: z.object({ name: folderName }),
    status: 201,
    answers: segmentFolderSchema,
    handle: ({ define }, { body }) => define((app) => createFolder(app, body.name)),
  }),
  route({
    method: 'PATCH',
    path: '/segment-folders/:name',
    tag,
    summary: 'Rename a folder with what is in it',
    policy: editor,
    params: z.object({ name: folderName }),
    body: z.object({ name: folderName }),
    answers: segmentFolderSchema,
    handle: ({ define, author }, { params, body }) => define((app) => renameFolder(app, params.name, body.name, author)),
  }),
  route({
    method: 'DELETE',
    path: '/segment-folders/:name',
    tag,
    summary: 'Delete a folder with nothing in it',
    policy: editor,
    params: z.object({ name: folderName }),
    answers: z.object({ name: z.string() }),
    handle: ({ define }, { params }) =>
      define(async (app) => {
        await deleteFolder(app, params.name);
        return { name: params.name };
      }),
  }),
  route({
    method: 'GET',
    path: '/segment-templates',
    tag,
    summary: 'Definitions to start from, of every kind, each counted here; or what it needs first',
    policy: reader,
    answers: z.object({ items: z.array(templateSchema) }),
    handle: async ({ desk }) => ({ items: [...(await desk.readKept('segment templates', segmentGallery))] }),
  }),
];
