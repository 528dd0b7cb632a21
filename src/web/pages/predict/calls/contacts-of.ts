import type { OneCall } from '../predict-queries.ts';

/** What somebody can be reached by, but for what they are called by already; null where neither a phone nor an e-mail is known. */
export function contactsOf({ phone, email }: Pick<OneCall, 'phone' | 'email'>, who: string): string | null {
  if (phone === null && email === null) return null;
  return [phone, email].filter((each) => each !== null && each !== who).join(' · ');
}
