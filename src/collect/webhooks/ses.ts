import type { Interpreted, JsonObject } from '../../contract/index.ts';
import { knownInstant } from '../read/instants.ts';
import { isObject, object, objects, text, texts } from '../read/json.ts';
import { refuse } from '../read/refusal.ts';
import { type Delivery, told } from './delivery.ts';
import { type MailEventName, mailEvent } from './mail-event.ts';

/** What SES calls it, where its details and the addresses stand within the notice. */
const happenings: Readonly<Record<string, { readonly name: MailEventName; readonly part: string; readonly who?: string }>> = {
  Send: { name: 'Email Sent', part: 'send' },
  Delivery: { name: 'Email Delivered', part: 'delivery' },
  Open: { name: 'Email Opened', part: 'open' },
  Click: { name: 'Email Link Clicked', part: 'click' },
  Bounce: { name: 'Email Bounced', part: 'bounce', who: 'bouncedRecipients' },
  Complaint: { name: 'Email Marked as Spam', part: 'complaint', who: 'complainedRecipients' },
  Subscription: { name: 'Unsubscribed', part: 'subscription' },
};

/** Amazon SES through SNS: the notice is a text within the envelope. A mail to several people is an event of each. */
export function interpretSes({ payload, receivedAt, reader }: Delivery): Interpreted {
  if (text(payload, 'Type') === 'SubscriptionConfirmation')
    return refuse('Amazon SNS asks whether this subscription is wanted', 'SubscribeURL', 'Open the address in SubscribeURL once; events come from then on.');
  if (text(payload, 'Type') === 'UnsubscribeConfirmation')
    return refuse('Amazon SNS has ended this subscription', 'SubscribeURL', 'Open the address in SubscribeURL to go on with it, where it was not meant.');
  // What SES says once when it is told of the topic.
  if (text(payload, 'Message')?.startsWith('Successfully validated SNS topic') === true) return told();
  const notice = noticeOf(payload);
  if (notice === undefined) return refuse('The message is no JSON', 'Message', 'Is raw message delivery switched off, and is this topic SES’s?');
  const happening = happenings[text(notice, 'eventType', 'notificationType') ?? ''];
  if (happening === undefined) return told();
  const details = object(notice, happening.part);
  if (happening.part === 'subscription' && details['newTopicPreferences'] !== undefined && object(details, 'newTopicPreferences')['unsubscribeAll'] !== true)
    return told();
  // A full mailbox, or somebody away who answers by a machine: the address is as good as before.
  if (text(details, 'bounceType') === 'Transient') return told();
  const people =
    happening.who === undefined ? texts(notice, 'mail.destination') : objects(details, happening.who).flatMap((one) => text(one, 'emailAddress') ?? []);
  return told(
    ...people.map((address) =>
      mailEvent(
        {
          name: happening.name,
          address,
          at: knownInstant(details, 'timestamp') ?? knownInstant(notice, 'mail.timestamp') ?? receivedAt,
          campaign: texts(notice, 'mail.tags.campaign')[0],
          link: text(details, 'link'),
          agent: text(details, 'userAgent'),
          properties: { bounce_type: text(details, 'bounceType'), message_id: text(notice, 'mail.messageId') },
        },
        reader,
      ),
    ),
  );
}

/** What SES calls what has happened; undefined where the message is about something else. */
export const sesTopic = (payload: JsonObject): string | undefined => text(noticeOf(payload) ?? {}, 'eventType', 'notificationType') ?? text(payload, 'Type');

function noticeOf(payload: JsonObject): JsonObject | undefined {
  const written = payload['Message'];
  if (typeof written !== 'string') return payload;
  try {
    const parsed = JSON.parse(written) as JsonObject;
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
