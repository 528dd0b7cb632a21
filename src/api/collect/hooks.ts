import type { FastifyInstance } from 'fastify';
import type { Collector } from '../../app/index.ts';
import { checkSignature, openDelivery, readBody, refusedMessage, signatureHint } from '../../collect/index.ts';
import { isWebhook } from '../../contract/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { asItComes, inflated } from './body.ts';
import type { inFlight } from './in-flight.ts';

/**
 * Webhooks in: the write key in the address says whose, the signature over the very bytes says from whom. Answered when the delivery is on disk, which is well within the
 * five seconds of the strictest sender; what it means is read afterwards.
 */
export function addHooks(server: FastifyInstance, collector: Collector, bounded: ReturnType<typeof inFlight>): void {
  server.post<{ Params: { key: string } }>('/v1/hooks/:key', asItComes, async (request, reply) => {
    const source = collector.registry.ofKey(request.params.key, collector.now());
    if (source === undefined || !isWebhook(source.type)) throw new ClienteleError('live.write-key');
    if (source.disabled) throw new ClienteleError('live.source-disabled');
    const { type, slug, settings, secrets } = source;
    const bytes = await inflated(request.body, request.headers['content-encoding']);
    const headers = request.headers as Readonly<Record<string, string | undefined>>;
    // WooCommerce asks whether anybody is there before it has signed anything.
    if (type === 'woocommerce' && /^webhook_id=\d+$/.test(bytes.toString('latin1').trim())) return reply.send({ success: true });
    await bounded(bytes.length, async () => {
      const receivedAt = collector.now();
      const read = readBody(bytes);
      const checked = checkSignature(type, { headers, bytes, value: read.ok ? read.value : null, now: receivedAt, secrets, settings });
      if (checked !== true) {
        collector.tally.count(slug, receivedAt, { refused: 1 });
        const hint = signatureHint(type);
        const refusal = { reason: `The signature is not right: ${checked}`, field: null, hint };
        // Shown to whoever sets the source up, kept nowhere: anybody may send such.
        collector.recent.add(slug, [{ message: refusedMessage(slug, collector.randomId(), receivedAt, refusal, ''), duplicate: false, refused: true }]);
        throw new ClienteleError('live.signature', { detail: checked, hint });
      }
      if (!read.ok) {
        await collector.take(source, [
          refusedMessage(slug, collector.randomId(), receivedAt, { reason: read.reason, field: null, hint: read.hint }, bytes.toString('utf8')),
        ]);
        throw new ClienteleError('live.body', { detail: `${read.reason}.`, hint: read.hint });
      }
      await collector.take(source, openDelivery(type, { headers, value: read.value }, { source: slug, receivedAt, mapping: settings.mapping }));
    });
    return reply.header('cache-control', 'no-store').send({ success: true });
  });
}
