import type { JsonValue } from '../../contract/index.ts';

export type ReadBody = { readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly reason: string; readonly hint: string };

/** Bytes → JSON, strictly: what is no UTF-8 or no JSON is said so, since a client that sends it would lose data silently. */
export function readBody(bytes: Uint8Array): ReadBody {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, reason: 'The request is not UTF-8', hint: 'Send JSON encoded as UTF-8.' };
  }
  try {
    return { ok: true, value: (longNumber.test(text) ? JSON.parse(text, exactly) : JSON.parse(text)) as JsonValue };
  } catch {
    return { ok: false, reason: 'The request is not JSON', hint: 'Send one JSON object.' };
  }
}

/** Where a number may have more digits than JavaScript's hold; to look costs far less than to ask about every value. */
const longNumber = /\d{16}/;

/** An id of 64 bits as the text that it is: rounded, two customers would be one. Amounts and fractions stay numbers. */
function exactly(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
    ? context?.source
    : value;
}
