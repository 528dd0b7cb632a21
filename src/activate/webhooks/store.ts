import type { NewWebhook, Webhook, WebhookChange, WebhookDelivery } from '../../contract/index.ts';
import { type Control, readSetting, stamp, type WebhookSubscriberRow, writeSetting } from '../../control/index.ts';
import { ClienteleError, day, type Effects, instant } from '../../core/index.ts';
import { refuseAddress } from './address.ts';

export type WebhookContext = { readonly control: Control; readonly effects: Pick<Effects, 'now' | 'randomId'> };

const privateSetting = 'webhook_private_addresses';

/** Whether an owner lets messages go to addresses that only this network has. */
export const allowsPrivate = async (control: Control): Promise<boolean> => (await readSetting(control, privateSetting)) === true;
export const allowPrivate = (control: Control, allowed: boolean): Promise<void> => writeSetting(control, privateSetting, allowed);

/** Every subscriber with how its messages fare, by name. */
export async function listWebhooks(control: Control): Promise<readonly Webhook[]> {
  const rows = await control.selectFrom('webhook_subscribers').selectAll().where('removed_at', 'is', null).orderBy('name').orderBy('id').execute();
  const counts = await control
    .selectFrom('webhook_deliveries')
    .select(['subscriber', 'status', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(['subscriber', 'status'])
    .execute();
  const count = (id: string, status: string): number => counts.find((each) => each.subscriber === id && each.status === status)?.count ?? 0;
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    url: row.url,
    segments: segmentsOf(row),
    moves: row.moves,
    identifiers: JSON.parse(row.identifiers) as readonly string[],
    enabled: row.disabled_at === null,
    disabled_because: row.disabled_because,
    old_secret_until: row.old_secret_until,
    created_by: row.created_by,
    created_at: row.created_at,
    waiting: count(row.id, 'waiting'),
    delivered: count(row.id, 'delivered'),
    dead: count(row.id, 'dead'),
  }));
}

export const segmentsOf = ({ segments }: Pick<WebhookSubscriberRow, 'segments'>): readonly string[] | null =>
  segments === null ? null : (JSON.parse(segments) as readonly string[]);

/** @throws webhook.unknown */
export async function readWebhook(control: Control, id: string): Promise<Webhook> {
  const found = (await listWebhooks(control)).find((webhook) => webhook.id === id);
  if (found === undefined) throw new ClienteleError('webhook.unknown');
  return found;
}

type WithSecret = { readonly webhook: Webhook; readonly secret: string };

/** Makes a subscriber; its secret is told here and never again. @throws webhook.address */
export async function createWebhook({ control, effects }: WebhookContext, wanted: NewWebhook, author: string): Promise<WithSecret> {
  await refuseAddress(wanted.url, await allowsPrivate(control));
  const id = effects.randomId();
  const secret = newSecret(effects);
  const { segments, identifiers, ...row } = wanted;
  await control
    .insertInto('webhook_subscribers')
    .values({
      id,
      ...row,
      secret,
      old_secret: null,
      old_secret_until: null,
      segments: segments === null ? null : JSON.stringify(segments),
      identifiers: JSON.stringify(identifiers),
      created_by: author,
      created_at: stamp(effects.now()),
      disabled_at: null,
      disabled_because: null,
      removed_at: null,
    })
    .execute();
  return { webhook: await readWebhook(control, id), secret };
}

/** Switching one on again lets what has waited go out. @throws webhook.unknown, webhook.address */
export async function changeWebhook({ control, effects }: WebhookContext, id: string, change: WebhookChange): Promise<Webhook> {
  await readWebhook(control, id);
  if (change.url !== undefined) await refuseAddress(change.url, await allowsPrivate(control));
  const { enabled, segments, identifiers, ...row } = change;
  const switched =
    enabled === undefined
      ? {}
      : enabled
        ? { disabled_at: null, disabled_because: null }
        : { disabled_at: stamp(effects.now()), disabled_because: 'switched off' };
  await control
    .updateTable('webhook_subscribers')
    .set({
      ...row,
      ...switched,
      ...(segments === undefined ? {} : { segments: segments === null ? null : JSON.stringify(segments) }),
      ...(identifiers === undefined ? {} : { identifiers: JSON.stringify(identifiers) }),
      removed_at: null,
    })
    .where('id', '=', id)
    .execute();
  return readWebhook(control, id);
}

/** A new secret; messages are signed by both for a day, so that the subscriber can change over without losing one. */
export async function rotateSecret({ control, effects }: WebhookContext, id: string): Promise<WithSecret> {
  const row = await control.selectFrom('webhook_subscribers').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst();
  if (row === undefined) throw new ClienteleError('webhook.unknown');
  const secret = newSecret(effects);
  const until = stamp(instant(effects.now() + day));
  await control.updateTable('webhook_subscribers').set({ secret, old_secret: row.secret, old_secret_until: until }).where('id', '=', id).execute();
  return { webhook: await readWebhook(control, id), secret };
}

/** Nothing is sent any more; what became of its messages is forgotten. @throws webhook.unknown */
export async function removeWebhook({ control, effects }: WebhookContext, id: string): Promise<void> {
  await readWebhook(control, id);
  await control
    .updateTable('webhook_subscribers')
    .set({ removed_at: stamp(effects.now()) })
    .where('id', '=', id)
    .execute();
  await control.deleteFrom('webhook_deliveries').where('subscriber', '=', id).execute();
}

const columns = [
  'id',
  'type',
  'segment',
  'profile',
  'status',
  'attempts',
  'next_at',
  'last_status',
  'last_error',
  'created_at',
  'tried_at',
  'ended_at',
] as const;

/** Messages to one subscriber, newest first. */
export async function listDeliveries(
  control: Control,
  id: string,
  status: WebhookDelivery['status'] | undefined,
  limit: number,
): Promise<readonly WebhookDelivery[]> {
  const all = control.selectFrom('webhook_deliveries').select(columns).where('subscriber', '=', id);
  return (status === undefined ? all : all.where('status', '=', status)).orderBy('created_at', 'desc').orderBy('id').limit(limit).execute();
}

/** Sends a message again from the beginning of its attempts, under the same id. @throws webhook.delivery-unknown */
export async function redeliver({ control, effects }: WebhookContext, id: string): Promise<WebhookDelivery> {
  const found = await control
    .updateTable('webhook_deliveries')
    .set({ status: 'waiting', attempts: 0, next_at: stamp(effects.now()), ended_at: null })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst();
  if (found === undefined) throw new ClienteleError('webhook.delivery-unknown');
  return found;
}

/** 256 bits as Standard Webhooks writes them. */
const newSecret = ({ randomId }: WebhookContext['effects']): string => `whsec_${Buffer.from(randomId() + randomId(), 'hex').toString('base64')}`;
