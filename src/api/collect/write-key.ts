import type { FastifyRequest } from 'fastify';
import type { JsonObject } from '../../contract/index.ts';

/** The write key of a tracking request: Basic with an empty password, Bearer, the body, or the address (a page that closes can set no headers). */
export function writeKeyOf(request: Pick<FastifyRequest, 'headers' | 'query'>, body: JsonObject | undefined): string | undefined {
  const [, scheme = '', given = ''] = /^(\w+) +(.+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (/^basic$/i.test(scheme)) return Buffer.from(given, 'base64').toString('utf8').split(':')[0];
  if (/^bearer$/i.test(scheme)) return given;
  const inBody = body?.['writeKey'];
  if (typeof inBody === 'string') return inBody;
  const inAddress = (request.query as Readonly<Record<string, unknown>> | undefined)?.['writeKey'];
  return typeof inAddress === 'string' ? inAddress : undefined;
}
