import type { JsonObject, LiveIdentifier, LiveRecord } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import { type Refusal, refuse } from '../read/refusal.ts';
import { isOrderName, nameKeysOf, standardName } from './names.ts';
import { orderOf } from './order.ts';

/** An event as a file of tracking calls gives it. */
export type OrderEvent = {
  readonly name: string;
  readonly identifiers: readonly LiveIdentifier[];
  readonly occurredAt: Instant;
  readonly messageId: string;
  readonly properties: JsonObject;
};

/** The names of events that tell of orders, and what else these are called, each as its letters and digits alone in lower case. */
export const orderEventKeys: readonly string[] = nameKeysOf(isOrderName);

/** What an event of a file tells of an order: the very meaning that the same call has when it arrives live. */
export function orderTold({ name, properties, messageId, ...told }: OrderEvent): Extract<LiveRecord, { kind: 'order' }> | Refusal {
  const standard = standardName(name);
  if (!isOrderName(standard))
    return refuse(`${name} does not tell of an order`, 'event', 'Order Completed, Order Updated, Order Refunded and Order Cancelled do.');
  return orderOf({ ...told, messageId, receivedAt: told.occurredAt, body: { properties } }, standard);
}
