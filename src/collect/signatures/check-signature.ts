import { createHmac, createPublicKey, verify, X509Certificate } from 'node:crypto';
import type { LiveSourceSecrets, LiveSourceSettings, WebhookType } from '../../contract/index.ts';
import { type Instant, minute, second } from '../../core/index.ts';
import { isObject, text } from '../read/json.ts';
import type { JsonObject, JsonValue } from '../../contract/index.ts';
import { equalBytes, equalTexts } from './equal.ts';

/** A delivery before it is believed: the very bytes that came, since signatures are over bytes. */
export type SignedPost = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Buffer;
  readonly value: JsonValue;
  readonly now: Instant;
  readonly secrets: LiveSourceSecrets;
  readonly settings: LiveSourceSettings;
};

/** True, or what is wrong with it. */
export type Checked = true | string;

/** How far a signed time may lie from ours: enough for a slow network, too little to send an old delivery again. */
const tolerance = 5 * minute;

/**
 * Whether the sender is who it says. Services that sign are refused as long as their secret is not set; a webhook of one's own and SNS may rely on the write key in their
 * address alone.
 */
export function checkSignature(type: WebhookType, post: SignedPost): Checked {
  switch (type) {
    case 'shopify':
      return hmacBase64(post, 'x-shopify-hmac-sha256');
    case 'woocommerce':
      return hmacBase64(post, 'x-wc-webhook-signature');
    case 'stripe':
      return stripe(post);
    case 'mailgun':
      return mailgun(post);
    case 'sendgrid':
      return sendGrid(post);
    case 'postmark':
      return basic(post);
    case 'ses':
      return post.settings.public_key === undefined ? true : sns(post, post.settings.public_key);
    case 'webhook':
      return post.secrets.signing === undefined ? true : own(post, post.secrets.signing);
  }
}

const missing = 'the signing secret has not been set here';
const other = 'it was made with another secret or key, or over another body';

/** What to compare when the signature of a delivery is not right. */
export function signatureHint(type: WebhookType): string {
  switch (type) {
    case 'postmark':
      return 'Compare name and password in the address that Postmark sends to with those of the source under Data, Live sources.';
    case 'sendgrid':
      return 'Copy the verification key that SendGrid shows to the source under Data, Live sources.';
    case 'ses':
      return 'Put the certificate that SigningCertURL names now into the source under Data, Live sources, or none.';
    default:
      return 'Compare the signing secret under Data, Live sources with the sender’s.';
  }
}

function hmacBase64({ headers, bytes, secrets }: SignedPost, header: string): Checked {
  if (secrets.signing === undefined) return missing;
  const given = headers[header];
  if (given === undefined) return `the header ${header} is missing`;
  const expected = createHmac('sha256', secrets.signing).update(bytes).digest();
  return equalBytes(Buffer.from(given, 'base64'), expected) || other;
}

/** `t=…,v1=…[,v1=…]`, over `t.body`: https://docs.stripe.com/webhooks#verify-manually. */
function stripe({ headers, bytes, secrets, now }: SignedPost): Checked {
  if (secrets.signing === undefined) return missing;
  const parts = (headers['stripe-signature'] ?? '').split(',').map((part) => part.trim().split('='));
  const time = parts.find(([name]) => name === 't')?.[1];
  if (time === undefined || !/^\d+$/.test(time)) return 'the header stripe-signature is missing or has no time';
  if (Math.abs(now - Number(time) * second) > tolerance) return 'it was made more than five minutes ago, or the clocks differ';
  const expected = createHmac('sha256', secrets.signing).update(`${time}.`).update(bytes).digest();
  return parts.some(([name, value]) => name === 'v1' && value !== undefined && equalBytes(Buffer.from(value, 'hex'), expected)) || other;
}

/** Over time and token that stand in the body. Mailgun tries again for eight hours with the same signature. */
function mailgun({ value, secrets, now }: SignedPost): Checked {
  if (secrets.signing === undefined) return missing;
  const body = isObject(value) ? value : {};
  const [time, token, given] = [text(body, 'signature.timestamp'), text(body, 'signature.token'), text(body, 'signature.signature')];
  if (time === undefined || token === undefined || given === undefined) return 'the body carries none';
  if (Math.abs(now - Number(time) * second) > 12 * 60 * minute) return 'it was made more than twelve hours ago';
  const expected = createHmac('sha256', secrets.signing).update(`${time}${token}`).digest();
  return equalBytes(Buffer.from(given, 'hex'), expected) || other;
}

