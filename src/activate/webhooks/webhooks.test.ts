import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MembershipMoved, NewWebhook } from '../../contract/index.ts';
import { type Control, openControl } from '../../control/index.ts';
import { hour, type Instant, instant, minute, second } from '../../core/index.ts';
import {
  allowPrivate,
  changeWebhook,
  createWebhook,
  deliverDue,
  type DeliverContext,
  enqueueChanges,
  isPrivate,
  listDeliveries,
  mostAttempts,
  readWebhook,
  redeliver,
  rotateSecret,
  send,
  subscribersDue,
  webhookCursor,
} from './index.ts';

type Call = { readonly headers: IncomingHttpHeaders; readonly body: string };

let folder = '';
let control: Control;
let server: Server;
let url = '';
let answers: readonly (number | readonly [number, Record<string, string>])[] = [];
let calls: Call[] = [];
let now: Instant;
let context: DeliverContext;
let ids = 0;
const effects = () => ({ now: () => now, randomId: () => (++ids).toString(16).padStart(32, '0') });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-webhooks-'));
  control = await openControl(join(folder, 'control.sqlite'));
  now = instant(Date.now() * 1000);
  answers = [];
  calls = [];
  context = { control, effects: { now: () => now }, send, random: () => 0 };
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const answer = answers[Math.min(calls.length, answers.length - 1)] ?? 204;
      calls.push({ headers: request.headers, body });
      const [status, headers] = typeof answer === 'number' ? [answer, {}] : answer;
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  await allowPrivate(control, true);
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await control.destroy();
  await rm(folder, { recursive: true });
});

const wanted = (more: Partial<NewWebhook> = {}): NewWebhook => ({ name: 'Till', url, segments: null, moves: 'both', identifiers: ['customer_id'], ...more });
const moved = (id: number, segment: string, profile: number, entered = true): MembershipMoved => ({ id: String(id), segment, profile, entered, at: now });
const names = new Map([['regulars', 'Regulars']]);
const identifiers = async (profiles: readonly number[]) =>
  new Map(profiles.map((profile) => [profile, { customer_id: `c${profile}`, email: `c${profile}@example.org` }]));
const enqueue = (...changes: readonly MembershipMoved[]) => enqueueChanges(control, changes, names, identifiers, now);
/** Tries what is due, subscriber by subscriber; how many messages that were. */
async function deliver(own: DeliverContext = context): Promise<number> {
  let all = 0;
  for (const subscriber of await subscribersDue(own)) all += (await deliverDue(own, subscriber)).tried;
  return all;
}
const verified = (secret: string, { headers, body }: Call): unknown => new Webhook(secret).verify(body, headers as Record<string, string>);

describe('a message', () => {
  test('is signed so that the library of Standard Webhooks takes it, and tells what was asked for alone', async () => {
    const { secret, webhook } = await createWebhook({ control, effects: effects() }, wanted({ segments: ['regulars'], moves: 'entered' }), 'Olive');
    await enqueue(moved(1, 'regulars', 7), moved(2, 'regulars', 8, false), moved(3, 'others', 7), moved(4, '~a hidden condition', 7));
    expect(await deliver()).toBe(1);
    expect(calls.map((call) => verified(secret, call))).toEqual([
      {
        type: 'segment.entered',
        timestamp: expect.stringMatching(/^20.+Z$/) as string,
        data: { segment: { slug: 'regulars', name: 'Regulars' }, customer: { profile: 7, identifiers: { customer_id: 'c7' } } },
      },
    ]);
    expect(() => verified(`whsec_${Buffer.alloc(32).toString('base64')}`, calls[0] as Call)).toThrow();
    expect(await readWebhook(control, webhook.id)).toMatchObject({ waiting: 0, delivered: 1, dead: 0 });
  });

  test('is made once however often its change is told, and what moved before somebody subscribed is not told', async () => {
    await enqueue(moved(1, 'regulars', 7));
    now = instant(now + second);
    await createWebhook({ control, effects: effects() }, wanted(), 'Olive');
    const early = { ...moved(2, 'regulars', 8), at: instant(now - second) };
    await enqueue(early, moved(3, 'regulars', 9));
    await enqueue(early, moved(3, 'regulars', 9));
    expect(await webhookCursor(control)).toBe(3);
    await deliver();
    expect(calls.map(({ body }) => (JSON.parse(body) as { data: { customer: { profile: number } } }).data.customer.profile)).toEqual([9]);
  });
});

