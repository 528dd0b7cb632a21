import type { CanReceive } from '../../tree.ts';

/**
 * Traits that may hold the consent, the more exact first: one of the channel's purpose (`accepts_email_newsletter`), or else of the channel
 * (`accepts_email`). What a site shows has no address, so consent to it is mostly kept by its purpose alone: `accepts_personalisation`.
 */
export function consentTraits({ channel, purpose }: Pick<CanReceive, 'channel' | 'purpose'>): readonly string[] {
  if (channel !== 'web') return [`accepts_${channel}_${purpose}`, `accepts_${channel}`];
  const spelled = purpose === 'personalisation' ? [purpose, 'personalization'] : [purpose];
  return [...spelled.flatMap((each) => [`accepts_web_${each}`, `accepts_${each}`]), 'accepts_web'];
}
