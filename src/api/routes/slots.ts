import { z } from 'zod';
import { applySlotText, changeSlot, exportAllSlots, makeSlot, removeSlot, type SlotChange, showSlot, slotSummaries } from '../../app/index.ts';
import {
  decideRequestSchema,
  decisionSchema,
  loggedDecisionSchema,
  newSlotSchema,
  slotDefinitionSchema,
  slotFileReportSchema,
  slotSchema,
  slotSummarySchema,
} from '../../contract/schemas.ts';
import { ClienteleError, parseInstant } from '../../core/index.ts';
import type { Context } from '../context.ts';
import { route, type Route, streamRoute } from '../route.ts';
import { editor, reader } from './common.ts';

const tag = 'slots';
const slug = z.object({ slug: z.string().max(80) });

/** Runs one change under `If-Match`, and answers with the slot and its next revision. */
async function change(context: Context, which: string, what: SlotChange): Promise<z.infer<typeof slotSchema>> {
  const { write, define, author, ifMatch, setEtag, decider } = context;
  const revision = ifMatch === undefined ? undefined : Number(ifMatch);
  // What is published asks about customers, which is worked out first.
  const turn = what.do === 'publish' ? write : define;
  const slot = await turn((app) => changeSlot(app, which, what, { author, ...(revision === undefined ? {} : { revision }) }));
  await decider.catchUp();
  setEtag(String(slot.revision));
  return slot;
}

/** Slots: what stands in a place of the site, for whom, and when. */
export const slotRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/slots',
    tag,
    summary: 'Every slot, and whether it is live',
    policy: reader,
    answers: z.object({ items: z.array(slotSummarySchema) }),
    handle: async ({ read }) => ({ items: [...(await read((app) => slotSummaries(app)))] }),
  }),
  route({
    method: 'POST',
    path: '/slots',
    tag,
    summary: 'Make a slot as a draft; nothing is served before it is published',
    policy: editor,
    body: newSlotSchema,
    status: 201,
    answers: slotSchema,
    handle: async ({ define, author, setEtag }, { body }) => {
      const slot = await define((app) => makeSlot(app, body, author));
      setEtag(String(slot.revision));
      return slot;
    },
  }),
  route({
    method: 'GET',
    path: '/slots/:slug',
    tag,
    summary: 'One slot whole: what is in force, the draft, the rules in words, versions',
    policy: reader,
    params: slug,
    answers: slotSchema,
    handle: async ({ read, setEtag }, { params }) => {
      const slot = await read((app) => showSlot(app, params.slug));
      setEtag(String(slot.revision));
      return slot;
    },
  }),
  route({
    method: 'PATCH',
    path: '/slots/:slug',
    tag,
    summary: 'Rename a slot or write its draft; what is in force stays. `If-Match` names the revision that is changed',
    policy: editor,
    params: slug,
    body: z.object({ name: z.string().trim().min(1).max(200).exactOptional(), definition: slotDefinitionSchema.exactOptional() }),
    answers: slotSchema,
    handle: (context, { params, body }) => change(context, params.slug, { do: 'edit', edit: body }),
  }),
  route({
    method: 'POST',
    path: '/slots/:slug/publish',
    tag,
    summary: 'Put the draft in force as a new version',
    policy: editor,
    params: slug,
    body: z.object({ note: z.string().max(2000).default('') }),
    answers: slotSchema,
    handle: (context, { params, body }) => change(context, params.slug, { do: 'publish', note: body.note }),
  }),
  route({
    method: 'POST',
    path: '/slots/:slug/unpublish',
    tag,
    summary: 'Stop serving a slot; its versions stay',
    policy: editor,
    params: slug,
    body: z.object({}),
    answers: slotSchema,
    handle: (context, { params }) => change(context, params.slug, { do: 'unpublish' }),
  }),
  route({
    method: 'POST',
    path: '/slots/:slug/restore',
    tag,
    summary: 'Make an earlier version the draft',
    policy: editor,
    params: slug,
    body: z.object({ version: z.int().positive() }),
    answers: slotSchema,
    handle: (context, { params, body }) => change(context, params.slug, { do: 'restore', version: body.version }),
  }),
  route({
    method: 'DELETE',
    path: '/slots/:slug/draft',
    tag,
    summary: 'Throw the draft away; what is in force stays',
    policy: editor,
    params: slug,
    answers: slotSchema,
    handle: (context, { params }) => change(context, params.slug, { do: 'discard' }),
  }),
  route({
    method: 'DELETE',
    path: '/slots/:slug',
    tag,
    summary: 'Delete a slot; whoever asks for it gets nothing',
    policy: editor,
    params: slug,
    answers: z.object({ removed: z.string() }),
    handle: async ({ define, decider }, { params }) => {
      await define((app) => removeSlot(app, params.slug));
      await decider.catchUp();
      return { removed: params.slug };
    },
  }),
  route({
    method: 'POST',
    path: '/slots/:slug/preview',
    tag,
    summary: 'What a slot shows any customer or visitor, at any moment, by what is in force or by a definition that is being written; written into no log',
    policy: reader,
    params: slug,
    body: decideRequestSchema.omit({ slots: true }).extend({ definition: slotDefinitionSchema.exactOptional(), at: z.string().exactOptional() }),
    answers: decisionSchema,
    handle: async ({ decider }, { params, body }) => {
      const { definition, at, ...request } = body;
      const moment = at === undefined ? undefined : parseInstant(at);
      if (at !== undefined && moment === undefined) throw new ClienteleError('date.invalid', { value: at });
      return decider.preview(
        { ...request, slots: [params.slug] },
        { ...(definition === undefined ? {} : { draft: { slug: params.slug, definition } }), ...(moment === undefined ? {} : { at: moment }) },
      );
    },
  }),
  route({
    method: 'GET',
    path: '/decisions',
    tag,
    summary: 'The newest decisions since the server started, with what decided them',
    policy: reader,
    query: z.object({ slot: z.string().optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    answers: z.object({ items: z.array(loggedDecisionSchema) }),
    handle: async ({ decider }, { query }) => ({ items: decider.log.recent(query.slot).slice(0, query.limit) }),
  }),
  streamRoute({
    method: 'GET',
    path: '/slots.yaml',
    tag,
    summary: 'All slots as one YAML file',
    policy: reader,
    streams: 'application/yaml',
    handle: async ({ read }) => ({ body: await read((app) => exportAllSlots(app)), fileName: 'slots.yaml' }),
  }),
  route({
    method: 'POST',
    path: '/slots/apply',
    tag,
    summary: 'Make the slots what a YAML file says and publish them, all or nothing',
    policy: editor,
    body: z.object({ yaml: z.string().max(1_000_000), dry_run: z.boolean().default(false), prune: z.boolean().default(false) }),
    answers: slotFileReportSchema,
    handle: async ({ write, author, decider }, { body }) => {
      const report = await write((app) => applySlotText(app, body.yaml, 'The file', { dryRun: body.dry_run, prune: body.prune, author }));
      await decider.catchUp();
      return report;
    },
  }),
];
