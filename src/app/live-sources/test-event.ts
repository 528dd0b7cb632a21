import { unpack } from '../../collect/index.ts';
import { ClienteleError } from '../../core/index.ts';
import type { Collector } from './collector.ts';

/** A visit of nobody, sent the way the source's own messages go: it shows whether everything between the key and the segments works. Throws `source.unknown`. */
export async function testEvent(collector: Collector, slug: string): Promise<{ readonly message_id: string }> {
  const source = collector.registry.of(slug);
  if (source === undefined) throw new ClienteleError('source.unknown', { source: slug });
  if (source.disabled) throw new ClienteleError('live.source-disabled');
  const messageId = `test-${collector.randomId()}`;
  const body = {
    messageId,
    anonymousId: 'clientele-test',
    event: 'Test Event',
    properties: { sent_by: 'Clientele' },
    context: { library: { name: 'clientele' } },
  };
  const arrival = { source: slug, receivedAt: collector.now(), userAgent: undefined, randomId: collector.randomId };
  await collector.take(source, unpack('track', body, arrival));
  return { message_id: messageId };
}
