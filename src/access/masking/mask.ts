// What stands in for personal data where the asker may not see it: always the same for the same value, and not to be undone.
// A mask keeps what tells rows of a list apart at a glance (initials, the end of a number), never enough to reach anybody.

/** `anna.smith@example.org` → `a…@e….org`. */
export function maskEmail(email: string): string {
  if (email.length > longestEmail) return '…';
  const [, local, domain, ending] = /^\s*([^@]+)@([^@]*?)(\.[\p{L}\p{N}-]+)?\s*$/u.exec(email) ?? [];
  if (local === undefined || domain === undefined) return maskIdentifier(email);
  return `${initial(local)}@${initial(domain)}${ending ?? ''}`;
}

/** `+44 7700 900123` → `…23`; fewer than seven digits show none. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/\P{Nd}/gu, '');
  return digits.length < 7 ? '…' : `…${digits.slice(-2)}`;
}

/** `Anna Maria Smith` → `A… M… S…`. */
export function maskName(name: string): string {
  const words = name.split(/[\s\p{Cc}]+/u).filter((word) => word !== '');
  return words.length === 0 ? '' : words.slice(0, 4).map(initial).join(' ');
}

/** `C-10017850` → `C…50`; ids shorter than six characters show only the end of their first. */
export function maskIdentifier(id: string): string {
  if (looksLikeEmail(id)) return maskEmail(id);
  const characters = Array.from(id.trim());
  if (characters.length === 0) return '';
  return characters.length < 6 ? `${characters[0]}…` : `${characters[0]}…${characters.slice(-2).join('')}`;
}

/** Streets and house numbers say where somebody lives: nothing is left of them. */
export const maskAddress = (address: string): string => (address.trim() === '' ? '' : '…');

/** `SW1A 1AA` → `S…`: the area, at most. */
export const maskPostcode = (postcode: string): string => (postcode.trim() === '' ? '' : initial(postcode.trim()));

/** `1984-05-17` → `1984-…`: the year is a trait of many. */
export function maskBirthday(date: string): string {
  const [year] = /^\d{4}(?=-)/.exec(date.trim()) ?? [];
  return date.trim() === '' ? '' : year === undefined ? '…' : `${year}-…`;
}

/** Free text with the e-mails and phones in it masked; names in it can not be told from other words. */
export function maskText(text: string): string {
  // Most values hold neither; asking so first is many times cheaper than replacing.
  const written = text.includes('@') ? text.replaceAll(emailWithin, (found) => maskEmail(found)) : text;
  return eightDigits.test(written) ? written.replaceAll(phoneWithin, (found) => (looksLikePhone(found) ? maskPhone(found) : found)) : written;
}

/** Whether a whole value is an e-mail, such as in a column of any name. */
export const looksLikeEmail = (value: string): boolean =>
  value.length <= longestEmail && value.includes('@') && /^\s*(?:mailto:)?[^\s@<>]+@[^\s@<>]+\.[\p{L}\p{N}-]{2,}\s*$/iu.test(value);

/**
 * Whether a whole value is a phone: with `+` or a leading `0` 8 to 15 digits, otherwise 10 to 15 that are grouped as phones are.
 * Dates, amounts, plain numbers and article codes are not.
 */
export function looksLikePhone(value: string): boolean {
  if (value.length < 8 || value.length > 40 || !eightDigits.test(value)) return false;
  const text = value.trim().replace(/^tel:/i, '');
  if (!/^[+(]?[\d\s().\-/]+$/.test(text) || /^\d{4}-\d{1,2}-\d{1,2}/.test(text) || /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/.test(text)) return false;
  const digits = text.replaceAll(/\D/g, '');
  if (digits.length > 15) return false;
  if (text.startsWith('+')) return digits.length >= 8;
  if (/^\(?0/.test(text)) return digits.length >= 9 && !/^0*\.\d+$/.test(text);
  return digits.length >= 10 && /^\(?\d{3}\)?[\s.-]\s?\d{3}[\s.-]\d{4}$/.test(text);
}

const initial = (word: string): string => {
  const [first = ''] = word;
  return first === '' ? '…' : `${first}…`;
};

const longestEmail = 320;

/** Begins only where a word does, so that long words cost no more than their length. */
const emailWithin = /(?<![^\s<>,;:"()[\]])[^\s@<>,;:"()[\]]+@[^\s@<>,;:"()[\]]+\.[\p{L}\p{N}-]{2,}/giu;
const eightDigits = /(?:\d[().\-/ ]{0,3}){7}\d/;
const phoneWithin = /(?<![\p{L}\p{N}.,-])[+(]?\d[\d().\-/ ]{6,22}\d(?![\p{L}\p{N}])/gu;
