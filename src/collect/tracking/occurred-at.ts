import type { JsonObject } from '../../contract/index.ts';
import { type Instant, instant } from '../../core/index.ts';
import { instantAt } from '../read/instants.ts';
import { onServer } from './on-server.ts';

/**
 * When a call happened. A device's clock may be hours or years off, but it is off by the same when a call is made and when it is sent: what lies between the two is
 * true, so `receivedAt − (sentAt − originalTimestamp)`. Servers keep their clocks and send what happened long ago on purpose: theirs is taken as it is. Nothing
 * happens after it was received.
 *
 * `invalid` names the field that holds no instant.
 */
export function occurredAt(body: JsonObject, receivedAt: Instant): Instant | { readonly invalid: string } {
  const said = instantAt(body, 'originalTimestamp', 'timestamp');
  if (said === 'invalid') return { invalid: body['originalTimestamp'] === undefined ? 'timestamp' : 'originalTimestamp' };
  if (said === undefined) return receivedAt;
  const sentAt = instantAt(body, 'sentAt');
  if (sentAt === 'invalid') return { invalid: 'sentAt' };
  if (sentAt === undefined || onServer(body)) return earlier(said, receivedAt);
  return earlier(instant(receivedAt - Math.max(0, sentAt - said)), receivedAt);
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
