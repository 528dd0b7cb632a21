import { z } from 'zod';
import {
  changeSource,
  createSource,
  getSource,
  listShapes,
  listSources,
  quarantined,
  removeSource,
  replay,
  rotateKey,
  sourceKeys,
  sourceVolumes,
  testEvent,
  toldMessage,
} from '../../app/index.ts';
import {
  liveMessageSchema,
  liveSourceChangeSchema,
  liveSourceKeySchema,
  liveSourceSchema,
  liveShapeSchema,
  liveSourceVolumeSchema,
  newLiveSourceSchema,
} from '../../contract/schemas.ts';
import type { Context } from '../context.ts';
import { maskedMessage } from '../masked-message.ts';
import { route, type Route, streamRoute } from '../route.ts';
import { messageStream } from '../live-messages.ts';
import { administrator, editor, reader } from './common.ts';

const tag = 'live sources';
const slug = z.object({ slug: z.string() });
const world = ({ desk }: Context) => desk.app;
const keys = z.object({ items: z.array(liveSourceKeySchema) });

/** Whoever sends live: sites, servers, shops, mail services, devices. Their own ways in are `/v1/…` with a write key. */
export const liveSourceRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/live-sources',
    tag,
    summary: 'Live sources: what they are, when they were last heard of, how much they send',
    policy: reader,
    answers: z.object({ items: z.array(liveSourceSchema) }),
    handle: async (context) => ({ items: [...(await listSources(world(context), context.collector))] }),
  }),
  route({
    method: 'POST',
    path: '/live-sources',
    tag,
    summary: 'Make a live source with its first write key',
    policy: administrator,
    secret: true,
    status: 201,
    body: newLiveSourceSchema,
    answers: liveSourceSchema,
    handle: async (context, { body }) => {
      const made = await createSource(world(context), body, context.author);
      await context.collector.changed();
      return made;
    },
  }),
  route({
    method: 'GET',
    path: '/live-sources/:slug',
    tag,
    summary: 'One live source',
    policy: reader,
    params: slug,
    answers: liveSourceSchema,
    handle: (context, { params }) => getSource(world(context), params.slug, context.collector),
  }),
  route({
    method: 'PATCH',
    path: '/live-sources/:slug',
    tag,
    summary: 'Rename it, change its settings or secrets, switch it off or on',
    policy: administrator,
    secret: true,
    params: slug,
    body: liveSourceChangeSchema,
    answers: liveSourceSchema,
    handle: async (context, { params, body }) => {
      const changed = await changeSource(world(context), params.slug, body);
      await context.collector.changed();
      return changed;
    },
  }),
  route({
    method: 'DELETE',
    path: '/live-sources/:slug',
    tag,
    summary: 'Remove a live source and its keys; what it sent stays',
    policy: administrator,
    params: slug,
    answers: z.object({ removed: z.string() }),
    handle: async (context, { params }) => {
      await removeSource(world(context), params.slug);
      await context.collector.changed();
      return { removed: params.slug };
    },
  }),
  route({
    method: 'GET',
    path: '/live-sources/:slug/keys',
    tag,
    summary: 'The write keys that are taken now, newest first',
    policy: editor,
    params: slug,
    answers: keys,
    handle: async (context, { params }) => ({ items: [...(await sourceKeys(world(context), params.slug))] }),
  }),
  route({
    method: 'POST',
    path: '/live-sources/:slug/keys',
    tag,
    summary: 'A new write key; the one before is taken for a week more, or ends at once',
    policy: administrator,
    secret: true,
    params: slug,
    body: z.object({ at_once: z.boolean().default(false) }),
    status: 201,
    answers: keys,
    handle: async (context, { params, body }) => {
      const items = [...(await rotateKey(world(context), params.slug, body.at_once))];
      await context.collector.changed();
      return { items };
    },
  }),
  route({
    method: 'POST',
    path: '/live-sources/:slug/test',
    tag,
    summary: 'Send a test event through the whole road, as the source itself would',
    policy: editor,
    params: slug,
    body: z.object({}),
    answers: z.object({ message_id: z.string() }),
    handle: async (context, { params }) => testEvent(context.collector, params.slug),
  }),
  route({
    method: 'GET',
    path: '/live-sources/:slug/volumes',
    tag,
    summary: 'How much arrived, hour by hour; hours in which nothing did are left out',
    policy: reader,
    params: slug,
    query: z.object({ days: z.coerce.number().int().min(1).max(90).default(7) }),
    answers: z.object({ items: z.array(liveSourceVolumeSchema) }),
    handle: async (context, { params, query }) => ({ items: [...(await sourceVolumes(world(context), context.collector, params.slug, query.days))] }),
  }),
  route({
    method: 'GET',
    path: '/live-sources/:slug/messages',
    tag,
    summary: 'The latest messages of a source, newest first: what arrived and what it was read as',
    policy: reader,
    params: slug,
    answers: z.object({ items: z.array(liveMessageSchema) }),
    handle: async (context, { params }) => {
      await getSource(world(context), params.slug, context.collector);
      const { latest, judge } = context.collector;
      const items = (await latest(params.slug)).map((seen) => toldMessage(seen, judge(seen.message)));
      return { items: context.personalData ? items : items.map(maskedMessage) };
    },
  }),
  route({
    method: 'GET',
    path: '/live-sources/:slug/quarantine',
    tag,
    summary: 'Messages that could not be recorded, newest first, with the reason, the field and what to do',
    policy: reader,
    params: slug,
    query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
    answers: z.object({ items: z.array(liveMessageSchema) }),
    handle: async (context, { params, query }) => {
      await getSource(world(context), params.slug, context.collector);
      const items = await quarantined(context.collector, params.slug, query.limit);
      return { items: context.personalData ? [...items] : items.map(maskedMessage) };
    },
  }),
  route({
    method: 'POST',
    path: '/live-sources/:slug/replay',
    tag,
    summary: 'Send once more what waits in quarantine and can be read by now',
    policy: editor,
    params: slug,
    body: z.object({}),
    answers: z.object({ recorded: z.int(), still: z.int().meta({ description: 'How many still can not be read' }) }),
    handle: async (context, { params }) => {
      await getSource(world(context), params.slug, context.collector);
      return replay(context.collector, params.slug);
    },
  }),
  route({
    method: 'GET',
    path: '/live-sources/:slug/shapes',
    tag,
    summary: 'What its messages look like: every event and property, of which types, how often filled',
    policy: reader,
    params: slug,
    answers: z.object({ items: z.array(liveShapeSchema) }),
    handle: async (context, { params }) => {
      await context.collector.settle();
      return { items: [...(await listShapes(world(context), params.slug))] };
    },
  }),
  streamRoute({
    method: 'GET',
    path: '/live-sources/:slug/events',
    tag,
    summary: 'Server-sent events: messages of a source as they arrive',
    policy: reader,
    params: slug,
    streams: 'text/event-stream',
    handle: async (context, { params }) => {
      await getSource(world(context), params.slug, context.collector);
      return { body: messageStream(context, params.slug) };
    },
  }),
];
