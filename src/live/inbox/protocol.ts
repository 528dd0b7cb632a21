/** What the inbox's thread is asked, and what it answers. Bodies travel as JSON text: the thread never looks into them. */
export type Row = readonly [source: string, messageId: string, receivedAt: number, body: string];

export type QuarantinedRow = { readonly seq: number; readonly reason: string; readonly field: string | null; readonly hint: string; readonly at: number };

export type Ask =
  | { readonly kind: 'append'; readonly rows: readonly Row[] }
  | { readonly kind: 'read'; readonly after: number; readonly limit: number }
  | { readonly kind: 'read-some'; readonly seqs: readonly number[] }
  | { readonly kind: 'quarantine'; readonly rows: readonly QuarantinedRow[]; readonly released: readonly number[] }
  | { readonly kind: 'all'; readonly sql: string; readonly values: readonly (string | number | null)[] }
  | { readonly kind: 'copy'; readonly file: string }
  | { readonly kind: 'close' };

export type StoredRow = { readonly seq: number; readonly source: string; readonly message_id: string; readonly received_at: number; readonly body: string };

export type Appended = { readonly accepted: number; readonly duplicates: number; readonly last: number };

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly code: string; readonly detail: string };
