import { createHash } from 'node:crypto';
import type { JsonObject, JsonValue, PayloadMapping, Received, WebhookType } from '../../contract/index.ts';
import type { Instant } from '../../core/index.ts';
import { isObject, text } from '../read/json.ts';
import { clean, deepest } from '../receive/clean.ts';
import { refusedMessage } from '../receive/refused.ts';
import { sesTopic } from './ses.ts';

/** A delivery as HTTP brought it; header names in lower case. */
export type Post = { readonly headers: Readonly<Record<string, string | undefined>>; readonly value: JsonValue };
export type DeliveryArrival = { readonly source: string; readonly receivedAt: Instant; readonly mapping: PayloadMapping | undefined };

/** A delivery may be this large; orders with hundreds of lines are. */
const largest = 1024 * 1024;

/** One delivery → its messages, each under the id that its sender gives it, so that what is delivered twice counts once. */
export function openDelivery(type: WebhookType, post: Post, arrival: DeliveryArrival): readonly Received[] {
  const parts = type === 'sendgrid' && Array.isArray(post.value) ? (post.value as readonly JsonValue[]) : [post.value];
  return parts.map((part) => messageOf(type, part, post.headers, arrival));
}

function messageOf(type: WebhookType, part: JsonValue, headers: Post['headers'], arrival: DeliveryArrival): Received {
  const { source, receivedAt } = arrival;
  const cleaned = isObject(part) ? clean(part) : undefined;
  const raw = JSON.stringify(part);
  const refused = (reason: string, hint: string): Received => refusedMessage(source, digest(raw), receivedAt, { reason, field: null, hint }, raw);
  if (cleaned === undefined || !isObject(cleaned))
    return refused(isObject(part) ? `The payload is nested deeper than ${deepest} levels` : 'The payload is no object', 'Send one JSON object.');
  if (Buffer.byteLength(raw) > largest) return refused(`The payload is larger than ${largest / 1024} kB`, 'Send less at once.');
  const payload = withoutAddresses(cleaned) as JsonObject;
  const triggered = type === 'shopify' ? headers['x-shopify-triggered-at'] : undefined;
  return {
    source,
    receivedAt,
    messageId: idOf(type, payload, headers, arrival),
    body: { format: type, topic: topicOf(type, payload, headers), ...(triggered === undefined ? {} : { triggered_at: triggered }), payload },
  };
}

function topicOf(type: WebhookType, payload: JsonObject, headers: Post['headers']): string {
  const topics: Readonly<Record<WebhookType, string | undefined>> = {
    shopify: headers['x-shopify-topic'],
    stripe: text(payload, 'type'),
    woocommerce: headers['x-wc-webhook-topic'],
    sendgrid: text(payload, 'event'),
    postmark: text(payload, 'RecordType'),
    mailgun: text(payload, 'event-data.event'),
    ses: type === 'ses' ? sesTopic(payload) : undefined,
    webhook: headers['x-topic'] ?? text(payload, 'type', 'event', 'topic'),
  };
  return topics[type] ?? 'message';
}

/** Postmark gives one mail's opens and clicks no id of their own: what they say is what tells them apart. */
function idOf(type: WebhookType, payload: JsonObject, headers: Post['headers'], { mapping }: DeliveryArrival): string {
  const ids: Readonly<Record<WebhookType, string | undefined>> = {
    shopify: headers['x-shopify-webhook-id'],
    stripe: text(payload, 'id'),
    woocommerce: headers['x-wc-webhook-delivery-id'],
    sendgrid: text(payload, 'sg_event_id'),
    postmark: undefined,
    mailgun: text(payload, 'event-data.id'),
    ses: text(payload, 'MessageId') ?? headers['x-amz-sns-message-id'],
    webhook: headers['webhook-id'] ?? headers['idempotency-key'] ?? (mapping?.id === undefined ? undefined : contentId(payload, mapping.id)),
  };
  const id = ids[type];
  return id === undefined || id.length > 200 ? digest(JSON.stringify(payload)) : id;
}

/** A record that comes again in another state is news; the same state again is not. */
const contentId = (payload: JsonObject, path: string): string | undefined => {
  const id = text(payload, path);
  return id === undefined ? undefined : `${id}:${digest(JSON.stringify(payload)).slice(0, 16)}`;
};

const digest = (written: string): string => createHash('sha256').update(written).digest('hex').slice(0, 40);

const addresses = /^(?:ip|ip_?address|browser_ip|client[-_]?ip|customer_ip_address|sending-ip|sourceip|remote_addr)$/i;

/** Everything but the addresses of visitors, wherever they stand. */
function withoutAddresses(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => withoutAddresses(one as JsonValue));
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (addresses.test(key) ? [] : [[key, withoutAddresses(one)]])));
}
