import type { Interpreted } from '../../contract/index.ts';
import { knownInstant } from '../read/instants.ts';
import { object, text, texts } from '../read/json.ts';
import { type Delivery, told } from './delivery.ts';
import { type MailEventName, mailEvent } from './mail-event.ts';

const names: Readonly<Record<string, MailEventName>> = {
  accepted: 'Email Sent',
  delivered: 'Email Delivered',
  opened: 'Email Opened',
  clicked: 'Email Link Clicked',
  failed: 'Email Bounced',
  complained: 'Email Marked as Spam',
  unsubscribed: 'Unsubscribed',
};

/** Mailgun's webhooks (`event-data`). A temporary failure is tried again and is none yet; a mail that is held back for what was known before says nothing of the address. */
export function interpretMailgun({ payload, receivedAt, reader }: Delivery): Interpreted {
  const event = object(payload, 'event-data');
  const name = names[text(event, 'event') ?? ''];
  if (name === undefined || text(event, 'severity') === 'temporary' || /^suppress-(?!bounce)/.test(text(event, 'reason') ?? '')) return told();
  return told(
    mailEvent(
      {
        name,
        address: text(event, 'recipient'),
        at: knownInstant(event, 'timestamp') ?? receivedAt,
        campaign: text(event, 'user-variables.campaign') ?? texts(event, 'tags')[0],
        link: text(event, 'url'),
        agent: text(event, 'client-info.user-agent'),
        properties: { reason: text(event, 'reason'), message_id: text(event, 'message.headers.message-id') },
      },
      reader,
    ),
  );
}
