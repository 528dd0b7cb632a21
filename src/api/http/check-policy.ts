import type { FastifyRequest } from 'fastify';
import { allowed, type Policy, type Principal } from '../../access/index.ts';
import { ClienteleError } from '../../core/index.ts';

/** Throws where this principal may not make this call, or where a page of another origin makes it in their name. */
export function checkPolicy(policy: Policy, principal: Principal, request: FastifyRequest): void {
  // A browser adds the cookie by itself, whoever wrote the page; a key is only ever sent on purpose.
  if (request.method !== 'GET' && request.headers.authorization === undefined && !sameOrigin(request)) throw new ClienteleError('access.origin');
  const answer = allowed(principal, policy);
  if (answer !== true) throw new ClienteleError(answer);
}

/** Of this origin by `Sec-Fetch-Site` (which no page can set) or `Origin`; neither is sent by what is no browser. */
function sameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
