import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { instant, parseInstant } from '../../core/index.ts';
import { checkSignature, type SignedPost } from './check-signature.ts';

const now = parseInstant('2026-11-28T10:00:00Z') ?? instant(0);
const seconds = 1_795_860_000;
const bytes = Buffer.from('{"id":1,"name":"Ünïcode"}');
const post = (more: Partial<SignedPost>): SignedPost => ({ headers: {}, bytes, value: { id: 1 }, now, secrets: {}, settings: {}, ...more });
const wrong = expect.stringContaining('another secret');

// Each signature is made here by the service's own recipe, step by step, and once more with one byte of the body changed.

test('Shopify and WooCommerce: base64 of HMAC-SHA256 over the body', () => {
  const given = createHmac('sha256', 'hush').update(bytes).digest('base64');
  for (const [type, header] of [
    ['shopify', 'x-shopify-hmac-sha256'],
    ['woocommerce', 'x-wc-webhook-signature'],
  ] as const) {
    const signed = post({ headers: { [header]: given }, secrets: { signing: 'hush' } });
    expect(checkSignature(type, signed)).toBe(true);
    expect(checkSignature(type, { ...signed, bytes: Buffer.from('{}') })).toEqual(wrong);
    expect(checkSignature(type, { ...signed, secrets: {} })).toMatch(/has not been set/);
    expect(checkSignature(type, { ...signed, headers: {} })).toMatch(/missing/);
  }
});

test('Stripe: hex over time and body, not older than five minutes, any of several signatures', () => {
  expect(seconds * 1_000_000).toBe(now);
  const at = (time: number): SignedPost => {
    const given = createHmac('sha256', 'whsec_x').update(`${time}.${bytes.toString()}`).digest('hex');
    return post({ headers: { 'stripe-signature': `t=${time},v1=${'0'.repeat(64)},v1=${given},v0=zz` }, secrets: { signing: 'whsec_x' } });
  };
  expect(checkSignature('stripe', at(seconds - 299))).toBe(true);
  expect(checkSignature('stripe', at(seconds - 301))).toMatch(/five minutes/);
  expect(checkSignature('stripe', { ...at(seconds), bytes: Buffer.from('{}') })).toEqual(wrong);
});

test('Mailgun: hex over time and token of the body', () => {
  const signature = { timestamp: String(seconds), token: 'abc', signature: createHmac('sha256', 'k').update(`${seconds}abc`).digest('hex') };
  expect(checkSignature('mailgun', post({ value: { signature }, secrets: { signing: 'k' } }))).toBe(true);
  expect(checkSignature('mailgun', post({ value: { signature: { ...signature, token: 'abd' } }, secrets: { signing: 'k' } }))).toEqual(wrong);
});

test('SendGrid: ECDSA over time and body with the key it shows', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const given = sign('sha256', Buffer.concat([Buffer.from(String(seconds)), bytes]), privateKey).toString('base64');
  const headers = { 'x-twilio-email-event-webhook-signature': given, 'x-twilio-email-event-webhook-timestamp': String(seconds) };
  const settings = { public_key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') };
  expect(checkSignature('sendgrid', post({ headers, settings }))).toBe(true);
  expect(checkSignature('sendgrid', post({ headers, settings, bytes: Buffer.from('[]') }))).toEqual(wrong);
  expect(checkSignature('sendgrid', post({ headers, settings: { public_key: 'bm90IGEga2V5' } }))).toMatch(/can not be read/);
});

test('SNS: RSA over named lines of the message, with the certificate or key that was put here', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const message = { Type: 'Notification', MessageId: 'm', Message: 'hello', Timestamp: '2026-11-28T10:00:00Z', TopicArn: 'arn', SignatureVersion: '2' };
  const lines = 'Message\nhello\nMessageId\nm\nTimestamp\n2026-11-28T10:00:00Z\nTopicArn\narn\nType\nNotification\n';
  const value = { ...message, Signature: sign('sha256', Buffer.from(lines), privateKey).toString('base64') };
  const settings = { public_key: publicKey.export({ format: 'pem', type: 'spki' }) };
  expect(checkSignature('ses', post({ value, settings }))).toBe(true);
  expect(checkSignature('ses', post({ value: { ...value, Message: 'hullo' }, settings }))).toEqual(wrong);
  expect(checkSignature('ses', post({ value }))).toBe(true);
  // The end of a subscription is signed as its beginning is.
  const end = { Type: 'UnsubscribeConfirmation', Message: 'm', MessageId: 'i', SubscribeURL: 'u', Timestamp: 't', Token: 'k', TopicArn: 'a' };
  const ended = sign(
    'sha1',
    Buffer.from('Message\nm\nMessageId\ni\nSubscribeURL\nu\nTimestamp\nt\nToken\nk\nTopicArn\na\nType\nUnsubscribeConfirmation\n'),
    privateKey,
  );
  expect(checkSignature('ses', post({ value: { ...end, Signature: ended.toString('base64') }, settings }))).toBe(true);
});

test('Postmark: name and password', () => {
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
  const set = { secrets: { password: 'pass:word' }, settings: { username: 'post' } };
  expect(checkSignature('postmark', post({ ...set, headers: basic('post:pass:word') }))).toBe(true);
  expect(checkSignature('postmark', post({ ...set, headers: basic('post:other') }))).toMatch(/another name/);
  expect(checkSignature('postmark', post({ headers: basic('post:') }))).toMatch(/has not been set/);
});

test('a webhook of one’s own: Standard Webhooks, a plain HMAC, or the key in the address alone', () => {
  const secret = `whsec_${Buffer.from('a secret of some length').toString('base64')}`;
  const given = createHmac('sha256', 'a secret of some length').update(`msg_1.${seconds}.${bytes.toString()}`).digest('base64');
  const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,AAAA v1,${given}` };
  expect(checkSignature('webhook', post({ headers, secrets: { signing: secret } }))).toBe(true);
  expect(checkSignature('webhook', post({ headers: { ...headers, 'webhook-id': 'msg_2' }, secrets: { signing: secret } }))).toEqual(wrong);
  const hex = createHmac('sha256', 'plain').update(bytes).digest('hex');
  expect(checkSignature('webhook', post({ headers: { 'x-hub-signature-256': `sha256=${hex}` }, secrets: { signing: 'plain' } }))).toBe(true);
  expect(checkSignature('webhook', post({}))).toBe(true);
});
