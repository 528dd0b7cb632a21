import type { JsonObject } from '../../contract/index.ts';
import { text } from '../read/json.ts';

/** Libraries that run on a shop's own machines; whatever else there is runs on a customer's. */
const serverLibraries = /\b(node|ruby|python|php|go|java|dotnet|\.net|clojure|rust|scala|perl|elixir|clientele-client)\b/i;

/** Whether a shop's server made a call: a page or a device tells its channel, a server's library its name alone. */
export function onServer(body: JsonObject): boolean {
  const channel = text(body, 'channel', 'context.channel');
  if (channel === 'server' || channel === 'sources') return true;
  if (channel === 'web' || channel === 'browser' || channel === 'mobile' || channel === 'client') return false;
  const library = text(body, 'context.library.name');
  return library !== undefined && serverLibraries.test(library.replaceAll('_', '-'));
}
