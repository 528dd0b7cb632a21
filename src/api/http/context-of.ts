import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Access, anonymous, type Principal, principalId, seesPersonalData } from '../../access/index.ts';
import { deskAsOf } from '../../app/index.ts';
import { ClienteleError } from '../../core/index.ts';
import type { Context } from '../context.ts';
import type { Service } from '../service.ts';

const cookieOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;
const ninetyDays = 90 * 24 * 60 * 60;

/** Who asks and what they may use, told from cookie or key. Throws `access.key-invalid` for a key that is none. */
export async function contextOf(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const { access, sessionCookie } = service;
  const desk = deskFor(service, single(request.headers['as-of']));
  const sessionToken = request.cookies[sessionCookie];
  const principal = await principalOf(access, request.headers.authorization, sessionToken);
  const signal = goneSignal(reply);
  return {
    ...service,
    desk,
    principal,
    principalNow: () => principalOf(access, request.headers.authorization, sessionToken),
    personalData: seesPersonalData(principal),
    author: principal.kind === 'person' ? principal.name : principalId(principal),
    signal,
    read: (work) => desk.read(work, signal),
    write: desk.write,
    define: desk.define,
    ifMatch: unquoted(request.headers['if-match']),
    setEtag: (version) => void reply.header('etag', `"${version}"`),
    sessionToken,
    setSession: (token) => void reply.setCookie(sessionCookie, token, { ...cookieOptions, maxAge: ninetyDays }),
    clearSession: () => void reply.clearCookie(sessionCookie, cookieOptions),
    from: { address: request.ip, agent: request.headers['user-agent'] ?? '' },
    lastEventId: single(request.headers['last-event-id']),
  };
}

/** `As-Of: 2026-03-01`: the whole request looks from that day, instant, or `latest`. A route that names a moment of its own looks from there. */
const deskFor = ({ desk }: Service, moment: string | undefined): Service['desk'] => {
  const asOf = moment?.trim().slice(0, 40) ?? '';
  return asOf === '' ? desk : deskAsOf(desk, asOf);
};

async function principalOf(access: Access, authorization: string | undefined, token: string | undefined): Promise<Principal> {
  if (authorization !== undefined) {
    const [, key] = /^Bearer (.+)$/.exec(authorization) ?? [];
    const found = key === undefined ? undefined : await access.principalOfKey(key);
    if (found === undefined) throw new ClienteleError('access.key-invalid');
    return found;
  }
  return (token === undefined ? undefined : await access.principalOfSession(token)) ?? anonymous;
}

/** Aborted when the connection ends before the answer has. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

const single = (value: string | readonly string[] | undefined): string | undefined => (typeof value === 'string' ? value : value?.[0]);
const unquoted = (value: string | undefined): string | undefined => value?.replace(/^W\//, '').replaceAll('"', '');
