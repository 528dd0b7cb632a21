import { z } from 'zod';
import { liveSourceTypes } from './source-types.ts';

// Live sources: what they are, how they are set up, and what can be seen of them. Times are ISO 8601 UTC texts.

const path = z.string().trim().min(1).max(200);

/** How a payload of one's own is read: which kind of record it is, and where in it each field stands (`order.id`, `customer.email`). */
export const payloadMappingSchema = z
  .object({
    kind: z.enum(['event', 'order', 'customer', 'feedback']),
    id: path
      .exactOptional()
      .meta({ description: 'Where the record’s own id stands: deliveries with the same id are one. Without it the whole payload decides' }),
    name: z.string().trim().min(1).max(200).exactOptional().meta({ description: 'For events: the name, or where it stands when it begins with `$.`' }),
    at: path.exactOptional().meta({ description: 'Where the instant stands; when it arrived otherwise' }),
    identifiers: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), path).meta({ description: '`{"email": "customer.email"}`' }),
    fields: z.record(z.string().max(60), path).default({}).meta({ description: 'Fields of the kind → where they stand' }),
    items: path.exactOptional().meta({ description: 'For orders: where the list of lines stands' }),
    item_fields: z.record(z.string().max(60), path).default({}),
  })
  .meta({ id: 'PayloadMapping' });
export type PayloadMapping = z.infer<typeof payloadMappingSchema>;

export const liveSourceSettingsSchema = z
  .object({
    origins: z.array(z.string().max(200)).max(50).exactOptional().meta({ description: 'Sites whose pages may send; every site where none is named' }),
    keep_ip: z.boolean().exactOptional().meta({ description: 'Keep the visitor’s address with each event; it is dropped otherwise' }),
    mapping: payloadMappingSchema.exactOptional(),
    public_key: z.string().max(2000).exactOptional().meta({ description: 'SendGrid’s verification key' }),
    username: z.string().max(200).exactOptional(),
    url: z.string().max(1000).exactOptional().meta({ description: 'MQTT: `mqtt://host:1883`, `mqtts://…`, `ws://…`' }),
    topics: z.array(z.string().min(1).max(500)).max(50).exactOptional(),
  })
  .meta({ id: 'LiveSourceSettings' });
export type LiveSourceSettings = z.infer<typeof liveSourceSettingsSchema>;

/** Secrets go in and are never answered: only whether they are there. */
export const liveSourceSecretNames = ['signing', 'password'] as const;
const secretsSchema = z.object({ signing: z.string().max(2000).exactOptional(), password: z.string().max(2000).exactOptional() });
export type LiveSourceSecrets = z.infer<typeof secretsSchema>;

export const newLiveSourceSchema = z.object({
  type: z.enum(liveSourceTypes),
  name: z.string().trim().min(1).max(100),
  slug: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .exactOptional()
    .meta({ description: 'Records are unique per (source, id); files imported under the same slug meet the live ones. The system’s own where left out' }),
  settings: liveSourceSettingsSchema.default({}),
  secrets: secretsSchema.default({}),
});
export type NewLiveSource = z.infer<typeof newLiveSourceSchema>;

export const liveSourceChangeSchema = z.object({
  name: z.string().trim().min(1).max(100).exactOptional(),
  settings: liveSourceSettingsSchema.exactOptional(),
  secrets: secretsSchema.exactOptional(),
  disabled: z.boolean().exactOptional(),
});
export type LiveSourceChange = z.infer<typeof liveSourceChangeSchema>;

export const liveSourceKeySchema = z
  .object({
    key: z.string(),
    created_at: z.string(),
    expires_at: z.string().nullable().meta({ description: 'Set for a key that has been replaced: until then both are taken' }),
  })
  .meta({ id: 'LiveSourceKey' });
export type LiveSourceKey = z.infer<typeof liveSourceKeySchema>;

export const liveSourceSchema = z
  .object({
    slug: z.string(),
    type: z.enum(liveSourceTypes),
    name: z.string(),
    settings: liveSourceSettingsSchema,
    secrets: z.array(z.enum(liveSourceSecretNames)).meta({ description: 'Which secrets are set' }),
    disabled: z.boolean(),
    created_at: z.string(),
    created_by: z.string(),
    last_seen_at: z.string().nullable(),
    received_day: z.int().meta({ description: 'Messages taken in the last 24 hours' }),
    refused_day: z.int().meta({ description: 'Requests refused in the last 24 hours: wrong key or signature, not JSON' }),
    quarantined: z.int().meta({ description: 'Messages that could not be recorded and wait to be looked at' }),
    connection: z
      .object({ state: z.enum(['connected', 'connecting', 'failed']), detail: z.string() })
      .nullable()
      .meta({ description: 'Of subscriptions' }),
  })
  .meta({ id: 'LiveSource' });
export type LiveSource = z.infer<typeof liveSourceSchema>;

export const liveSourceVolumeSchema = z.object({ hour: z.string(), received: z.int(), duplicates: z.int(), refused: z.int() }).meta({ id: 'LiveSourceVolume' });
export type LiveSourceVolume = z.infer<typeof liveSourceVolumeSchema>;

/** One message in the debugger, newest first. */
export const liveMessageSchema = z
  .object({
    message_id: z.string(),
    received_at: z.string(),
    title: z.string().meta({ description: 'The event’s name, or the type of the call' }),
    duplicate: z.boolean().meta({ description: 'Was taken before: counted, not recorded again' }),
    status: z
      .enum(['accepted', 'quarantined', 'refused'])
      .meta({ description: 'Refused: its sender was told so, such as for a wrong signature, and it is not kept' }),
    reason: z.string().nullable(),
    field: z.string().nullable(),
    hint: z.string().nullable(),
    says: z.array(z.string()).meta({ description: 'What it was read as: `event Product Viewed`, `order 1042` …' }),
    body: z.unknown().meta({ description: 'As it arrived, less the address and the key; personal data masked for those who may not see it' }),
  })
  .meta({ id: 'LiveMessage' });
export type LiveMessage = z.infer<typeof liveMessageSchema>;

export const liveShapeSchema = z
  .object({
    event: z.string(),
    property: z.string().meta({ description: 'Empty for the event itself' }),
    types: z.record(z.string(), z.int()).meta({ description: 'How often it held a text, number, … ' }),
    seen: z.int(),
    filled: z.int(),
    first_at: z.string(),
    last_at: z.string(),
  })
  .meta({ id: 'LiveShape' });
export type LiveShape = z.infer<typeof liveShapeSchema>;
