import { Webhook as Signer } from 'standardwebhooks';
import { allowsPrivate, createWebhook, changeWebhook, readWebhook, send } from '../activate/index.ts';
import type { NewWebhook, Webhook, WebhookChange } from '../contract/index.ts';
import { ClienteleError, formatInstant, toMilliseconds } from '../core/index.ts';
import type { App } from './open.ts';

const personal: ReadonlySet<string> = new Set(['email', 'phone']);

/** Who may not see contacts can not have them sent elsewhere either. @throws access.personal-data */
function refuseHidden(identifiers: readonly string[] | undefined, personalData: boolean): void {
  if (!personalData && identifiers?.some((namespace) => personal.has(namespace)) === true) throw new ClienteleError('access.personal-data');
}

export async function makeWebhook(app: App, wanted: NewWebhook, who: { readonly author: string; readonly personalData: boolean }) {
  refuseHidden(wanted.identifiers, who.personalData);
  return createWebhook(app, wanted, who.author);
}

export async function editWebhook(app: App, id: string, change: WebhookChange, personalData: boolean): Promise<Webhook> {
  refuseHidden(change.identifiers, personalData);
  return changeWebhook(app, id, change);
}

/** Sends a message that says that it is a test, once and at once, and answers what came of it. @throws webhook.unknown */
export async function testWebhook({ control, effects }: App, id: string): Promise<{ readonly status: number | null; readonly error: string | null }> {
  const webhook = await readWebhook(control, id);
  const row = await control.selectFrom('webhook_subscribers').select('secret').where('id', '=', id).executeTakeFirstOrThrow();
  const now = effects.now();
  const at = new Date(toMilliseconds(now));
  const message = `msg_test_${effects.randomId()}`;
  const body = JSON.stringify({ type: 'test', timestamp: formatInstant(now), data: { message: 'A test of this webhook: nobody entered or left anything.' } });
  const headers = {
    'webhook-id': message,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Signer(row.secret).sign(message, at, body),
  };
  try {
    const { status } = await send(webhook.url, headers, body, await allowsPrivate(control));
    return { status, error: status >= 200 && status < 300 ? null : `it answered ${status}` };
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.message : String(error) };
  }
}
