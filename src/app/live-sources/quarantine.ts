import type { Interpret, LiveMessage, Received } from '../../contract/index.ts';
import { instant } from '../../core/index.ts';
import type { Collector } from './collector.ts';
import { toldMessage } from './told.ts';

/** What the inbox offers for messages that could not be recorded. */
export type QuarantineStore = {
  readonly all: <T>(sql: string, values?: readonly (string | number | null)[]) => Promise<readonly T[]>;
  readonly quarantine: (rows: readonly never[], released?: readonly number[]) => Promise<void>;
};

type Row = { readonly seq: number; readonly source: string; readonly message_id: string; readonly received_at: number; readonly body: string };

const columns = 'm.seq, m.source, m.message_id, m.received_at, m.body from quarantine q join messages m on m.seq = q.seq';

/** How many of each source wait. */
export async function quarantinedCounts(store: QuarantineStore): Promise<ReadonlyMap<string, number>> {
  const rows = await store.all<{ readonly source: string; readonly n: number }>(
    'select m.source, count(*) as n from quarantine q join messages m on m.seq = q.seq group by m.source',
  );
  return new Map(rows.map(({ source, n }) => [source, n]));
}

/** The newest of a source, as the debugger shows them; what they would be read as now stands in `status`. */
export async function quarantined(store: QuarantineStore, interpret: Interpret, slug: string, limit: number): Promise<readonly LiveMessage[]> {
  const rows = await store.all<Row>(`select ${columns} where m.source = ? order by m.seq desc limit ?`, [slug, limit]);
  return rows.map((row) => {
    const message = received(row);
    return toldMessage(message, interpret(message), false);
  });
}

export type Replayed = { readonly recorded: number; readonly still: number };

const atOnce = 500;

/**
 * Sends again what can be read by now. Each goes back in as a message of its own before its mark is taken away: a crash between the two sends it once more, and the inbox
 * knows it by then.
 */
export async function replay(collector: Collector, store: QuarantineStore, slug: string): Promise<Replayed> {
  const source = collector.registry.of(slug);
  let recorded = 0;
  let still = 0;
  let after = 0;
  for (;;) {
    const rows = await store.all<Row>(`select ${columns} where m.source = ? and m.seq > ? order by m.seq limit ?`, [slug, after, atOnce]);
    const last = rows.at(-1);
    if (last === undefined || source === undefined) return { recorded, still };
    after = last.seq;
    const readable = rows.filter((row) => collector.interpret(received(row)).ok);
    await collector.take(
      source,
      readable.map((row) => ({ ...received(row), messageId: `${row.message_id}#replayed` })),
    );
    await store.quarantine(
      [],
      readable.map(({ seq }) => seq),
    );
    recorded += readable.length;
    still += rows.length - readable.length;
  }
}

const received = (row: Row): Received => ({
  source: row.source,
  messageId: row.message_id,
  receivedAt: instant(row.received_at),
  body: JSON.parse(row.body) as Received['body'],
});
