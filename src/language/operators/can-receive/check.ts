import { type CheckContext, reportWarning } from '../../check/context.ts';
import { didYouMean, nearest } from '../../../core/index.ts';
import type { CanReceive } from '../../tree.ts';
import { consentTraits } from './consent-traits.ts';

export const channels = ['email', 'sms', 'phone', 'post', 'push', 'whatsapp', 'web'] as const;

/** Channel and purpose in lower case; `e-mail` is email. */
export function checkCanReceive(condition: CanReceive, context: CheckContext): CanReceive {
  const written = condition.channel.trim().toLowerCase();
  const channel = written === 'e-mail' || written === 'e_mail' || written === 'mail' ? 'email' : written;
  if (!channels.some((known) => known === channel)) {
    const near = nearest(channel, channels);
    reportWarning(
      context,
      condition,
      undefined,
      'value.unknown',
      `Nothing is known of the channel ${condition.channel}.`,
      didYouMean(near, `Channels are ${channels.join(', ')}.`),
      near.length > 0 ? near : channels,
    );
  }
  const said = condition.purpose.trim().toLowerCase();
  const purpose = said === 'personalization' ? 'personalisation' : said;
  if (channels.some((known) => known === channel) && !consentTraits({ channel, purpose }).some((name) => context.vocabulary.attributes.has(name))) {
    const message = `No source has said who agreed to receive ${condition.channel}.`;
    reportWarning(
      context,
      condition,
      undefined,
      'value.unknown',
      message,
      `Nobody is found until customers are imported with a column for it, such as ${channel === 'web' ? `accepts_${purpose}` : `accepts_${channel}`}.`,
    );
  }
  return Object.freeze({ ...condition, channel, purpose });
}
