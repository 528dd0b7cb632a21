import type { FastifyRequest } from 'fastify';
import { allowed } from '../../access/index.ts';
import { ClienteleError } from '../../core/index.ts';
import type { Service } from '../service.ts';

/** Who asks for a decision: a server with an API key, or a page with the write key of its live source, which anybody can read in it. */
export type Asker = 'server' | 'browser';

/**
 * From `Authorization: Bearer`, `X-API-Key`, or what the body carries.
 *
 * @throws access.required, access.key-invalid, access.scope, live.write-key, live.source-disabled, live.origin
 */
export async function askerOf(service: Pick<Service, 'access' | 'collector'>, headers: FastifyRequest['headers'], carried?: string): Promise<Asker> {
  const [, bearer] = /^Bearer +(.+)$/i.exec(headers.authorization ?? '') ?? [];
  const header = headers['x-api-key'];
  const key = carried ?? bearer ?? (typeof header === 'string' ? header : undefined);
  if (key === undefined) throw new ClienteleError('access.required');
  if (carried === undefined && key.startsWith('clk_')) return askerOfApiKey(service, key);
  const { registry, now } = service.collector;
  const source = registry.ofKey(key, now());
  if (source?.type !== 'website' && source?.type !== 'server') throw new ClienteleError('live.write-key');
  if (source.disabled) throw new ClienteleError('live.source-disabled');
  const { origin } = headers;
  const origins = source.settings.origins ?? [];
  if (origin !== undefined && origins.length > 0 && !origins.includes(origin)) throw new ClienteleError('live.origin', { origin });
  return 'browser';
}

async function askerOfApiKey({ access }: Pick<Service, 'access'>, key: string): Promise<Asker> {
  const principal = await access.principalOfKey(key);
  if (principal === undefined) throw new ClienteleError('access.key-invalid');
  const answer = allowed(principal, { role: 'viewer', scope: 'decide' });
  if (answer !== true) throw new ClienteleError(answer);
  return 'server';
}
