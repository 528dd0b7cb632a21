import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { allowPrivate, createWebhook, deliverDue, send, subscribersDue } from '../../src/activate/index.ts';
import type { Desk } from '../../src/app/desk.ts';
import type { App } from '../../src/app/open.ts';
import { type Moves, startWebhooks } from '../../src/app/webhooks.ts';
import { stamp } from '../../src/control/index.ts';
import { formatInstant, hour, type Instant, instant } from '../../src/core/index.ts';
import { isHidden } from '../../src/segments/index.ts';
import { sql } from '../../src/sql/index.ts';

/** A subscriber that outlives whoever tells it, and fails to take a message now and then. */
export type Heard = {
  /** Makes it a subscriber of that workspace. */
  readonly wantedBy: (app: App) => Promise<void>;
  /** Bodies of the messages that it took, by `webhook-id`. */
  readonly messages: ReadonlyMap<string, ReadonlySet<string>>;
  readonly close: () => Promise<void>;
};

export async function subscribe(): Promise<Heard> {
  const messages = new Map<string, Set<string>>();
  let asked = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (text: string) => (body += text));
    request.on('end', () => {
      asked += 1;
      if (asked % 20 === 0) return void response.writeHead(503).end();
      const id = String(request.headers['webhook-id']);
      messages.set(id, (messages.get(id) ?? new Set()).add(body));
      // Of some it hears, and its answer is never heard.
      if (asked % 20 === 10) return void request.socket.destroy();
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return {
    wantedBy: async ({ control, effects }) => {
      await allowPrivate(control, true);
      await createWebhook({ control, effects }, { name: 'Till', url, segments: null, moves: 'both', identifiers: [] }, 'test');
    },
    messages,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sends what is left over, as days pass; then holds what was heard against the history of entries and exits. */
export async function tellTheRest(
  desk: Desk,
  moves: Moves,
  { messages }: Heard,
): Promise<{ readonly told: number; readonly untold: number; readonly toldWrong: number }> {
  const { control, warehouse, effects } = desk.app;
  const webhooks = await startWebhooks(desk, moves, () => undefined);
  await webhooks.step();
  await webhooks.stop();
  for (let later = 25; later <= 10 * 25; later += 25) {
    const now = (): Instant => instant(effects.now() + later * hour);
    for (const subscriber of await subscribersDue({ control, effects: { now } }))
      for (let left = true; left; ) left = (await deliverDue({ control, effects: { now }, send, random: () => 0 }, subscriber)).tried > 0;
  }
  const [{ created_at: since } = { created_at: '' }] = await control.selectFrom('webhook_subscribers').select('created_at').execute();
  const changes = await warehouse.rows<{ segment: string; entered: boolean; at: Instant }>(
    sql`select segment, entered, "at" from membership_changes where seq > 0`,
  );
  const happened = changes
    .filter(({ segment, at }) => !isHidden(segment) && stamp(at) >= since)
    .map(({ segment, entered, at }) => `${entered ? 'segment.entered' : 'segment.left'} ${segment} ${formatInstant(at)}`);
  const heard = [...messages.values()].map((bodies) => {
    const [body = '{}'] = bodies;
    const { type, timestamp, data } = JSON.parse(body) as {
      readonly type: string;
      readonly timestamp: string;
      readonly data: { readonly segment: { readonly slug: string } };
    };
    return `${type} ${data.segment.slug} ${timestamp}`;
  });
  const altered = [...messages.values()].filter((bodies) => bodies.size > 1).length;
  return { told: heard.length, untold: missing(happened, heard), toldWrong: altered + missing(heard, happened) };
}

/** How many of the first, each as often as it stands there, the second has not. */
function missing(from: readonly string[], among: readonly string[]): number {
  const left = new Map<string, number>();
  for (const one of among) left.set(one, (left.get(one) ?? 0) + 1);
  return from.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  }).length;
}
