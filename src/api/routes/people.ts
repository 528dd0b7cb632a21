import { z } from 'zod';
import { roles, scopes } from '../../contract/index.ts';
import { apiKeySchema, createdApiKeySchema, personLinkSchema, personSchema } from '../../contract/schemas.ts';
import { ClienteleError, parseInstant } from '../../core/index.ts';
import type { Context } from '../context.ts';
import { route, type Route } from '../route.ts';
import { administrator } from './common.ts';

const id = z.object({ id: z.string() });

/** Those who work here, and the keys that act for them. */
export const peopleRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/people',
    tag: 'people',
    summary: 'Everybody who may come in',
    policy: administrator,
    answers: z.object({ items: z.array(personSchema) }),
    handle: async ({ access }) => ({ items: [...(await access.listPeople())] }),
  }),
  route({
    method: 'POST',
    path: '/people',
    tag: 'people',
    summary: 'Invite somebody: the answer holds the token of a link to hand over',
    policy: administrator,
    body: z.object({ email: z.string().max(320), name: z.string().max(200).default(''), role: z.enum(roles), personal_data: z.boolean() }),
    status: 201,
    secret: true,
    answers: personLinkSchema,
    handle: ({ access, principal }, { body }) =>
      access.invitePerson({ email: body.email, name: body.name, role: body.role, personalData: body.personal_data, by: personBehind(principal) }),
  }),
  route({
    method: 'PATCH',
    path: '/people/:id',
    tag: 'people',
    summary: 'Change somebody’s role, permission, name or e-mail, or keep them out',
    policy: administrator,
    params: id,
    body: z.object({
      email: z.string().max(320).optional(),
      name: z.string().max(200).optional(),
      role: z.enum(roles).optional(),
      personal_data: z.boolean().optional(),
      disabled: z.boolean().optional(),
    }),
    answers: personSchema,
    handle: ({ access }, { params, body: { personal_data: personalData, ...change } }) => access.changePerson(params.id, { ...change, personalData }),
  }),
  route({
    method: 'DELETE',
    path: '/people/:id',
    tag: 'people',
    summary: 'Remove somebody, with their sessions and keys',
    policy: administrator,
    params: id,
    answers: z.object({ removed: z.string() }),
    handle: async ({ access }, { params }) => {
      await access.removePerson(params.id);
      return { removed: params.id };
    },
  }),
  route({
    method: 'POST',
    path: '/people/:id/link',
    tag: 'people',
    summary: 'A link with which somebody chooses a new password',
    policy: administrator,
    params: id,
    status: 201,
    secret: true,
    answers: personLinkSchema,
    handle: ({ access, principal }, { params }) => access.linkFor(params.id, personBehind(principal)),
  }),
  route({
    method: 'GET',
    path: '/keys',
    tag: 'keys',
    summary: 'API keys; owners see everybody’s',
    policy: { role: 'viewer', scope: 'admin' },
    answers: z.object({ items: z.array(apiKeySchema) }),
    handle: async ({ access, principal }) => ({ items: [...(await access.listKeys(ownKeysOnly(principal)))] }),
  }),
  route({
    method: 'POST',
    path: '/keys',
    tag: 'keys',
    summary: 'Make an API key that acts for oneself. It is shown this once',
    policy: 'session',
    body: z.object({ name: z.string().trim().min(1).max(100), scopes: z.array(z.enum(scopes)).min(1), expires_at: z.iso.datetime().optional() }),
    status: 201,
    secret: true,
    answers: createdApiKeySchema,
    handle: ({ access, principal }, { body }) =>
      access.createKey({
        person: personBehind(principal),
        name: body.name,
        scopes: body.scopes,
        expiresAt: body.expires_at === undefined ? undefined : parseInstant(body.expires_at),
      }),
  }),
  route({
    method: 'DELETE',
    path: '/keys/:id',
    tag: 'keys',
    summary: 'Revoke an API key',
    policy: { role: 'viewer', scope: 'admin' },
    params: id,
    answers: apiKeySchema,
    handle: ({ access, principal }, { params }) => access.revokeKey(params.id, ownKeysOnly(principal)),
  }),
];

function personBehind(principal: Context['principal']): string {
  if (principal.kind === 'anonymous') throw new ClienteleError('access.required');
  return principal.person;
}

const ownKeysOnly = (principal: Context['principal']): string | undefined =>
  principal.kind !== 'anonymous' && principal.role === 'owner' ? undefined : personBehind(principal);
