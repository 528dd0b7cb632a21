import type { Interpreted, JsonObject, LiveRecord, PayloadMapping } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import type { ContextReader } from '../tracking/context.ts';

/** One delivery of a webhook as it lies in the inbox, and what reading it may need. */
export type Delivery = {
  readonly topic: string;
  readonly payload: JsonObject;
  readonly receivedAt: Instant;
  /** What made the sender tell of it, and when, where it says so beside the payload. */
  readonly triggeredAt: Instant | undefined;
  readonly messageId: string;
  readonly reader: ContextReader;
  /** For payloads of one's own: what they mean. */
  readonly mapping: PayloadMapping | undefined;
};

/** Nothing to record is an answer, too: services tell of much that is no news about a customer. */
export const told = (...records: readonly (LiveRecord | undefined)[]): Interpreted => ({ ok: true, records: records.filter((record) => record !== undefined) });
