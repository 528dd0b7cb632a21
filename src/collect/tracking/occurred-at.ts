import type { JsonObject } from '../../contract/index.ts';
import { type Instant, instant } from '../../core/index.ts';
import { instantAt } from '../read/instants.ts';
import { text } from '../read/json.ts';

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

/** Libraries that run on a shop's own machines; whatever else there is runs on a customer's. */
const serverLibraries = /\b(node|ruby|python|php|go|java|dotnet|\.net|clojure|rust|scala|perl|elixir|clientele-client)\b/i;

/** A page or a device tells its screen, agent or channel; a server's library tells its name alone. */
function onServer(body: JsonObject): boolean {
  const channel = text(body, 'channel', 'context.channel');
  if (channel === 'server' || channel === 'sources') return true;
  if (channel === 'web' || channel === 'browser' || channel === 'mobile' || channel === 'client') return false;
  const library = text(body, 'context.library.name');
  return library !== undefined && serverLibraries.test(library.replaceAll('_', '-'));
}
