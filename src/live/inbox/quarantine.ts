import type { Received } from '../../contract/index.ts';
import { type MessageRow, receivedOf } from './message-row.ts';
import type { OpenInbox } from './open-inbox.ts';

type Waiting = { readonly seq: number; readonly message: Received };

/** Messages that could not be recorded, as whoever looks at them and sends them again needs them. */
export function quarantineOf(inbox: OpenInbox): {
  readonly counts: () => Promise<ReadonlyMap<string, number>>;
  /** Those of a source after a place, oldest first; with a negative limit that many of the newest, newest first. */
  readonly of: (source: string, after: number, limit: number) => Promise<readonly Waiting[]>;
  readonly release: (seqs: readonly number[]) => Promise<void>;
} {
  return {
    counts: async () => {
      const rows = await inbox.all<{ readonly source: string; readonly n: number }>(
        'select m.source, count(*) as n from quarantine q join messages m on m.seq = q.seq group by m.source',
      );
      return new Map(rows.map(({ source, n }) => [source, n]));
    },
    of: async (source, after, limit) => {
      const rows = await inbox.all<MessageRow>(
        `select m.seq, m.source, m.message_id, m.received_at, m.body from quarantine q join messages m on m.seq = q.seq where m.source = ? and m.seq > ?
         order by m.seq ${limit < 0 ? 'desc' : 'asc'} limit ?`,
        [source, after, Math.abs(limit)],
      );
      return rows.map((row) => ({ seq: row.seq, message: receivedOf(row) }));
    },
    release: (seqs) => inbox.quarantine([], seqs),
  };
}