/** ECDSA over time and body, with the public key that SendGrid shows. */
function sendGrid({ headers, bytes, settings, now }: SignedPost): Checked {
  if (settings.public_key === undefined) return 'the verification key has not been set here';
  const [given, time] = [headers['x-twilio-email-event-webhook-signature'], headers['x-twilio-email-event-webhook-timestamp']];
  if (given === undefined || time === undefined) return 'its headers are missing';
  // SendGrid tries again for a day, signed as at first.
  if (!/^\d+$/.test(time) || Math.abs(now - Number(time) * second) > 25 * 60 * minute) return 'it was made more than a day ago';
  try {
    const key = settings.public_key.includes('BEGIN')
      ? createPublicKey(settings.public_key)
      : createPublicKey({ key: Buffer.from(settings.public_key, 'base64'), format: 'der', type: 'spki' });
    return verify('sha256', Buffer.concat([Buffer.from(time), bytes]), key, Buffer.from(given, 'base64')) || other;
  } catch {
    return 'the verification key can not be read';
  }
}

/** Postmark signs nothing; a name and a password in its address do. */
function basic({ headers, secrets, settings }: SignedPost): Checked {
  if (secrets.password === undefined) return 'the password has not been set here';
  const [, given = ''] = /^basic +(.+)$/i.exec(headers['authorization'] ?? '') ?? [];
  return equalTexts(Buffer.from(given, 'base64').toString('utf8'), `${settings.username ?? ''}:${secrets.password}`) || 'it carries another name or password';
}

const confirmation = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'] as const;
const signedOf: Readonly<Record<string, readonly string[]>> = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: confirmation,
  UnsubscribeConfirmation: confirmation,
};

/** SNS signs lines of its fields; the certificate is the one that the owner has put here, so that nothing is fetched: docs.aws.amazon.com/sns, "verify message signature". */
function sns({ value }: SignedPost, certificate: string): Checked {
  const body: JsonObject = isObject(value) ? value : {};
  const fields = signedOf[text(body, 'Type') ?? ''];
  const given = text(body, 'Signature');
  if (fields === undefined || given === undefined) return 'the message carries none';
  const signed = fields.flatMap((name) => (typeof body[name] === 'string' ? [`${name}\n${body[name]}\n`] : [])).join('');
  try {
    const key = certificate.includes('CERTIFICATE') ? new X509Certificate(certificate).publicKey : createPublicKey(certificate);
    return verify(text(body, 'SignatureVersion') === '2' ? 'sha256' : 'sha1', Buffer.from(signed), key, Buffer.from(given, 'base64')) || other;
  } catch {
    return 'the certificate can not be read';
  }
}

/** Standard Webhooks for secrets that begin with `whsec_`; for others the HMAC of the body in hex or base64, as most systems send it. */
function own(post: SignedPost, secret: string): Checked {
  return secret.startsWith('whsec_') ? standardWebhook(post, secret) : plainHmac(post, secret);
}

function standardWebhook({ headers, bytes, now }: SignedPost, secret: string): Checked {
  const [id, time, given] = [headers['webhook-id'], headers['webhook-timestamp'], headers['webhook-signature']];
  if (id === undefined || time === undefined || given === undefined) return 'its headers webhook-… are missing';
  if (!/^\d+$/.test(time) || Math.abs(now - Number(time) * second) > tolerance) return 'it was made more than five minutes ago, or the clocks differ';
  const expected = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${id}.${time}.`)
    .update(bytes)
    .digest();
  return given.split(' ').some((one) => one.startsWith('v1,') && equalBytes(Buffer.from(one.slice(3), 'base64'), expected)) || other;
}

function plainHmac({ headers, bytes }: SignedPost, secret: string): Checked {
  const given = headers['x-signature'] ?? headers['x-hub-signature-256'] ?? headers['x-webhook-signature'];
  if (given === undefined) return 'the header x-signature is missing';
  const expected = createHmac('sha256', secret).update(bytes).digest();
  const value = given.replace(/^sha256=/i, '');
  return equalBytes(Buffer.from(value, /^[0-9a-f]{64}$/i.test(value) ? 'hex' : 'base64'), expected) || other;
}
