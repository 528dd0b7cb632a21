import { ClienteleError } from '../core/index.ts';

/**
 * The form in which addresses of people who work here are kept and compared: trimmed, NFC, lower case.
 *
 * @throws access.email
 */
export function cleanEmail(text: string): string {
  const email = normalEmail(text);
  if (email.length > 254 || !/^[^\s@\p{Cc}<>",;]+@[^\s@\p{Cc}<>",;]+\.[^\s@\p{Cc}<>",;]+$/u.test(email)) {
    throw new ClienteleError('access.email', { value: text.slice(0, 100) });
  }
  return email;
}

/** The same form for looking up, where a wrong address is just not found. */
export const normalEmail = (text: string): string => text.trim().normalize('NFC').toLowerCase();

/** One line without control characters (the ones that turn text around among them), cut to what a list can show. */
export function cleanLine(text: string, longest = 120): string {
  const line = text.normalize('NFC').replaceAll(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ');
  return Array.from(line.trim()).slice(0, longest).join('').trim();
}
