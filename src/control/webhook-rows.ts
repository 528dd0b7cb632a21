/** Somebody who is told when customers enter or leave segments. */
export type WebhookSubscriberRow = {
  id: string;
  name: string;
  url: string;
  /** `whsec_…`; needed as it is to sign. */
  secret: string;
  /** The secret before the last rotation, which signs too until then. */
  old_secret: string | null;
  old_secret_until: string | null;
  /** JSON list of slugs; null for every segment. */
  segments: string | null;
  moves: 'entered' | 'left' | 'both';
  /** JSON list of namespaces whose identifiers are told. */
  identifiers: string;
  created_by: string;
  created_at: string;
  disabled_at: string | null;
  disabled_because: string | null;
  removed_at: string | null;
};

/** One message to one subscriber: the outbox. `id` is the webhook-id of every attempt. */
export type WebhookDeliveryRow = {
  id: string;
  subscriber: string;
  type: string;
  segment: string | null;
  profile: number | null;
  payload: string;
  status: 'waiting' | 'delivered' | 'dead';
  attempts: number;
  next_at: string | null;
  last_status: number | null;
  last_error: string | null;
  created_at: string;
  tried_at: string | null;
  ended_at: string | null;
};
