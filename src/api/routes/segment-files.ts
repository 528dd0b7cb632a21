import { z } from 'zod';
import { applySegmentText, exportAllSegments } from '../../app/index.ts';
import { segmentFileReportSchema } from '../../contract/schemas.ts';
import { route, type Route, streamRoute } from '../route.ts';
import { personalEditor } from './common.ts';

const tag = 'segments';

/** All definitions as one file and back. Lists of members by hand hold e-mails and the like, so both need the permission to see personal data. */
export const segmentFileRoutes: readonly Route[] = [
  streamRoute({
    method: 'GET',
    path: '/segments.yaml',
    tag,
    summary: 'All segment definitions as one YAML file, fit for git',
    policy: { role: 'viewer', scope: 'export', personalData: 'required' },
    streams: 'application/yaml',
    handle: async ({ desk }) => ({ body: await exportAllSegments(desk.app), fileName: 'segments.yaml' }),
  }),
  route({
    method: 'POST',
    path: '/segments/apply',
    tag,
    summary: 'Make the segments what a YAML file says, all or nothing; with `dry_run` only say what would change',
    policy: personalEditor,
    body: z.object({ yaml: z.string().max(1_500_000), dry_run: z.boolean().default(false), prune: z.boolean().default(false) }),
    answers: segmentFileReportSchema,
    handle: async ({ write, author }, { body }) =>
      write((app) => applySegmentText(app, body.yaml, 'The file', { dryRun: body.dry_run, prune: body.prune, author, asOf: undefined })),
  }),
];
