import type { CanReceive } from '../../tree.ts';

const names: ReadonlyMap<string, string> = new Map([
  ['email', 'e-mail'],
  ['sms', 'SMS'],
  ['push', 'push messages'],
  ['phone', 'phone calls'],
  ['whatsapp', 'WhatsApp messages'],
  ['web', 'content made for them on the site'],
]);

export const canReceiveWords = ({ channel, purpose }: CanReceive, denied: boolean): string =>
  `who ${denied ? 'can not' : 'can'} receive ${names.get(channel.toLowerCase()) ?? channel} for ${purpose}`;
