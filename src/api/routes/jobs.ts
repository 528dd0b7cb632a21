import type { PassThrough } from 'node:stream';
import { z } from 'zod';
import { lastNoticeRevision, noticesAfter } from '../../app/index.ts';
import { type JobEvent, jobStatuses } from '../../contract/index.ts';
import { jobPageSchema, jobSchema } from '../../contract/schemas.ts';
import type { Context } from '../context.ts';
import { openEventStream } from '../event-stream.ts';
import { maskedJob } from '../masked-job.ts';
import { tellMoves } from '../tell-moves.ts';
import type { Unattended } from '../work/troubles.ts';
import { route, type Route, streamRoute } from '../route.ts';
import { editor, reader } from './common.ts';

const tag = 'jobs';
const id = z.object({ id: z.string() });

/** Long work: its list, its progress as it happens, and its end. */
export const jobRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/jobs',
    tag,
    summary: 'Long work, newest first',
    policy: reader,
    query: z.object({
      status: z.enum(jobStatuses).optional(),
      kind: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().optional(),
    }),
    answers: jobPageSchema,
    handle: async ({ jobs, personalData }, { query }) => {
      const page = await jobs.list(query);
      return personalData ? page : { ...page, items: page.items.map(maskedJob) };
    },
  }),
  route({
    method: 'GET',
    path: '/jobs/:id',
    tag,
    summary: 'One job: how far it is, what came of it',
    policy: reader,
    params: id,
    answers: jobSchema,
    handle: async ({ jobs, personalData }, { params }) => {
      const job = await jobs.get(params.id);
      return personalData ? job : maskedJob(job);
    },
  }),
  route({
    method: 'DELETE',
    path: '/jobs/:id',
    tag,
    summary: 'Cancel a job: what it has done so far is taken back',
    policy: editor,
    params: id,
    answers: jobSchema,
    handle: async ({ jobs, personalData }, { params }) => {
      const job = await jobs.cancel(params.id);
      return personalData ? job : maskedJob(job);
    },
  }),
  streamRoute({
    method: 'GET',
    path: '/jobs/:id/events',
    tag,
    summary: 'Server-sent events of one job until it ends; begins with where it is now',
    policy: reader,
    params: id,
    streams: 'text/event-stream',
    handle: async (context, { params }) => {
      const { jobs } = context;
      const job = await jobs.get(params.id);
      return { body: await eventStream(context, 0, job.id) };
    },
  }),
  streamRoute({
    method: 'GET',
    path: '/events',
    tag,
    summary:
      'Server-sent events of the workspace: jobs as they change, who enters and leaves segments (`moved`), what has become stale (`changed`), notices as they are told (`notice`; after a break look at `/notices`). `Last-Event-ID` goes on where a connection broke',
    policy: reader,
    streams: 'text/event-stream',
    handle: async (context) => {
      const from = Number(context.lastEventId ?? Number.NaN);
      return { body: await eventStream(context, Number.isInteger(from) ? from : await context.jobs.lastEvent()) };
    },
  }),
];

const finished = (status: string): boolean => status === 'done' || status === 'failed' || status === 'cancelled';
const noticeTrouble: Unattended = {
  work: 'notices',
  title: 'Notices could not be read',
  advice: 'They are looked for again by themselves; open screens may miss some meanwhile.',
};
/** How often notices are looked for: one look at an index of the control store. */
const noticesMilliseconds = 2_000;

/** Of all jobs, or of one until it has finished. */
async function eventStream(context: Context, after: number, only?: string): Promise<PassThrough> {
  const { desk, jobs, live, personalData, troubles } = context;
  let endMoves: () => void = () => undefined;
  let told = only === undefined ? await lastNoticeRevision(desk.app) : 0;
  let looking = false;
  let end: () => void = () => undefined;
  const { body, write, close } = openEventStream(context, () => {
    clearInterval(look);
    endMoves();
    end();
  });
  if (only === undefined) endMoves = tellMoves(live.subscribe, desk.onLiveShown, (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
  const sendNotices = async (): Promise<void> => {
    for (const notice of await noticesAfter(desk.app, told)) {
      told = notice.revision;
      write(`event: notice\ndata: ${JSON.stringify(notice)}\n\n`);
    }
  };
  const look = setInterval(() => {
    if (only !== undefined || looking) return;
    looking = true;
    void sendNotices()
      .catch((error: unknown) => troubles.failed(noticeTrouble, error))
      .finally(() => {
        looking = false;
      });
  }, noticesMilliseconds);
  const follower = (event: JobEvent): void => {
    write(`id: ${event.id}\nevent: job\ndata: ${JSON.stringify(personalData ? event.job : maskedJob(event.job))}\n\n`);
    if (only !== undefined && finished(event.job.status)) setImmediate(close);
  };
  end = await jobs.follow(after, follower, only);
  // Whoever asked may have gone meanwhile.
  if (body.writableEnded) end();
  return body;
}
