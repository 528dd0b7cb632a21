import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JsonObject, PayloadMapping } from '../../contract/index.ts';
import { formatInstant, instant, parseInstant } from '../../core/index.ts';
import { createInterpret } from '../interpret.ts';
import { openDelivery } from './open-delivery.ts';

// Payloads after the services' own examples, persons invented; what each says was read off by hand, in the words of the same system's export.

const folder = join(import.meta.dirname, 'fixtures');
type Golden = { readonly format: string; readonly topic: string; readonly payload: JsonObject; readonly mapping?: PayloadMapping; readonly says: unknown };
const receivedAt = parseInstant('2026-11-28T10:00:00Z') ?? instant(0);
const instants = new Set(['orderedAt', 'observedAt', 'occurredAt', 'cancelledAt']);
const readable = (records: unknown): unknown =>
  JSON.parse(JSON.stringify(records, (key, value: unknown) => (instants.has(key) && typeof value === 'number' ? formatInstant(instant(value)) : value)));

test.each(readdirSync(folder))('%s', (file) => {
  const { format, topic, payload, mapping, says } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Golden;
  const interpret = createInterpret({ mappingOf: () => mapping });
  const said = interpret({ source: format, messageId: 'm', receivedAt, body: { format, topic, payload } });
  expect(said.ok ? readable(said.records) : said).toEqual(says);
});

test('what is no news is nothing to record, what an owner has to do is said', () => {
  const interpret = createInterpret();
  const of = (format: string, topic: string, payload: JsonObject): unknown =>
    interpret({ source: format, messageId: 'm', receivedAt, body: { format, topic, payload } });
  expect(of('stripe', 'invoice.paid', { livemode: true })).toEqual({ ok: true, records: [] });
  expect(of('sendgrid', 'deferred', { event: 'deferred', email: 'a@example.org' })).toEqual({ ok: true, records: [] });
  expect(of('stripe', 'charge.succeeded', { livemode: false })).toMatchObject({ ok: false, field: 'livemode' });
  expect(of('shopify', 'refunds/create', { id: 1, order_id: 2 })).toMatchObject({ ok: false, field: 'order_id' });
  expect(of('shopify', 'customers/redact', {})).toMatchObject({ ok: false });
  expect(of('ses', 'SubscriptionConfirmation', { Type: 'SubscriptionConfirmation', SubscribeURL: 'https://sns.example/?Token=1' })).toMatchObject({
    ok: false,
    field: 'SubscribeURL',
  });
  expect(of('ses', 'UnsubscribeConfirmation', { Type: 'UnsubscribeConfirmation', Message: 'You have chosen …' })).toMatchObject({
    ok: false,
    field: 'SubscribeURL',
  });
  expect(of('ses', 'Notification', { Type: 'Notification', Message: 'Successfully validated SNS topic for Amazon SES event publishing.' })).toEqual({
    ok: true,
    records: [],
  });
  expect(of('webhook', 'x', {})).toMatchObject({ ok: false, hint: 'Set the mapping of this source, then replay.' });
});

test('visitors’ addresses are left behind; each event of a delivery is a message under its own id', () => {
  const value = [
    { email: 'a@example.org', event: 'open', sg_event_id: 'e1', ip: '192.0.2.7' },
    { email: 'a@example.org', event: 'click', sg_event_id: 'e2', ip: '192.0.2.7' },
  ];
  const messages = openDelivery('sendgrid', { headers: {}, value }, { source: 'sendgrid', receivedAt, mapping: undefined });
  expect(messages.map(({ messageId }) => messageId)).toEqual(['e1', 'e2']);
  expect(JSON.stringify(messages)).not.toContain('192.0.2.7');
  const shopify = openDelivery(
    'shopify',
    {
      headers: { 'x-shopify-webhook-id': 'w1', 'x-shopify-topic': 'orders/create' },
      value: { browser_ip: '192.0.2.7', client_details: { browser_ip: '192.0.2.7' } },
    },
    { source: 'shopify', receivedAt, mapping: undefined },
  );
  expect(shopify).toEqual([
    { source: 'shopify', receivedAt, messageId: 'w1', body: { format: 'shopify', topic: 'orders/create', payload: { client_details: {} } } },
  ]);
});

