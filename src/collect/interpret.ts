import { type Interpret, type Interpreted, isWebhook, type PayloadMapping, type Received } from '../contract/index.ts';
import { object, text } from './read/json.ts';
import { knownInstant } from './read/instants.ts';
import { interpretRefused } from './receive/refused.ts';
import { contextReader } from './tracking/context.ts';
import { interpretCall } from './tracking/interpret-call.ts';
import { readUserAgent } from './user-agent.ts';
import { interpretDelivery } from './webhooks/interpret-delivery.ts';

export type InterpretOptions = {
  /** What payloads of a source mean, as its owner has said. */
  readonly mappingOf?: (source: string) => PayloadMapping | undefined;
};

/**
 * Message → what it says. Pure but for the mappings: it only remembers what it has worked out. A webhook's body is an envelope `{format, topic, payload}`, everything else
 * is a call of the tracking API.
 */
export function createInterpret({ mappingOf = () => undefined }: InterpretOptions = {}): Interpret {
  const reader = contextReader(readUserAgent);
  return (message: Received): Interpreted => {
    const { body, receivedAt, messageId, source } = message;
    const format = text(body, 'format');
    if (format === 'refused') return interpretRefused(body);
    if (format === undefined || !isWebhook(format)) return interpretCall(message, reader);
    const mapping = format === 'webhook' ? mappingOf(source) : undefined;
    return interpretDelivery[format]({
      topic: text(body, 'topic') ?? '',
      payload: object(body, 'payload'),
      receivedAt,
      triggeredAt: knownInstant(body, 'triggered_at'),
      messageId,
      reader,
      mapping,
    });
  };
}
