import type { JsonObject, LiveIdentifier } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import { identifiersOf } from '../read/identifiers.ts';
import { text } from '../read/json.ts';

/** One call of the tracking API, with what every type of call has in common read already. */
export type Call = {
  readonly body: JsonObject;
  readonly identifiers: readonly LiveIdentifier[];
  /** When it happened, the device's clock set right. */
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly messageId: string;
};

/** Who a call is about, strongest first; the same fields as an imported file of calls gives. */
export function callIdentifiers(body: JsonObject): readonly LiveIdentifier[] {
  return identifiersOf([
    ['customer_id', text(body, 'userId', 'user_id')],
    ['email', text(body, 'traits.email', 'context.traits.email', 'properties.email')],
    ['phone', text(body, 'traits.phone', 'context.traits.phone')],
    ['anonymous_id', text(body, 'anonymousId', 'anonymous_id')],
  ]);
}
