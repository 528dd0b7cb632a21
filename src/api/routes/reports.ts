import { z } from 'zod';
import { readReport } from '../../app/index.ts';
import { jobSchema } from '../../contract/schemas.ts';
import { route, type Route, streamRoute } from '../route.ts';
import { asOf, personalReader } from './common.ts';

/** It names the best customers and those who slip away. */
const policy = personalReader;
const tag = 'insights';

/** The report on one page: what is on the screens of Home and Insights, to print or to hand on. */
export const reportRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/reports',
    tag,
    summary: 'Make the report, as a job; its id names it',
    policy,
    body: z.object({ as_of: asOf }),
    status: 202,
    answers: jobSchema,
    handle: ({ jobs, principal }, { body }) =>
      jobs.submit({ kind: 'report', title: 'Report', request: body, person: principal.kind === 'anonymous' ? null : principal.person }),
  }),
  streamRoute({
    method: 'GET',
    path: '/reports/:id',
    tag,
    summary: 'The report as one HTML page that needs nothing else, until the next one is made',
    policy,
    params: z.object({ id: z.string().max(100) }),
    query: z.object({ download: z.enum(['yes', 'no']).default('no') }),
    streams: 'text/html',
    handle: async ({ desk }, { params, query }) => ({
      body: await readReport(desk.app, params.id),
      ...(query.download === 'yes' ? { fileName: `${desk.workspace().name || 'clientele'} report.html` } : { alone: true as const }),
    }),
  }),
];
