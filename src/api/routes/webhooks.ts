import { z } from 'zod';
import {
  allowPrivateWebhooks,
  editWebhook,
  listWebhookDeliveries,
  listWebhooks,
  makeWebhook,
  privateWebhooksAllowed,
  redeliverWebhook,
  removeWebhook,
  rotateWebhookSecret,
  testWebhook,
} from '../../app/index.ts';
import { newWebhookSchema, webhookChangeSchema, webhookDeliverySchema, webhookSchema, webhookSecretSchema } from '../../contract/schemas.ts';
import { route, type Route } from '../route.ts';
import { administrator } from './common.ts';

const tag = 'webhooks';
const id = z.object({ id: z.string().max(100) });

/** Who is told of entries and exits. What is sent leaves the house, so it is the owner's alone. */
export const webhookRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/webhooks',
    tag,
    summary: 'Subscribers and how their messages fare',
    policy: administrator,
    answers: z.object({ items: z.array(webhookSchema), private_addresses: z.boolean() }),
    handle: async ({ desk }) => ({ items: [...(await listWebhooks(desk.app.control))], private_addresses: await privateWebhooksAllowed(desk.app.control) }),
  }),
  route({
    method: 'POST',
    path: '/webhooks',
    tag,
    summary: 'Tell somebody when customers enter or leave segments; the answer holds the secret that signs, once',
    policy: administrator,
    secret: true,
    body: newWebhookSchema,
    status: 201,
    answers: webhookSecretSchema,
    handle: ({ desk, author, personalData }, { body }) => makeWebhook(desk.app, body, { author, personalData }),
  }),
  route({
    method: 'PUT',
    path: '/webhooks/private-addresses',
    tag,
    summary: 'Whether messages may go to addresses that only this network has',
    policy: administrator,
    body: z.object({ allowed: z.boolean() }),
    answers: z.object({ private_addresses: z.boolean() }),
    handle: async ({ desk }, { body }) => {
      await allowPrivateWebhooks(desk.app.control, body.allowed);
      return { private_addresses: body.allowed };
    },
  }),
  route({
    method: 'PATCH',
    path: '/webhooks/:id',
    tag,
    summary: 'Change what is told or where; switch on or off. What waits goes out once it is on',
    policy: administrator,
    params: id,
    body: webhookChangeSchema,
    answers: webhookSchema,
    handle: ({ desk, personalData }, { params, body }) => editWebhook(desk.app, params.id, body, personalData),
  }),
  route({
    method: 'DELETE',
    path: '/webhooks/:id',
    tag,
    summary: 'Tell them nothing any more, and forget what became of their messages',
    policy: administrator,
    params: id,
    answers: z.object({ removed: z.string() }),
    handle: async ({ desk }, { params }) => {
      await removeWebhook(desk.app, params.id);
      return { removed: params.id };
    },
  }),
  route({
    method: 'POST',
    path: '/webhooks/:id/rotate',
    tag,
    summary: 'A new secret; for a day messages carry a signature by the old one, too',
    policy: administrator,
    secret: true,
    params: id,
    body: z.object({}),
    answers: webhookSecretSchema,
    handle: ({ desk }, { params }) => rotateWebhookSecret(desk.app, params.id),
  }),
  route({
    method: 'POST',
    path: '/webhooks/:id/test',
    tag,
    summary: 'Send a test message at once and say what came of it',
    policy: administrator,
    params: id,
    body: z.object({}),
    answers: z.object({ status: z.int().nullable(), error: z.string().nullable() }),
    handle: ({ desk }, { params }) => testWebhook(desk.app, params.id),
  }),
  route({
    method: 'GET',
    path: '/webhooks/:id/deliveries',
    tag,
    summary: 'Messages to one subscriber, newest first; `status=dead` are those given up',
    policy: administrator,
    params: id,
    query: z.object({ status: z.enum(['waiting', 'delivered', 'dead']).optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    answers: z.object({ items: z.array(webhookDeliverySchema) }),
    handle: async ({ desk }, { params, query }) => ({ items: [...(await listWebhookDeliveries(desk.app.control, params.id, query.status, query.limit))] }),
  }),
  route({
    method: 'POST',
    path: '/webhooks/deliveries/:id/redeliver',
    tag,
    summary: 'Send a message again, under the same id',
    policy: administrator,
    params: id,
    body: z.object({}),
    answers: webhookDeliverySchema,
    handle: async ({ desk, webhooks }, { params }) => {
      const delivery = await redeliverWebhook(desk.app, params.id);
      void webhooks.step();
      return delivery;
    },
  }),
];
