import { Webhook } from 'standardwebhooks';
import { type Control, stamp, type WebhookDeliveryRow, type WebhookSubscriberRow } from '../../control/index.ts';
import { day, type Effects, fromMilliseconds, hour, type Instant, instant, minute, second, toMilliseconds } from '../../core/index.ts';
import type { Send, Sent } from './send.ts';
import { allowsPrivate } from './store.ts';

/** Waits between the ten attempts, 75.6 hours in all: those that Standard Webhooks proposes. */
const waits: readonly number[] = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];
export const mostAttempts = waits.length + 1;

/** Each wait is drawn out by up to a tenth, so that subscribers that were down are not met by everything at once. */
const jitter = 0.1;

export type DeliverContext = {
  readonly control: Control;
  readonly effects: Pick<Effects, 'now'>;
  readonly send: Send;
  /** Between 0 and 1. */
  readonly random: () => number;
};

/** Messages to one subscriber at once. */
const together = 8;
const mostAtOnce = 200;
const deliveredAreKept = 30 * day;

/** Subscribers for whom a message is due. */
export async function subscribersDue({ control, effects }: Pick<DeliverContext, 'control' | 'effects'>): Promise<readonly string[]> {
  const due = await control
    .selectFrom('webhook_deliveries')
    .innerJoin('webhook_subscribers', 'webhook_subscribers.id', 'webhook_deliveries.subscriber')
    .select('webhook_subscribers.id')
    .distinct()
    .where('webhook_deliveries.status', '=', 'waiting')
    .where('webhook_deliveries.next_at', '<=', stamp(effects.now()))
    .where('webhook_subscribers.disabled_at', 'is', null)
    .where('webhook_subscribers.removed_at', 'is', null)
    .execute();
  return due.map(({ id }) => id);
}

export type Delivered = {
  readonly tried: number;
  /** Whether the subscriber was down, so that what else is due for it was left for later. */
  readonly down: boolean;
};

/** Tries messages that are due for one subscriber, until it shows that it is down: no answer, too many requests, or an error of its own. */
export async function deliverDue(context: DeliverContext, subscriber: string): Promise<Delivered> {
  const { control, effects } = context;
  const waiting = await control
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('subscriber', '=', subscriber)
    .where('status', '=', 'waiting')
    .where('next_at', '<=', stamp(effects.now()))
    .orderBy('next_at')
    .limit(mostAtOnce)
    .execute();
  let [tried, down] = [0, false];
  const worker = async (): Promise<void> => {
    for (let message = waiting.shift(); message !== undefined && !down; message = waiting.shift()) {
      tried += 1;
      if (isDown(await deliverOne(context, message))) down = true;
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return { tried, down };
}

/** Forgets what was delivered long ago. Dead letters stay until somebody has looked. */
export async function forgetDelivered({ control, effects }: Pick<DeliverContext, 'control' | 'effects'>): Promise<void> {
  await control
    .deleteFrom('webhook_deliveries')
    .where('status', '=', 'delivered')
    .where('ended_at', '<', stamp(instant(effects.now() - deliveredAreKept)))
    .execute();
}

async function deliverOne(context: DeliverContext, message: WebhookDeliveryRow): Promise<Outcome> {
  const { control, effects } = context;
  const subscriber = await control.selectFrom('webhook_subscribers').selectAll().where('id', '=', message.subscriber).executeTakeFirst();
  // Switched off by an answer to the message before.
  if (subscriber === undefined || subscriber.disabled_at !== null) return { error: 'switched off' };
  const now = effects.now();
  const attempts = message.attempts + 1;
  const outcome = await attempt(context, subscriber, message, now);
  const tried = { attempts, tried_at: stamp(now), last_status: outcome.status ?? null, last_error: outcome.error ?? null };
  const store = (row: Partial<WebhookDeliveryRow>) =>
    control
      .updateTable('webhook_deliveries')
      .set({ ...tried, ...row })
      .where('id', '=', message.id)
      .execute();
  if (outcome.error === undefined) {
    await store({ status: 'delivered', next_at: null, ended_at: stamp(effects.now()) });
  } else if (outcome.status === 410 || attempts >= mostAttempts) {
    await store({ status: 'dead', next_at: null, ended_at: stamp(effects.now()) });
    if (outcome.status === 410)
      await control
        .updateTable('webhook_subscribers')
        .set({ disabled_at: stamp(effects.now()), disabled_because: 'it answered 410 Gone' })
        .where('id', '=', subscriber.id)
        .execute();
  } else {
    const wait = (waits[attempts - 1] ?? day) * (1 + jitter * context.random());
    await store({ next_at: stamp(instant(Math.max(now + wait, asked(outcome.retryAfter, now)))) });
  }
  return outcome;
}

const isDown = ({ error, status = 500 }: Outcome): boolean => error !== undefined && (status >= 500 || status === 429);

type Outcome = { readonly status?: number; readonly error?: string; readonly retryAfter?: string | undefined };

async function attempt({ control, send }: DeliverContext, subscriber: WebhookSubscriberRow, message: WebhookDeliveryRow, now: Instant): Promise<Outcome> {
  let sent: Sent;
  try {
    sent = await send(subscriber.url, signedHeaders(subscriber, message, now), message.payload, await allowsPrivate(control));
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
  const { status, retryAfter } = sent;
  if (status >= 200 && status < 300) return { status };
  // A redirect is a failure: where it leads has not been looked at.
  return { status, error: `it answered ${status}${status >= 300 && status < 400 ? ', and redirects are not followed' : ''}`, retryAfter };
}

/** Signed by the secret in force, and for a day after a rotation by the one before. */
function signedHeaders(subscriber: WebhookSubscriberRow, { id, payload }: WebhookDeliveryRow, now: Instant): Readonly<Record<string, string>> {
  const at = new Date(toMilliseconds(now));
  const old = subscriber.old_secret !== null && (subscriber.old_secret_until ?? '') > stamp(now) ? [subscriber.old_secret] : [];
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': [subscriber.secret, ...old].map((secret) => new Webhook(secret).sign(id, at, payload)).join(' '),
  };
}

/** `Retry-After` as seconds or as a date, at most a day. */
function asked(retryAfter: string | undefined, now: Instant): number {
  if (retryAfter === undefined) return 0;
  const seconds = Number(retryAfter);
  const at = Number.isFinite(seconds) ? now + seconds * second : fromMilliseconds(Date.parse(retryAfter));
  return Number.isFinite(at) ? Math.min(at, now + day) : 0;
}
