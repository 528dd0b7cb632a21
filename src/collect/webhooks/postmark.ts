import type { Interpreted } from '../../contract/index.ts';
import { knownInstant } from '../read/instants.ts';
import { flag, text } from '../read/json.ts';
import { type Delivery, told } from './delivery.ts';
import { type MailEventName, mailEvent } from './mail-event.ts';

/** Postmark's webhooks, one per delivery, told apart by `RecordType`. */
export function interpretPostmark({ payload, receivedAt, reader }: Delivery): Interpreted {
  const name = nameOf(payload);
  if (name === undefined) return told();
  return told(
    mailEvent(
      {
        name,
        address: text(payload, 'Recipient', 'Email'),
        at: knownInstant(payload, 'DeliveredAt', 'ReceivedAt', 'BouncedAt', 'ChangedAt') ?? receivedAt,
        campaign: text(payload, 'Metadata.campaign', 'Tag'),
        link: text(payload, 'OriginalLink'),
        agent: text(payload, 'UserAgent'),
        properties: { bounce_type: text(payload, 'Type'), reason: text(payload, 'Description', 'SuppressionReason'), message_id: text(payload, 'MessageID') },
      },
      reader,
    ),
  );
}

/**
 * What Postmark calls a bounce and is none of the address: answers of machines, delays, faults of the mail itself.
 * https://postmarkapp.com/developer/api/bounce-api#bounce-types
 */
const noBounce: ReadonlySet<string> = new Set([
  'Transient',
  'SoftBounce',
  'AutoResponder',
  'Subscribe',
  'AddressChange',
  'OpenRelayTest',
  'VirusNotification',
  'ChallengeVerification',
  'SMTPApiError',
  'InboundError',
  'DMARCPolicy',
  'TemplateRenderingFailed',
]);

function bounceOf(type: string): MailEventName | undefined {
  if (type === 'Unsubscribe') return 'Unsubscribed';
  return noBounce.has(type) ? undefined : 'Email Bounced';
}

function nameOf(payload: Delivery['payload']): MailEventName | undefined {
  switch (text(payload, 'RecordType')) {
    case 'Delivery':
      return 'Email Delivered';
    case 'Open':
      return 'Email Opened';
    case 'Click':
      return 'Email Link Clicked';
    case 'Bounce':
      return bounceOf(text(payload, 'Type') ?? '');
    case 'SpamComplaint':
      return 'Email Marked as Spam';
    case 'SubscriptionChange':
      // A bounce or a complaint is told by itself, too.
      return flag(payload, 'SuppressSending') === true && text(payload, 'SuppressionReason') === 'ManualSuppression' ? 'Unsubscribed' : undefined;
    default:
      return undefined;
  }
}
