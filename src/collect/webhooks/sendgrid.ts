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
  dropped: 'Email Bounced',
  spamreport: 'Email Marked as Spam',
  unsubscribe: 'Unsubscribed',
  group_unsubscribe: 'Unsubscribed',
};

/** SendGrid's event webhook; each event of a delivery is a message of its own. */
export function interpretSendGrid({ payload, receivedAt, reader }: Delivery): Interpreted {
  const name = names[text(payload, 'event') ?? ''];
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
