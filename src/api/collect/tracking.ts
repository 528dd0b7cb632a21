import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Collector, KnownSource } from '../../app/index.ts';
import { type CallType, readBody, refusedMessage, unpack } from '../../collect/index.ts';
import type { JsonObject, JsonValue } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { asItComes, inflated } from './body.ts';
import { clientSettings } from './client-settings.ts';
import type { inFlight } from './in-flight.ts';
import { writeKeyOf } from './write-key.ts';

/** Paths of the tracking API, long and as the browser library shortens them. */
const calls = {
  identify: 'identify',
  track: 'track',
  page: 'page',
  screen: 'screen',
  group: 'group',
  alias: 'alias',
  batch: 'batch',
  import: 'batch',
  i: 'identify',
  t: 'track',
  p: 'page',
  s: 'screen',
  g: 'group',
  a: 'alias',
  b: 'batch',
} as const satisfies Readonly<Record<string, CallType | 'batch'>>;

/** The tracking API that Segment's and RudderStack's clients speak. Answers 200 only when the inbox has everything on disk. */
export function addTracking(server: FastifyInstance, collector: Collector, bounded: ReturnType<typeof inFlight>): void {
  for (const [path, type] of Object.entries(calls)) server.post(`/v1/${path}`, asItComes, async (request, reply) => receive(type, request, reply));
  // What the browser library tells about itself is of no use here.
  server.post('/v1/m', asItComes, async () => ({ success: true }));
  server.get<{ Params: { writeKey: string } }>('/v1/projects/:writeKey/settings', async (request, reply) => {
    const { writeKey } = request.params;
    if (collector.registry.ofKey(writeKey, collector.now()) === undefined) throw new ClienteleError('live.write-key');
    return reply.header('cache-control', 'public, max-age=120').send(clientSettings(writeKey, request.host, request.protocol));
  });

  async function receive(type: CallType | 'batch', request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const bytes = await inflated(request.body, request.headers['content-encoding']);
    await bounded(bytes.length, async () => {
      const receivedAt = collector.now();
      const read = readBody(bytes);
      const body = read.ok && isObject(read.value) ? read.value : undefined;
      const source = senderOf(collector, request, body);
      if (body === undefined) {
        const { reason, hint } = read.ok ? { reason: 'The request is no JSON object', hint: 'Send one JSON object.' } : read;
        await collector.take(source, [refusedMessage(source.slug, collector.randomId(), receivedAt, { reason, field: null, hint }, bytes.toString('utf8'))]);
        collector.tally.count(source.slug, receivedAt, { refused: 1 });
        throw new ClienteleError('live.body', { detail: `${reason}.`, hint });
      }
      const messages = unpack(type, body, {
        source: source.slug,
        receivedAt,
        userAgent: request.headers['user-agent'],
        address: source.type === 'website' ? request.ip : undefined,
        placeOf: collector.placeOf,
        keepAddress: source.settings.keep_ip === true,
        randomId: collector.randomId,
      });
      await collector.take(source, messages);
    });
    return reply.header('cache-control', 'no-store').send({ success: true });
  }
}

const isObject = (value: JsonValue): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Throws `live.write-key`, `live.source-disabled`, `live.origin`. */
function senderOf(collector: Collector, request: FastifyRequest, body: JsonObject | undefined): KnownSource {
  const key = writeKeyOf(request, body);
  const source = key === undefined ? undefined : collector.registry.ofKey(key, collector.now());
  if (source === undefined) throw new ClienteleError('live.write-key');
  if (source.disabled) throw new ClienteleError('live.source-disabled');
  const { origin } = request.headers;
  const origins = source.settings.origins ?? [];
  if (origin !== undefined && origins.length > 0 && !origins.includes(origin)) {
    collector.tally.count(source.slug, collector.now(), { refused: 1 });
    throw new ClienteleError('live.origin', { origin });
  }
  return source;
}
