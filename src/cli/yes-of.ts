import { ClienteleError } from '../core/index.ts';

/** What an option says that takes yes or no. Throws `usage`. */
export function yesOf(text: string, option: string): boolean {
  if (text === 'yes') return true;
  if (text === 'no') return false;
  throw new ClienteleError('usage', { detail: `${option} takes yes or no.` });
}
