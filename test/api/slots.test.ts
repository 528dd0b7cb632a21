import { OFREPProvider } from '@openfeature/ofrep-provider';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { ErrorCode, OpenFeature, StandardResolutionReasons } from '@openfeature/server-sdk';
import { OpenFeature as WebOpenFeature, type Provider } from '@openfeature/web-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision, Slot, SlotDefinition } from '../../src/contract/index.ts';
import { caller, startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
let key = '';
/** A customer of the example shop with many orders, and one with few. */
let often = '';
let seldom = '';

const text = (value: string) => ({ type: 'text', value }) as const;
const banner: SlotDefinition = {
  rules: [
    { when: 'orders >= 3 and context.device = "mobile"', variant: 'thanks-mobile', content: text('Thank you for coming back') },
    {
      when: 'in segment "Regular visitors" or context.cart_value >= 40',
      variant: 'free-delivery',
      content: { type: 'json', value: { headline: 'Free delivery', from: 40 } },
    },
  ],
  default: { variant: 'default', content: text('Good coffee, roasted today') },
  schedule: null,
  browser: 'content',
};

beforeAll(async () => {
  server = await startTestServer('example');
  const { owner } = server;
  key = ((await owner('POST', '/keys', { name: 'Shop', scopes: ['decide'] })).body as { key: string }).key;
  const listed = async (definition: string) =>
    ((await owner('GET', `/customers?where=${encodeURIComponent(definition)}&limit=1`)).body as { items: readonly { profile: number }[] }).items[0]?.profile;
  often = `#${await listed('orders >= 3')}`;
  seldom = `#${await listed('orders = 1')}`;
  await owner('POST', '/segments', { name: 'Regular visitors', text: 'orders = 1' });
});
afterAll(async () => {
  await OpenFeature.close();
  await WebOpenFeature.close();
  await server.stop();
  await server.remove();
});

const decide = async (body: unknown): Promise<Decision> => {
  const answer = await caller(server.url, { authorization: `Bearer ${key}` })('POST', '/decide', body);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as Decision;
};
const agreed = { consent: { personalisation: true } };

describe('a slot', () => {
  test('is a draft until it is published, and what is wrong with a rule is said with its number', async () => {
    const { owner } = server;
    const made = await owner('POST', '/slots', { name: 'Home banner', definition: banner });
    expect([made.status, (made.body as Slot).slug, (made.body as Slot).published]).toEqual([201, 'home-banner', null]);
    expect((made.body as Slot).sentences[0]).toBe('Visitors who ordered at least 3 times, and whose device is mobile see “thanks-mobile”.');
    expect((await decide({ ...agreed })).slots).toEqual([]);
    const wrong = await owner('PATCH', '/slots/home-banner', {
      definition: { ...banner, rules: [...banner.rules, { ...banner.rules[0], when: 'context.devise = "x"' }] },
    });
    expect([wrong.status, wrong.body]).toMatchObject([
      400,
      { code: 'slot.invalid', title: 'Rule 3: Nothing about a visit is called `context.devise`.', hint: 'Did you mean context.device?', rule: 3 },
    ]);
    const published = await owner('POST', '/slots/home-banner/publish', { note: 'First' });
    expect((published.body as Slot).published).toMatchObject({ version: 1, note: 'First' });
    const stale = await owner('PATCH', '/slots/home-banner', { name: 'Banner' }, { 'if-match': '"1"' });
    expect([stale.status, (stale.body as { code: string }).code]).toEqual([412, 'request.stale']);
  });

  test('a segment may not ask about the visit', async () => {
    const refused = await server.owner('POST', '/segments', { name: 'On phones', text: 'context.device = "mobile"' });
    expect([refused.status, refused.body]).toMatchObject([400, { code: 'segment.syntax', diagnostic: 'context.stored' }]);
  });
});

describe('a decision', () => {
  test('consent comes first: silence, a no and a privacy signal are the default, each with its reason', async () => {
    const mobile = { customer: often, context: { device: 'mobile' } };
    const found = async (more: object) => {
      const { consent, consent_from, slots } = await decide({ ...mobile, ...more });
      return [consent, consent_from, slots[0]?.variant, slots[0]?.reason];
    };
    expect(await found({})).toEqual(['missing', 'nowhere', 'default', 'consent-missing']);
    expect(await found({ consent: { personalisation: false } })).toEqual(['refused', 'request', 'default', 'consent-refused']);
    expect(await found({ ...agreed, gpc: true })).toEqual(['privacy-signal', 'request', 'default', 'privacy-signal']);
  });

  test('says who it is, the segments, the variant, and the verdict on each condition', async () => {
    const profile = Number(seldom.slice(1));
    const customers = (await server.owner('GET', `/customers/${profile}`)).body as { identifiers: readonly { namespace: string; value: string }[] };
    const id = customers.identifiers.find(({ namespace }) => namespace === 'customer_id')?.value ?? '';
    const decision = await decide({ identifiers: { anonymous_id: 'nobody-knows', customer_id: id }, ...agreed, context: { user_agent: iphone } });
    expect(decision).toMatchObject({ profile, recognised_by: 'customer_id', consent: 'given' });
    expect(decision.segments).toContain('regular-visitors');
    expect(decision.slots[0]).toMatchObject({
      variant: 'free-delivery',
      reason: 'matched',
      rule: 2,
      version: 1,
      content: { type: 'json', value: { from: 40 } },
    });
    expect(
      decision.slots[0]?.rules.map(({ rule, holds, conditions }) => [rule, holds, conditions.map((each) => [each.text, each.about, each.holds, each.known])]),
    ).toEqual([
      [
        1,
        false,
        [
          ['orders >= 3', 'customer', false, true],
          ['context.device = "mobile"', 'visit', true, true],
        ],
      ],
      [
        2,
        true,
        [
          ['in segment "regular-visitors"', 'customer', true, true],
          ['context.cart_value >= 40', 'visit', false, true],
        ],
      ],
    ]);
  });

  test('a visitor whom nobody knows is in no segment and meets no condition about customers; the visit alone decides', async () => {
    const empty = await decide({ identifiers: { anonymous_id: 'a-1' }, ...agreed });
    expect([empty.profile, empty.segments, empty.slots[0]?.reason]).toEqual([null, [], 'no-rule-matched']);
    const full = await decide({ identifiers: { anonymous_id: 'a-1' }, ...agreed, context: { cart: { value: 41.5, items: 2 } } });
    expect(full.slots[0]).toMatchObject({ variant: 'free-delivery', rule: 2 });
  });

  test('what is kept of the customer counts as consent where the request says nothing', async () => {
    const csv = 'customer_id,email,accepts_personalisation\nkept-1,kept@example.org,true\nkept-2,other@example.org,false\n';
    const upload = (await server.owner('POST', '/uploads?name=consents.csv', csv)).body as { id: string };
    const job = (await server.owner('POST', '/imports', { files: [{ upload: upload.id, kind: 'customers' }] })).body as { id: string };
    await finished(job.id);
    await server.service.decider.catchUp();
    expect(await decide({ identifiers: { email: 'kept@example.org' } })).toMatchObject({ consent: 'given', consent_from: 'customer' });
    expect(await decide({ identifiers: { email: 'other@example.org' } })).toMatchObject({ consent: 'missing', consent_from: 'nowhere' });
    expect(await decide({ identifiers: { email: 'kept@example.org' }, consent: { personalisation: false } })).toMatchObject({
      consent: 'refused',
      consent_from: 'request',
    });
  });

  test('a preview looks at a draft as any customer at any moment and leaves no trace; decisions are in the log', async () => {
    const definition = { ...banner, schedule: { weekly: [{ days: [6], from: '09:00', until: '12:00' }] } };
    const at = async (when: string) => {
      const answer = await server.owner('POST', '/slots/home-banner/preview', {
        customer: often,
        ...agreed,
        context: { device: 'mobile' },
        definition,
        at: when,
      });
      return (answer.body as Decision).slots[0]?.reason;
    };
    const before = (await log()).length;
    // 28 November 2026 is a Saturday; London is on UTC then.
    expect([await at('2026-11-28T08:59:00Z'), await at('2026-11-28T09:00:00Z'), await at('2026-11-28T12:00:00Z')]).toEqual([
      'outside-schedule',
      'matched',
      'outside-schedule',
    ]);
    expect((await log()).length).toBe(before);
    expect((await log())[0]).toMatchObject({ slot: 'home-banner', by: 'server' });
  });

  test('needs the scope `decide`', async () => {
    const { key: other } = (await server.owner('POST', '/keys', { name: 'Reader', scopes: ['read'] })).body as { key: string };
    const refused = await caller(server.url, { authorization: `Bearer ${other}` })('POST', '/decide', {});
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([403, 'access.scope']);
    expect((await server.anonymous('POST', '/decide', {})).status).toBe(401);
  });
});

describe('a file of slots', () => {
  test('what is exported applies without change, and a mistake applies nothing', async () => {
    const { text: yaml } = await server.owner('GET', '/slots.yaml');
    expect((await server.owner('POST', '/slots/apply', { yaml })).body).toEqual({ created: [], changed: [], unchanged: ['home-banner'], deleted: [] });
    const wrong = await server.owner('POST', '/slots/apply', { yaml: yaml.replace('context.cart_value >= 40', 'context.cart_value >= "a lot"') });
    expect([wrong.status, (wrong.body as { code: string }).code]).toEqual([400, 'slot.file']);
    const second = `${yaml}  - slug: side\n    name: Side\n    default: { variant: default, content: { type: text, value: Hello } }\n`;
    expect((await server.owner('POST', '/slots/apply', { yaml: second, dry_run: true })).body).toMatchObject({ created: ['side'] });
    expect((await server.owner('POST', '/slots/apply', { yaml: second })).body).toMatchObject({ created: ['side'], unchanged: ['home-banner'] });
  });
});

describe('OpenFeature clients', () => {
  test('the server provider gets value, variant and reason, and what is not there as the protocol says it', async () => {
    await OpenFeature.setProviderAndWait(new OFREPProvider({ baseUrl: server.url, headers: [['Authorization', `Bearer ${key}`]] }));
    const client = OpenFeature.getClient();
    const context = { targetingKey: often, device: 'mobile', consent: { personalisation: true } };
    expect(await client.getStringDetails('home-banner', 'code default', context)).toMatchObject({
      value: 'Thank you for coming back',
      variant: 'thanks-mobile',
      reason: StandardResolutionReasons.TARGETING_MATCH,
      flagMetadata: { reason: 'matched', version: 1, rule: 'orders >= 3 and context.device = "mobile"' },
    });
    expect(await client.getObjectDetails('home-banner', {}, { cart: { value: 50 }, consent: true })).toMatchObject({
      value: { headline: 'Free delivery', from: 40 },
    });
    expect(await client.getStringDetails('home-banner', 'code default', { targetingKey: often })).toMatchObject({
      value: 'Good coffee, roasted today',
      reason: StandardResolutionReasons.DISABLED,
      flagMetadata: { reason: 'consent-missing' },
    });
    expect(await client.getStringDetails('no-such', 'code default', context)).toMatchObject({ value: 'code default', errorCode: ErrorCode.FLAG_NOT_FOUND });
    expect(await client.getStringDetails('home-banner', 'code default', { cart: { value: 'much' } })).toMatchObject({
      value: 'code default',
      errorCode: ErrorCode.INVALID_CONTEXT,
    });
    expect(await client.getStringDetails('home-banner', 'code default', { targetingKey: '' })).toMatchObject({ errorCode: ErrorCode.TARGETING_KEY_MISSING });
  });

  test('the web provider gets all of them at once, and nothing again while nothing is another', async () => {
    const statuses: number[] = [];
    const counting: typeof fetch = async (...request) => {
      const response = await fetch(...request);
      statuses.push(response.status);
      return response;
    };
    // Its types are looser than this project's are strict.
    const provider = new OFREPWebProvider({
      baseUrl: server.url,
      headers: [['X-API-Key', key]],
      fetchImplementation: counting,
      pollInterval: 60_000,
    }) as Provider;
    await WebOpenFeature.setContext({ device: 'mobile', targetingKey: often, consent: true });
    await WebOpenFeature.setProviderAndWait(provider);
    const client = WebOpenFeature.getClient();
    expect(client.getStringDetails('home-banner', '')).toMatchObject({ value: 'Thank you for coming back', variant: 'thanks-mobile' });
    expect(client.getStringValue('side', '')).toBe('Hello');
    await WebOpenFeature.setContext({ cart: { value: 99 }, consent: true });
    expect(client.getObjectValue('home-banner', {})).toEqual({ headline: 'Free delivery', from: 40 });
    // Another cart for which everything is the same: the provider sends the ETag along, and keeps what it has.
    await WebOpenFeature.setContext({ cart: { value: 98 }, consent: true });
    expect(client.getObjectValue('home-banner', {})).toEqual({ headline: 'Free delivery', from: 40 });
    expect(statuses).toEqual([200, 200, 304]);
  });

  test('the ETag of a bulk answer is of its content', async () => {
    const bulk = (headers: Readonly<Record<string, string>>, cart: number) =>
      fetch(`${server.url}/ofrep/v1/evaluate/flags`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ context: { consent: true, cart: { value: cart } } }),
      });
    const first = await bulk({}, 10);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^".+"$/);
    expect((await bulk({ 'if-none-match': etag }, 20)).status).toBe(304);
    expect((await bulk({ 'if-none-match': etag }, 50)).status).toBe(200);
    expect((await fetch(`${server.url}/ofrep/v1/evaluate/flags`, { method: 'POST' })).status).toBe(401);
  });
});

const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';

const log = async () => ((await server.owner('GET', '/decisions?limit=500')).body as { items: readonly unknown[] }).items;

async function finished(id: string): Promise<void> {
  for (;;) {
    const { status } = (await server.owner('GET', `/jobs/${id}`)).body as { status: string };
    if (status === 'done') return;
    if (status === 'failed') throw new Error('the import failed');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
