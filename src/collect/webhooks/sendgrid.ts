import type { Interpreted } from '../../contract/index.ts';
import { knownInstant } from '../read/instants.ts';
import { text, texts } from '../read/json.ts';
import { type Delivery, told } from './delivery.ts';
import { type MailEventName, mailEvent } from './mail-event.ts';

const names: Readonly<Record<string, MailEventName>> = {
  processed: 'Email Sent',
  delivered: 'Email Delivered',
  open: 'Email Opened',
  click: 'Email Link Clicked',
  bounce: 'Email Bounced',
  spamreport: 'Email Marked as Spam',
  unsubscribe: 'Unsubscribed',
  group_unsubscribe: 'Unsubscribed',
};

/** SendGrid's event webhook; each event of a delivery is a message of its own. */
export function interpretSendGrid({ payload, receivedAt, reader }: Delivery): Interpreted {
  const name = nameOf(payload);
  if (name === undefined) return told();
  return told(
    mailEvent(
      {
        name,
        address: text(payload, 'email'),
        at: knownInstant(payload, 'timestamp') ?? receivedAt,
        campaign: text(payload, 'marketing_campaign_name', 'singlesend_name', 'campaign') ?? texts(payload, 'category')[0],
        link: text(payload, 'url'),
        agent: text(payload, 'useragent'),
        properties: { reason: text(payload, 'reason'), bounce_type: text(payload, 'type'), message_id: text(payload, 'sg_message_id') },
      },
      reader,
    ),
  );
}

function nameOf(payload: Delivery['payload']): MailEventName | undefined {
  const event = text(payload, 'event') ?? '';
  // Never sent: only two of the reasons say that the address takes no mail; the others are old news, or about the mail and not about the customer.
  if (event === 'dropped') return /^(?:bounced address|invalid$)/i.test(text(payload, 'reason') ?? '') ? 'Email Bounced' : undefined;
  // A block is of this mail or this moment: SendGrid goes on sending to the address.
  if (event === 'bounce' && text(payload, 'type') === 'blocked') return undefined;
  return names[event];
}