test('a bounce is one of the address: no delay, no answer of a machine, no mail held back for other reasons', () => {
  const interpret = createInterpret();
  const namesOf = (format: string, payload: JsonObject): readonly string[] => {
    const said = interpret({ source: format, messageId: 'm', receivedAt, body: { format, topic: 'x', payload } });
    return said.ok ? said.records.map((record) => (record.kind === 'event' ? record.name : record.kind)) : [said.reason];
  };
  const postmark = (Type: string): readonly string[] => namesOf('postmark', { RecordType: 'Bounce', Type, Email: 'a@example.org' });
  for (const type of ['HardBounce', 'BadEmailAddress', 'ManuallyDeactivated', 'SpamNotification']) expect(postmark(type), type).toEqual(['Email Bounced']);
  for (const type of ['AutoResponder', 'Transient', 'SoftBounce', 'ChallengeVerification']) expect(postmark(type), type).toEqual([]);
  expect(postmark('Unsubscribe')).toEqual(['Unsubscribed']);
  const sendGrid = (event: string, more: JsonObject): readonly string[] => namesOf('sendgrid', { event, email: 'a@example.org', ...more });
  expect(sendGrid('bounce', { type: 'bounce' })).toEqual(['Email Bounced']);
  expect(sendGrid('bounce', { type: 'blocked' })).toEqual([]);
  expect(sendGrid('dropped', { reason: 'Bounced Address' })).toEqual(['Email Bounced']);
  for (const reason of ['Unsubscribed Address', 'Spam Content', 'Recipient List over Package Quota', 'Invalid SMTPAPI header'])
    expect(sendGrid('dropped', { reason }), reason).toEqual([]);
  const mailgun = (reason: string): readonly string[] =>
    namesOf('mailgun', { 'event-data': { event: 'failed', severity: 'permanent', reason, recipient: 'a@example.org' } });
  expect([mailgun('bounce'), mailgun('suppress-bounce'), mailgun('suppress-unsubscribe')]).toEqual([['Email Bounced'], ['Email Bounced'], []]);
  const ses = (bounceType: string): readonly string[] =>
    namesOf('ses', { Message: JSON.stringify({ eventType: 'Bounce', bounce: { bounceType, bouncedRecipients: [{ emailAddress: 'a@example.org' }] } }) });
  expect([ses('Permanent'), ses('Undetermined'), ses('Transient')]).toEqual([['Email Bounced'], ['Email Bounced'], []]);
});

test('a message of SES is called by what has happened', () => {
  const topic = (value: JsonObject): unknown =>
    openDelivery('ses', { headers: {}, value }, { source: 'ses', receivedAt, mapping: undefined }).map(({ body }) => body['topic']);
  expect(topic({ Type: 'Notification', Message: '{"eventType":"Click"}' })).toEqual(['Click']);
  expect(topic({ Type: 'SubscriptionConfirmation', Message: 'You have chosen …' })).toEqual(['SubscriptionConfirmation']);
});

test('what Shopify tells of an order within one second is told apart by when it was triggered', () => {
  const interpret = createInterpret();
  const value = { name: '#1', created_at: '2026-11-28T09:00:00Z', updated_at: '2026-11-28T10:00:00+01:00', total_price: '10.00' };
  const observedAt = (triggered: string | undefined): unknown => {
    const headers = { 'x-shopify-topic': 'orders/updated', 'x-shopify-webhook-id': 'w', 'x-shopify-triggered-at': triggered };
    const [message] = openDelivery('shopify', { headers, value }, { source: 'shopify', receivedAt, mapping: undefined });
    const said = message === undefined ? undefined : interpret(message);
    return said?.ok === true ? readable(said.records) : said;
  };
  expect(observedAt('2026-11-28T09:00:00.877041743Z')).toMatchObject([{ observedAt: '2026-11-28T09:00:00.877041Z' }]);
  // Told later than it was changed, or without the header: by the second that the order itself names.
  expect(observedAt('2026-11-28T09:00:07.5Z')).toMatchObject([{ observedAt: '2026-11-28T09:00:00Z' }]);
  expect(observedAt(undefined)).toMatchObject([{ observedAt: '2026-11-28T09:00:00Z' }]);
});

test('amounts of a payload of one’s own may be texts as shops write them; what is none is refused', () => {
  const interpret = createInterpret({
    mappingOf: () => ({ kind: 'order', id: 'no', identifiers: { email: 'mail' }, fields: { total: 'sum' }, items: 'lines', item_fields: { price: 'each' } }),
  });
  const of = (sum: string): unknown =>
    interpret({
      source: 'till',
      messageId: 'm',
      receivedAt,
      body: { format: 'webhook', topic: 'x', payload: { no: 1, mail: 'a@example.org', sum, lines: [{ each: sum }] } },
    });
  expect(of('12,50 €')).toMatchObject({ ok: true, records: [{ total: 12.5, items: [{ price: 12.5 }] }] });
  expect(of('gratis')).toMatchObject({ ok: false, field: 'sum' });
});
