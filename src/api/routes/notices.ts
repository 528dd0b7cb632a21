import { z } from 'zod';
import { acknowledgeNotice, listMutes, listNotices, muteSubject, unmute, watch } from '../../app/index.ts';
import {
  jobSchema,
  newNoticeMuteSchema,
  noticeKinds,
  noticeMuteSchema,
  noticePageSchema,
  noticeSchema,
  noticeStatuses,
  watchAnswer,
} from '../../contract/schemas.ts';
import { ClienteleError } from '../../core/index.ts';
import { route, type Route } from '../route.ts';
import { asOf, editor, reader } from './common.ts';

const tag = 'notices';
const id = z.object({ id: z.string() });

/** What the system tells of itself, and what is watched. New ones come over `/events` as `notice`. */
export const noticeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/notices',
    tag,
    summary: 'What was told: unusual figures, forecasts that reality left, troubles of live sources; newest change first',
    policy: reader,
    query: z.object({
      status: z.enum(noticeStatuses).optional(),
      kind: z.enum(noticeKinds).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().optional(),
    }),
    answers: noticePageSchema,
    handle: async ({ desk }, { query: { cursor, ...wanted } }) => {
      const before = cursor === undefined ? undefined : Number(cursor);
      if (before !== undefined && !Number.isInteger(before)) throw new ClienteleError('request.cursor', { value: cursor ?? '' });
      const page = await listNotices(desk.app, { ...wanted, ...(before === undefined ? {} : { before }) });
      return { ...page, next: page.next === null ? null : String(page.next) };
    },
  }),
  route({
    method: 'POST',
    path: '/notices/:id/acknowledge',
    tag,
    summary: 'Somebody has seen it: it is new no more',
    policy: editor,
    params: id,
    body: z.object({}),
    answers: noticeSchema,
    handle: ({ desk, author }, { params }) => acknowledgeNotice(desk.app, params.id, author),
  }),
  route({
    method: 'GET',
    path: '/notice-mutes',
    tag,
    summary: 'About what nothing more is told',
    policy: reader,
    answers: z.object({ items: z.array(noticeMuteSchema).readonly() }),
    handle: async ({ desk }) => ({ items: await listMutes(desk.app) }),
  }),
  route({
    method: 'POST',
    path: '/notice-mutes',
    tag,
    summary: 'Tell nothing more about a segment, metric, model or source, for good or until a moment',
    policy: editor,
    body: newNoticeMuteSchema,
    status: 201,
    answers: noticeMuteSchema,
    handle: ({ desk, author }, { body }) => muteSubject(desk.app, body, author),
  }),
  route({
    method: 'DELETE',
    path: '/notice-mutes/:id',
    tag,
    summary: 'Tell of it again',
    policy: editor,
    params: id,
    answers: z.object({ removed: z.string() }),
    handle: async ({ desk }, { params }) => {
      await unmute(desk.app, params.id);
      return { removed: params.id };
    },
  }),
  route({
    method: 'GET',
    path: '/watch',
    tag,
    summary: 'Everything that is watched, with what its newest week was expected to be',
    policy: reader,
    query: z.object({ as_of: asOf }),
    answers: watchAnswer,
    handle: ({ desk }, { query }) => desk.readKept(`/watch ${JSON.stringify(query)}`, (app) => watch(app, query)),
  }),
  route({
    method: 'POST',
    path: '/watch/run',
    tag,
    summary: 'Look at everything that is watched now, as a job; the server does so by itself when facts have changed',
    policy: editor,
    body: z.object({}),
    status: 202,
    answers: jobSchema,
    handle: ({ jobs, principal }) =>
      jobs.submit({ kind: 'watch', title: 'Watch', request: null, person: principal.kind === 'anonymous' ? null : principal.person }),
  }),
];
