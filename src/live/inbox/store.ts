import { createHash } from 'node:crypto';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Appended, QuarantinedRow, Row, StoredRow } from './protocol.ts';

/**
 * The file of the inbox: every message as it came, and which of them could not be recorded. What is committed survives a power cut. A message is
 * told from others by 128 bits of a hash of source and message id: as long as the id is known, the message is not taken twice.
 */
const tables = [
  'create table if not exists messages (seq integer primary key autoincrement, source text not null, message_id text not null, received_at integer not null, key blob not null, body text not null)',
  'create unique index if not exists messages_key on messages (key)',
  // Replays ask whether a message was sent in again.
  "create index if not exists messages_replayed on messages (source, message_id) where message_id like '%#replayed'",
  `create table if not exists quarantine (seq integer primary key, reason text not null, field text, hint text not null, at integer not null)`,
] as const;

export type InboxStore = {
  /** Several appends in one commit. Answers in their order. Throws what SQLite throws; nothing is kept then. */
  readonly append: (groups: readonly (readonly Row[])[]) => readonly Appended[];
  readonly read: (after: number, limit: number) => readonly StoredRow[];
  readonly readSome: (seqs: readonly number[]) => readonly StoredRow[];
  readonly quarantine: (rows: readonly QuarantinedRow[], released: readonly number[]) => void;
  readonly all: (sql: string, values: readonly (string | number | null)[]) => readonly unknown[];
  readonly copy: (file: string) => void;
  readonly close: () => void;
};

export type StoreOptions = {
  /** For tests: a disk that is full after so many pages. */
  readonly mostPages?: number;
};

const keyOf = (source: string, messageId: string): Uint8Array => createHash('sha256').update(`${source.length}:${source}${messageId}`).digest().subarray(0, 16);

export function openInboxStore(file: string, options: StoreOptions = {}): InboxStore {
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000; pragma cache_size = -16384');
  if (options.mostPages !== undefined) database.exec(`pragma max_page_count = ${Math.trunc(options.mostPages)}`);
  for (const table of tables) database.exec(table);
  const insert = database.prepare('insert into messages (source, message_id, received_at, key, body) values (?, ?, ?, ?, ?) on conflict (key) do nothing');
  const after = database.prepare('select seq, source, message_id, received_at, body from messages where seq > ? order by seq limit ?');
  const one = database.prepare('select seq, source, message_id, received_at, body from messages where seq = ?');
  const hold = database.prepare('insert or replace into quarantine values (?, ?, ?, ?, ?)');
  const release = database.prepare('delete from quarantine where seq = ?');

  const transaction = <T>(work: () => T): T => {
    database.exec('begin immediate');
    try {
      const result = work();
      database.exec('commit');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      throw error;
    }
  };

  return {
    append: (groups) => transaction(() => groups.map((rows) => appendRows(insert, rows))),
    read: (seq, limit) => after.all(seq, limit) as StoredRow[],
    readSome: (seqs) => seqs.flatMap((seq) => one.all(seq) as StoredRow[]),
    quarantine: (rows, released) => {
      transaction(() => {
        for (const seq of released) release.run(seq);
        for (const { seq, reason, field, hint, at } of rows) hold.run(seq, reason, field, hint, at);
      });
    },
    all: (sql, values) => database.prepare(sql).all(...(values as readonly SQLInputValue[])),
    copy: (target) => void database.prepare('vacuum into ?').run(target),
    close: () => database.close(),
  };
}

function appendRows(insert: StatementSync, rows: readonly Row[]): Appended {
  let accepted = 0;
  let last = 0;
  for (const [source, messageId, receivedAt, body] of rows) {
    const { changes, lastInsertRowid } = insert.run(source, messageId, receivedAt, keyOf(source, messageId), body);
    if (Number(changes) === 0) continue;
    accepted += 1;
    last = Number(lastInsertRowid);
  }
  return { accepted, duplicates: rows.length - accepted, last };
}
