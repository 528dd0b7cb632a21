import type { Received } from '../../contract/index.ts';
import { instant } from '../../core/index.ts';

/** A message as the inbox keeps it. */
export type MessageRow = { readonly seq: number; readonly source: string; readonly message_id: string; readonly received_at: number; readonly body: string };

export const receivedOf = (row: MessageRow): Received => ({
  source: row.source,
  messageId: row.message_id,
  receivedAt: instant(row.received_at),
  body: JSON.parse(row.body) as Received['body'],
});
