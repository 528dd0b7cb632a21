import { z } from 'zod';
import { deskAsOf } from '../../app/index.ts';
import { linkPreviewSchema, personSchema, sessionSchema, type TeamPerson } from '../../contract/schemas.ts';
import { ClienteleError } from '../../core/index.ts';
import type { Context } from '../context.ts';
import { route, type Route } from '../route.ts';
import { asOf } from './common.ts';
import { workspaceOf, workspaceSchema } from './workspace.ts';

const tag = 'session';
const password = z.string().min(1).max(1000);
const signedIn = z.object({ person: personSchema });

/** Who is signed in, and the ways in and out. */
export const sessionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/session',
    tag,
    summary: 'Who asks, whether the first owner is still to be made, and the workspace for those who are in',
    policy: 'public',
    secret: true,
    query: z.object({ as_of: asOf }),
    answers: z.object({
      set_up: z.boolean().meta({ description: 'True until the first owner has made an account' }),
      person: personSchema.nullable(),
      personal_data: z.boolean(),
      workspace: workspaceSchema.nullable(),
    }),
    handle: async (context, { query }) => {
      const { access, principal, personalData, desk, version } = context;
      const seen = query.as_of === undefined ? desk : deskAsOf(desk, query.as_of);
      const inside = principal.kind !== 'anonymous';
      return {
        set_up: await access.needsSetUp(),
        person: principal.kind === 'person' ? await access.readPerson(principal.person) : null,
        personal_data: personalData,
        workspace: inside ? await workspaceOf({ desk: seen, version }) : null,
      };
    },
  }),
  route({
    method: 'POST',
    path: '/session/owner',
    tag,
    summary: 'The first visit: makes the owner’s account and signs in. Only while there is nobody',
    policy: 'public',
    secret: true,
    body: z.object({ email: z.string().max(320), name: z.string().max(200), password }),
    status: 201,
    answers: signedIn,
    handle: async (context, { body }) => began(context, await context.access.createFirstOwner({ ...body, agent: context.from.agent })),
  }),
  route({
    method: 'POST',
    path: '/session',
    tag,
    summary: 'Sign in with e-mail and password: a fresh session in a cookie',
    policy: 'public',
    secret: true,
    body: z.object({ email: z.string().max(320), password }),
    answers: signedIn,
    handle: async (context, { body }) =>
      began(context, await context.access.signIn({ email: body.email, password: body.password, from: context.from, previousToken: context.sessionToken })),
  }),
  route({
    method: 'DELETE',
    path: '/session',
    tag,
    summary: 'Sign out',
    policy: 'public',
    secret: true,
    answers: z.object({ signed_out: z.literal(true) }),
    handle: async ({ access, sessionToken, clearSession }) => {
      if (sessionToken !== undefined) await access.signOut(sessionToken);
      clearSession();
      return { signed_out: true as const };
    },
  }),
  route({
    method: 'POST',
    path: '/session/password',
    tag,
    summary: 'Change one’s own password; every other session ends',
    policy: 'session',
    secret: true,
    body: z.object({ current: password, next: password }),
    answers: signedIn,
    handle: async (context, { body }) => began(context, await context.access.changePassword({ person: personOf(context), ...body, from: context.from })),
  }),
  route({
    method: 'GET',
    path: '/session/all',
    tag,
    summary: 'One’s own sessions',
    policy: 'session',
    secret: true,
    answers: z.object({ items: z.array(sessionSchema) }),
    handle: async (context) => {
      const { principal } = context;
      return { items: [...(await context.access.listSessions(personOf(context), principal.kind === 'person' ? principal.session : null))] };
    },
  }),
  route({
    method: 'DELETE',
    path: '/session/all/:id',
    tag,
    summary: 'End one of one’s own sessions; `others` ends all but this one',
    policy: 'session',
    secret: true,
    params: z.object({ id: z.string() }),
    answers: z.object({ ended: z.int() }),
    handle: async (context, { params }) => {
      const { principal } = context;
      const person = personOf(context);
      if (params.id === 'others' && principal.kind === 'person') return { ended: await context.access.endOtherSessions(person, principal.session) };
      await context.access.endSession(person, params.id);
      return { ended: 1 };
    },
  }),
  route({
    method: 'POST',
    path: '/links/read',
    tag,
    summary: 'What an invitation or a link for a new password is for',
    policy: 'public',
    secret: true,
    body: z.object({ token: z.string().max(200) }),
    answers: linkPreviewSchema,
    handle: ({ access }, { body }) => access.readLink(body.token),
  }),
  route({
    method: 'POST',
    path: '/links/use',
    tag,
    summary: 'Use a link up: sets the password and signs in',
    policy: 'public',
    secret: true,
    body: z.object({ token: z.string().max(200), password, name: z.string().max(200).optional() }),
    answers: signedIn,
    handle: async (context, { body }) => began(context, await context.access.useLink({ ...body, agent: context.from.agent })),
  }),
];

/** The cookie of a session that has just begun; whatever token came along is no longer used. */
function began({ setSession }: Context, { token, person }: { readonly token: string; readonly person: TeamPerson }): { readonly person: TeamPerson } {
  setSession(token);
  return { person };
}

function personOf({ principal }: Context): string {
  if (principal.kind === 'person') return principal.person;
  throw new ClienteleError('access.required');
}
