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
    return { ok: true, value: JSON.parse(text) as JsonValue };
  } catch {
    return { ok: false, reason: 'The request is not JSON', hint: 'Send one JSON object.' };
  }
}
