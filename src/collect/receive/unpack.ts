import { createHash } from 'node:crypto';
import type { JsonObject, JsonValue, Received } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import { isObject, object, text } from '../read/json.ts';
import { clean, deepest } from './clean.ts';
import { onServer } from '../tracking/on-server.ts';
import { refusedMessage } from './refused.ts';

/** What is known of a request beside its body. */
export type Arrival = {
  readonly source: string;
  readonly receivedAt: Instant;
  /** The browser that sent it, from its header; used where the call does not say. */
  readonly userAgent: string | undefined;
  /** Whose request it was; nothing where a shop's own server speaks for its visitors. */
  readonly address?: string | undefined;
  /** Where an address is, coarsely, from the owner's own database. */
  readonly placeOf?: (address: string) => Place | undefined;
  /** The owner has asked to keep the visitor's address. */
  readonly keepAddress?: boolean;
  readonly randomId: () => string;
};

export type Place = { readonly country?: string; readonly region?: string; readonly city?: string; readonly timezone?: string };

export const callTypes = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const;
export type CallType = (typeof callTypes)[number];

/** An event may be this large; beyond it is quarantined, as with every service that speaks this API. */
export const largestEvent = 32 * 1024;

/**
 * The body of a tracking request → its messages. A batch's context and integrations are each call's unless it has its own. The write key and the address of the
 * visitor are left behind here and kept nowhere.
 */
export function unpack(type: CallType | 'batch', body: JsonObject, arrival: Arrival): readonly Received[] {
  if (type !== 'batch') return [messageOf({ ...body, type }, arrival)];
  const calls = body['batch'];
  if (!Array.isArray(calls)) return [refused(body, arrival, 'A batch call holds no list of calls', 'batch', 'Send the calls as a list named batch.')];
  const shared = { context: object(body, 'context'), integrations: object(body, 'integrations') };
  return (calls as readonly JsonValue[]).map((call) =>
    isObject(call) ? messageOf(withShared(call, shared, body), arrival) : refused(call, arrival, 'A call in the batch is no object', 'batch', 'Send objects.'),
  );
}

function withShared(call: JsonObject, shared: { readonly context: JsonObject; readonly integrations: JsonObject }, batch: JsonObject): JsonObject {
  return {
    ...(batch['sentAt'] === undefined ? {} : { sentAt: batch['sentAt'] }),
    ...call,
    context: { ...shared.context, ...object(call, 'context') },
    ...(Object.keys(shared.integrations).length === 0 ? {} : { integrations: { ...shared.integrations, ...object(call, 'integrations') } }),
  };
}

function messageOf(call: JsonObject, arrival: Arrival): Received {
  const cleaned = clean(call);
  if (cleaned === undefined || !isObject(cleaned))
    return refused(call, arrival, `The call is nested deeper than ${deepest} levels`, null, 'Send flatter properties.');
  const size = Buffer.byteLength(JSON.stringify(cleaned));
  if (size > largestEvent)
    return refused(
      cleaned,
      arrival,
      `The call is ${Math.ceil(size / 1024)} kB; 32 kB is the most`,
      null,
      'Send less in properties; long texts and pictures do not belong into events.',
    );
  const body = withArrival(cleaned, arrival);
  return { source: arrival.source, messageId: idOf(body, arrival), receivedAt: arrival.receivedAt, body };
}

/**
 * Less what must not be kept, and with what only the request tells. The visitor's address is the one that the call names, as servers do; a device's is its request's.
 */
function withArrival(call: JsonObject, { userAgent, address, placeOf, keepAddress }: Arrival): JsonObject {
  const { writeKey: _writeKey, write_key: _other, ip: _ip, request_ip: _requestIp, _metadata, ...rest } = call;
  const { ip: _contextIp, userAgentData: _data, ...context } = object(call, 'context');
  const visitor = text(call, 'context.ip', 'ip') ?? (onServer(call) ? undefined : address);
  const place = visitor === undefined ? undefined : placeOf?.(visitor);
  const agent = text(context, 'userAgent') ?? (userAgent !== undefined && userAgent.startsWith('Mozilla/') ? userAgent.slice(0, 1000) : undefined);
  return {
    ...rest,
    context: {
      ...context,
      ...(keepAddress === true && visitor !== undefined ? { ip: visitor } : {}),
      ...(agent === undefined ? {} : { userAgent: agent }),
      ...(place === undefined ? {} : { location: { ...place, ...object(context, 'location') } }),
    },
  };
}

/**
 * The client's own id. Without one, calls that carry their time are told apart by what they say, so that a repeated request counts once; others are each their own.
 */
function idOf(body: JsonObject, { source, randomId }: Arrival): string {
  const given = text(body, 'messageId', 'message_id');
  if (given !== undefined) return given.length <= 200 ? given : digest(given);
  return text(body, 'timestamp', 'originalTimestamp') === undefined ? randomId() : digest(JSON.stringify([source, { ...body, sentAt: null }]));
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);

function refused(value: JsonValue, arrival: Arrival, reason: string, field: string | null, hint: string): Received {
  const raw = beginningOf(value);
  const given = isObject(value) ? text(value, 'messageId') : undefined;
  const id = given !== undefined && given.length <= 200 ? given : digest(`${arrival.source} ${raw}`);
  return refusedMessage(arrival.source, id, arrival.receivedAt, { reason, field, hint }, raw);
}

function beginningOf(value: JsonValue): string {
  try {
    return JSON.stringify(value);
  } catch {
    // Nested too deep for the engine itself.
    return '';
  }
}
