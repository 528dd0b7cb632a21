import { PassThrough } from 'node:stream';
import { z } from 'zod';
import { maskText } from '../../access/index.ts';
import {
  asksNothingHidden,
  createSegmentFrom,
  deleteSegmentBySlug,
  editSegmentLater,
  editSegmentNow,
  editSegmentWith,
  explainText,
  listWithFigures,
  overlapOf,
  previewText,
  scorecardOf,
  segmentHistory,
  showSegment,
  writeMembers,
} from '../../app/index.ts';
import {
  createdSegmentSchema,
  explanationSchema,
  historyPointSchema,
  previewSchema,
  scorecardReportSchema,
  segmentChangeSchema,
  segmentFiguresSchema,
  segmentSchema,
  sharedMembersSchema,
} from '../../contract/schemas.ts';
import { mailingToolNames } from '../../contract/index.ts';
import { route, type Route, streamRoute } from '../route.ts';
import { asOf, decimal, definition, editor, exporter, named, reader } from './common.ts';

const tag = 'segments';
const slug = z.object({ slug: named });

/** Segments: their figures, definitions, members, measures and changes. */
export const segmentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/segments',
    tag,
    summary: 'Every segment with its figures',
    policy: reader,
    query: z.object({ as_of: asOf, folder: z.string().optional() }),
    answers: z.object({ items: z.array(segmentFiguresSchema) }),
    handle: async ({ desk }, { query }) => ({
      items: [...(await desk.readKept(`segments ${query.as_of ?? ''} ${query.folder ?? ''}`, (app) => listWithFigures(app, query.as_of, query.folder)))],
    }),
  }),
  route({
    method: 'POST',
    path: '/segments',
    tag,
    summary: 'Make a segment and evaluate it',
    policy: editor,
    body: z.object({
      name: named,
      text: definition,
      folder: z.string().max(100).optional(),
      slug: z.string().optional(),
      note: z.string().max(2000).optional(),
    }),
    status: 201,
    answers: createdSegmentSchema,
    handle: async ({ write, author, personalData }, { body }) => {
      if (!personalData) await asksNothingHidden(body.text);
      return write((app) =>
        createSegmentFrom(app, { name: body.name, text: body.text, folder: body.folder, slug: body.slug, note: body.note, author, asOf: undefined }),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/segments/:slug',
    tag,
    summary: 'One segment whole: sentence, figures, versions, lists, users',
    policy: reader,
    params: slug,
    query: z.object({
      as_of: asOf,
      next_change: z
        .stringbool()
        .default(false)
        .meta({ description: 'Also work out when time alone next changes the members, which costs more than the rest' }),
    }),
    answers: segmentSchema,
    handle: async ({ desk, setEtag }, { params, query }) => {
      const segment = await desk.readKept(`segment ${params.slug} ${query.as_of ?? ''} ${query.next_change}`, (app) =>
        showSegment(app, params.slug, query.as_of, { nextChange: query.next_change }),
      );
      setEtag(String(segment.version));
      return segment;
    },
  }),
  route({
    method: 'PATCH',
    path: '/segments/:slug',
    tag,
    summary: 'Change a segment; with `dry_run`, only say who would enter and leave. `If-Match` names the version that is changed',
    policy: editor,
    params: slug,
    body: z.object({
      text: definition.optional(),
      name: named.optional(),
      folder: z.string().max(100).optional(),
      note: z.string().max(2000).optional(),
      restore: z.int().positive().optional(),
      include: z.array(z.string()).max(1000).default([]),
      exclude: z.array(z.string()).max(1000).default([]),
      unlist: z.array(z.string()).max(1000).default([]),
      freeze: z.boolean().default(false),
      thaw: z.boolean().default(false),
      dry_run: z.boolean().default(false),
      background: z
        .boolean()
        .default(false)
        .meta({ description: 'Work the members of a new definition out as a job; until it is done those of the old one are served' }),
    }),
    answers: segmentChangeSchema,
    handle: async ({ read, write, define, jobs, principal, author, ifMatch, setEtag, personalData }, { params, body }) => {
      if (!personalData && body.text !== undefined) await asksNothingHidden(body.text);
      const { dry_run: dryRun, background, ...edit } = body;
      const request = { text: undefined, name: undefined, folder: undefined, note: undefined, restore: undefined, ...edit, author, dryRun, asOf: undefined };
      if (dryRun) return read(async (app) => ({ ...(await editSegmentWith(app, params.slug, request)), backfill: null }));
      if (background && (body.text !== undefined || body.restore !== undefined)) {
        const { version, ...changed } = await define((app) => editSegmentLater(app, params.slug, request, ifMatch));
        setEtag(String(version));
        const person = principal.kind === 'anonymous' ? null : principal.person;
        const job = await jobs.submit({ kind: 'backfill', title: `Members of ${changed.slug}`, request: { slug: changed.slug }, person });
        return { ...changed, backfill: job.id };
      }
      const { version, ...changed } = await write((app) => editSegmentNow(app, params.slug, request, ifMatch));
      setEtag(String(version));
      return { ...changed, backfill: null };
    },
  }),
  route({
    method: 'DELETE',
    path: '/segments/:slug',
    tag,
    summary: 'Delete a segment that no other uses',
    policy: editor,
    params: slug,
    answers: z.object({ slug: z.string(), name: z.string() }),
    handle: ({ define }, { params }) => define((app) => deleteSegmentBySlug(app, params.slug)),
  }),
  route({
    method: 'GET',
    path: '/segments/:slug/history',
    tag,
    summary: 'Size and revenue over time',
    policy: reader,
    params: slug,
    query: z.object({ every: z.enum(['day', 'week', 'month']).default('week'), from: z.string().optional(), to: z.string().optional(), as_of: asOf }),
    answers: z.object({ items: z.array(historyPointSchema) }),
    handle: async ({ desk }, { params, query }) => {
      const { version, members } = await desk.readKept(`segment ${params.slug}  false`, (app) =>
        showSegment(app, params.slug, undefined, { nextChange: false }),
      );
      const points = await desk.readKept(
        `history ${params.slug} ${JSON.stringify(query)} ${version} ${members ?? ''}`,
        (app) =>
          segmentHistory(app, params.slug, {
            every: query.every,
            ...(query.from === undefined ? {} : { from: query.from }),
            ...(query.to === undefined ? {} : { to: query.to }),
            ...(query.as_of === undefined ? {} : { asOf: query.as_of }),
          }),
        // The past costs much to work out, and what is saved elsewhere does not change it.
        'facts',
      );
      return { items: [...points] };
    },
  }),
  streamRoute({
    method: 'GET',
    path: '/segments/:slug/export',
    tag,
    summary: 'The members as CSV or JSON; names and contacts are masked for whoever may not see personal data',
    policy: exporter,
    params: slug,
    query: z.object({
      format: z.enum(['csv', 'json']).default('csv'),
      fields: z.string().optional(),
      as_of: asOf,
      safe: z.stringbool().default(true),
      decimal,
      reach: z.enum(['email', 'sms', 'post']).optional().meta({
        description:
          'Only those whom this channel can reach and who agree now to marketing by it, whatever day the members are of: what a mailing tool may be given',
      }),
      for: z
        .enum(mailingToolNames)
        .optional()
        .meta({ description: 'The columns that this mailing tool asks for, by its own names, of those whom e-mail may reach' }),
    }),
    streams: 'text/csv',
    handle: async ({ desk, personalData }, { params, query }) => {
      const body = new PassThrough();
      const fields = query.fields?.split(',').map((name) => name.trim());
      // Errors before the first row are answered as errors; the stream begins with the header line.
      let started = false;
      let begun: () => void = () => undefined;
      const first = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const done = desk.read((app) =>
        writeMembers(app, params.slug, {
          asOf: query.as_of,
          format: query.format,
          fields,
          safe: query.safe && query.for === undefined,
          comma: query.safe && query.for === undefined && query.decimal === 'comma',
          reach: query.reach,
          tool: query.for,
          masked: !personalData,
          write: (text) => {
            started = true;
            begun();
            body.write(text);
          },
        }),
      );
      done.then(
        () => body.end(),
        (error: unknown) => {
          // Before the first row it is this route's answer; after it, only the stream can tell.
          if (started) body.destroy(error instanceof Error ? error : new Error(String(error)));
        },
      );
      await Promise.race([first, done]);
      return { body, fileName: `${params.slug}${forWhom(query)}.${query.format}` };
    },
  }),
  route({
    method: 'POST',
    path: '/preview',
    tag,
    summary: 'Count whom a definition holds for, condition by condition, while it is being written',
    policy: reader,
    body: z.object({ text: definition, as_of: asOf }),
    answers: previewSchema,
    // Asked at every stroke: when time alone will change something is left to the segment's own page, it costs more than all else here.
    handle: async ({ read, personalData }, { body }) => {
      if (!personalData) await asksNothingHidden(body.text);
      return read((app) => previewText(app, body.text, body.as_of, { nextChange: false }));
    },
  }),
  route({
    method: 'POST',
    path: '/explain',
    tag,
    summary: 'Why a customer is, or is not, in a segment or a definition',
    policy: reader,
    body: z.object({ segment: z.string().max(20_000).meta({ description: 'Slug, name, or a definition' }), customer: z.string(), as_of: asOf }),
    answers: explanationSchema,
    handle: async ({ read, personalData }, { body }) => {
      if (!personalData) await asksNothingHidden(body.segment);
      const found = await read((app) => explainText(app, body.segment, body.customer, body.as_of));
      return personalData ? found : { ...found, conditions: found.conditions.map(maskedCondition) };
    },
  }),
  route({
    method: 'GET',
    path: '/scorecards',
    tag,
    summary: 'How good each segment is as a segment, and which could be one',
    policy: reader,
    query: z.object({ segment: z.string().optional(), as_of: asOf }),
    answers: scorecardReportSchema,
    handle: ({ desk }, { query }) =>
      desk.readKept(`scorecards ${query.segment ?? ''} ${query.as_of ?? ''}`, (app) => scorecardOf(app, query.segment, query.as_of)),
  }),
  route({
    method: 'GET',
    path: '/overlap',
    tag,
    summary: 'People that pairs of segments share',
    policy: reader,
    query: z.object({ segments: z.string().optional().meta({ description: 'Slugs separated by commas; all where none are given' }), as_of: asOf }),
    answers: z.object({ items: z.array(sharedMembersSchema) }),
    handle: async ({ desk }, { query }) => ({
      items: [
        ...(await desk.readKept(`overlap ${query.segments ?? ''} ${query.as_of ?? ''}`, (app) =>
          overlapOf(app, query.segments?.split(',') ?? [], query.as_of),
        )),
      ],
    }),
  }),
];

/** A segment that somebody else wrote may compare names or contacts: what was compared and the titles of facts are masked. */
function maskedCondition<T extends z.infer<typeof explanationSchema>['conditions'][number]>(condition: T): T {
  const { actual, facts } = condition;
  const shown = typeof actual === 'string' ? maskText(actual) : Array.isArray(actual) ? actual.map(maskText) : actual;
  return { ...condition, actual: shown, facts: facts.map((fact) => ({ ...fact, title: fact.title === null ? null : maskText(fact.title) })) };
}

/** What the name of the file tells of its columns and rows beside the segment: the one that most people want, for a spreadsheet, says nothing. */
function forWhom(asked: { readonly for?: string | undefined; readonly reach?: string | undefined; readonly safe: boolean; readonly format: string }): string {
  if (asked.for !== undefined) return `-for-${asked.for}`;
  if (asked.reach !== undefined) return `-may-get-${asked.reach}`;
  return asked.safe || asked.format === 'json' ? '' : '-for-programs';
}
