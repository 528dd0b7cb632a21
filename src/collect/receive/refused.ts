import type { Instant } from '../../core/index.ts';
import type { JsonObject, Received } from '../../contract/index.ts';
import type { Refusal } from '../read/refusal.ts';
import { refuse } from '../read/refusal.ts';
import { isObject, text } from '../read/json.ts';

/** How much of what could not be taken is kept to be looked at. */
const shown = 4000;

/**
 * What could not even be read as a message travels the same road as every other, so that it is as durable and as visible: marked, with its beginning.
 */
export function refusedMessage(source: string, messageId: string, receivedAt: Instant, refusal: Omit<Refusal, 'ok'>, raw: string): Received {
  return {
    source,
    messageId,
    receivedAt,
    body: {
      format: 'refused',
      reason: refusal.reason,
      field: refusal.field,
      hint: refusal.hint,
      beginning: raw.slice(0, shown).toWellFormed().replaceAll('\u0000', '\uFFFD'),
    },
  };
}

export const interpretRefused = (body: JsonObject): Refusal =>
  refuse(text(body, 'reason') ?? 'The message could not be read', text(body, 'field') ?? null, text(body, 'hint') ?? 'Look at what was sent.');

export const isRefused = (body: JsonObject): boolean => isObject(body) && body['format'] === 'refused';