describe('an attempt that fails', () => {
  test('is repeated ten times over about 75 hours under the same id, then it is a dead letter that can be sent again', async () => {
    const { webhook } = await createWebhook({ control, effects: effects() }, wanted(), 'Olive');
    answers = [500];
    await enqueue(moved(1, 'regulars', 7));
    const begun = now;
    const waited: number[] = [];
    for (let tried = 1; tried < mostAttempts; tried += 1) {
      expect(await deliver()).toBe(1);
      const [delivery] = await listDeliveries(control, webhook.id, 'waiting', 10);
      const next = instant(Date.parse(delivery?.next_at ?? '') * 1000);
      waited.push(Math.round((next - now) / second));
      now = instant(next - minute);
      if (next - minute > begun + minute) expect(await deliver()).toBe(0);
      now = next;
    }
    expect(waited).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect((now - begun) / hour).toBeCloseTo(75.6, 1);
    await deliver();
    expect(await listDeliveries(control, webhook.id, 'dead', 10)).toMatchObject([
      { attempts: 10, last_status: 500, last_error: 'it answered 500', next_at: null },
    ]);
    expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    answers = [200];
    const [dead] = await listDeliveries(control, webhook.id, 'dead', 10);
    await redeliver({ control, effects: effects() }, dead?.id ?? '');
    await deliver();
    expect(await listDeliveries(control, webhook.id, 'delivered', 10)).toMatchObject([{ id: dead?.id, attempts: 1 }]);
    expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('a redirect is not followed; Retry-After is kept to; the wait is drawn out by at most a tenth', async () => {
    const { webhook } = await createWebhook({ control, effects: effects() }, wanted(), 'Olive');
    answers = [[302, { location: `${url}/elsewhere` }], [429, { 'retry-after': '3600' }], 503];
    await enqueue(moved(1, 'regulars', 7));
    const waits: number[] = [];
    for (const random of [0.5, 0, 1]) {
      await deliver({ ...context, random: () => random });
      const [delivery] = await listDeliveries(control, webhook.id, 'waiting', 1);
      const next = Date.parse(delivery?.next_at ?? '') * 1000;
      waits.push((next - now) / second);
      now = instant(next);
    }
    expect(waits[0]).toBeCloseTo(5.25, 2);
    expect(waits.slice(1).map(Math.round)).toEqual([3600, 1980]);
    expect(calls).toHaveLength(3);
  });

  test('410 switches the subscriber off, and what waits goes out once it is switched on again', async () => {
    const { webhook } = await createWebhook({ control, effects: effects() }, wanted(), 'Olive');
    answers = [410, 200];
    await enqueue(moved(1, 'regulars', 7));
    await deliver();
    await enqueue(moved(2, 'regulars', 8));
    expect(await deliver()).toBe(0);
    expect(await readWebhook(control, webhook.id)).toMatchObject({ enabled: false, disabled_because: 'it answered 410 Gone', dead: 1, waiting: 1 });
    await changeWebhook({ control, effects: effects() }, webhook.id, { enabled: true });
    expect(await deliver()).toBe(1);
    expect(await readWebhook(control, webhook.id)).toMatchObject({ enabled: true, delivered: 1 });
  });

  test('nobody listening is a failure like any other', async () => {
    const { webhook } = await createWebhook({ control, effects: effects() }, wanted(), 'Olive');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await enqueue(moved(1, 'regulars', 7));
    await deliver();
    expect(await listDeliveries(control, webhook.id, 'waiting', 1)).toMatchObject([
      { attempts: 1, last_status: null, last_error: expect.stringContaining('ECONNREFUSED') as string },
    ]);
  });
});

test('a subscriber that is down is not asked for every message that waits for it', async () => {
  const { webhook } = await createWebhook({ control, effects: effects() }, wanted(), 'Olive');
  answers = [503];
  await enqueue(...Array.from({ length: 40 }, (_, place) => moved(place + 1, 'regulars', place)));
  expect(await deliverDue(context, webhook.id)).toEqual({ tried: 8, down: true });
  answers = [422];
  now = instant(now + second);
  expect(await deliverDue(context, webhook.id)).toEqual({ tried: 32, down: false });
  expect(await readWebhook(control, webhook.id)).toMatchObject({ waiting: 40 });
});

test('after a rotation both secrets verify for a day, then the new one alone', async () => {
  const made = await createWebhook({ control, effects: effects() }, wanted(), 'Olive');
  const { secret } = await rotateSecret({ control, effects: effects() }, made.webhook.id);
  await enqueue(moved(1, 'regulars', 7));
  await deliver();
  expect(calls[0]?.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
  expect(verified(secret, calls[0] as Call)).toEqual(verified(made.secret, calls[0] as Call));
  now = instant(now + 25 * hour);
  await enqueue(moved(2, 'regulars', 8));
  await deliver();
  expect(calls[1]?.headers['webhook-signature']).toMatch(/^v1,\S+$/);
});

describe('addresses of this network', () => {
  test('are refused when written and when sent to, unless an owner allows them', async () => {
    const made = await createWebhook({ control, effects: effects() }, wanted(), 'Olive');
    await allowPrivate(control, false);
    for (const refused of [
      url,
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://169.254.169.254/latest',
      'https://localhost/',
      'https://[::ffff:10.0.0.1]/',
      'http://example.com/',
      'nonsense',
    ])
      await expect(createWebhook({ control, effects: effects() }, wanted({ url: refused }), 'Olive'), refused).rejects.toMatchObject({
        code: 'webhook.address',
      });
    await enqueue(moved(1, 'regulars', 7));
    await deliver();
    expect(calls).toEqual([]);
    expect(await listDeliveries(control, made.webhook.id, 'waiting', 1)).toMatchObject([
      { attempts: 1, last_error: expect.stringContaining('private network') as string },
    ]);
  });

  test.each([
    ['10.1.2.3', true],
    ['172.31.255.255', true],
    ['172.32.0.0', false],
    ['100.64.0.1', true],
    ['::ffff:192.168.1.1', true],
    ['fd00::1', true],
    ['fe80::1', true],
    ['2606:4700::1111', false],
    ['1.1.1.1', false],
    ['0.0.0.0', true],
  ])('%s is private: %s', (address, expected) => {
    expect(isPrivate(address)).toBe(expected);
  });
});
