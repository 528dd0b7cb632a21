import type { PayloadMapping } from '../../../contract/index.ts';

export type ReadMapping = { readonly ok: true; readonly value: PayloadMapping } | { readonly ok: false };

/** A mapping as it is typed. What stands in it is checked by the server, which knows every field. */
export function readMapping(text: string): ReadMapping {
  try {
    return { ok: true, value: JSON.parse(text) as PayloadMapping };
  } catch {
    return { ok: false };
  }
}

/** One to a line, without blanks and empty lines. */
export const linesOf = (text: string): string[] => text.split('\n').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
