import { z } from 'zod';

// Webhooks to subscribers: who is told, and what became of each message.

export const webhookMoves = ['entered', 'left', 'both'] as const;

const namespaces = z
  .array(z.string().regex(/^[a-z][a-z0-9_]{0,59}$/))
  .max(10)
  .readonly();
const wanted = {
  name: z.string().trim().min(1).max(200),
  url: z.string().trim().min(1).max(2000),
  segments: z.array(z.string().max(200)).min(1).max(500).readonly().nullable().meta({ description: 'Slugs; null for every segment' }),
  moves: z.enum(webhookMoves),
  identifiers: namespaces.meta({ description: 'Namespaces whose identifiers the messages carry; e-mails and phones need the permission to see them' }),
};

export const newWebhookSchema = z.object({
  name: wanted.name,
  url: wanted.url,
  segments: wanted.segments.default(null),
  moves: wanted.moves.default('both'),
  identifiers: wanted.identifiers.default(['customer_id']),
});
export type NewWebhook = z.infer<typeof newWebhookSchema>;

export const webhookChangeSchema = z.object({
  name: wanted.name.exactOptional(),
  url: wanted.url.exactOptional(),
  segments: wanted.segments.exactOptional(),
  moves: wanted.moves.exactOptional(),
  identifiers: wanted.identifiers.exactOptional(),
  enabled: z.boolean().exactOptional(),
});
export type WebhookChange = z.infer<typeof webhookChangeSchema>;

export const webhookSchema = z
  .object({
    id: z.string(),
    ...wanted,
    enabled: z.boolean(),
    disabled_because: z.string().nullable(),
    old_secret_until: z.string().nullable().meta({ description: 'Until then messages carry a signature by the secret before, too' }),
    created_by: z.string(),
    created_at: z.string(),
    waiting: z.int(),
    delivered: z.int(),
    dead: z.int(),
  })
  .readonly()
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof webhookSchema>;

/** The only answer that ever holds the secret. */
export const webhookSecretSchema = z.object({ webhook: webhookSchema, secret: z.string() }).readonly();

export const webhookDeliverySchema = z
  .object({
    id: z.string().meta({ description: 'The `webhook-id` of every attempt' }),
    type: z.string(),
    segment: z.string().nullable(),
    profile: z.int().nullable(),
    status: z.enum(['waiting', 'delivered', 'dead']),
    attempts: z.int(),
    next_at: z.string().nullable(),
    last_status: z.int().nullable(),
    last_error: z.string().nullable(),
    created_at: z.string(),
    tried_at: z.string().nullable(),
    ended_at: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'WebhookDelivery' });
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;
