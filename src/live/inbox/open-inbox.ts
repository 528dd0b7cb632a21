import { Worker } from 'node:worker_threads';
import type { Inbox, JsonObject, Received } from '../../contract/index.ts';
import { ClienteleError, instant } from '../../core/index.ts';
import type { Answer, Appended, Ask, QuarantinedRow, StoredRow } from './protocol.ts';
import type { StoreOptions } from './store.ts';

/** A message with its place in the order of arrival. */
export type Stored = Received & { readonly seq: number };

/** The inbox as the road and the pages use it. */
export type OpenInbox = Inbox & {
  /** Messages after a place, in order. */
  readonly read: (after: number, limit: number) => Promise<readonly Stored[]>;
  readonly readSome: (seqs: readonly number[]) => Promise<readonly Stored[]>;
  readonly quarantine: (rows: readonly QuarantinedRow[], released?: readonly number[]) => Promise<void>;
  readonly all: <T>(sql: string, values?: readonly (string | number | null)[]) => Promise<readonly T[]>;
  /** Messages between two places that were sent in again under an id of their own, after what they mean could be read. */
  readonly sentAgain: (from: number, to: number) => Promise<ReadonlySet<number>>;
  /** The place of the newest message. */
  readonly last: () => number;
  /** How far the road has come: what is beyond is the backlog that bounds what more is taken. */
  readonly done: (seq: number) => void;
  /** Called after every commit that brought something new. */
  readonly onNews: (listener: () => void) => () => void;
  /** A copy as of one moment, for a backup. */
  readonly copy: (file: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type InboxOptions = StoreOptions & {
  /** Messages on their way to the disk at once. */
  readonly mostWaiting?: number;
  /** Messages on disk that are not in the warehouse yet. */
  readonly mostBacklog?: number;
};

const mostWaiting = 20_000;
const mostBacklog = 2_000_000;

/** Opens (or makes) the inbox in a file. One process at a time, as for the whole workspace. */
export async function openInbox(file: string, options: InboxOptions = {}): Promise<OpenInbox> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { file, options: { mostPages: options.mostPages } } });
  const asked = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void }>();
  const listeners = new Set<() => void>();
  let next = 0;
  let waiting = 0;
  let last = 0;
  let done = 0;
  let gone: Error | undefined;

  worker.on('message', (answer: Answer) => {
    const one = asked.get(answer.id);
    asked.delete(answer.id);
    if (answer.ok) one?.resolve(answer.value);
    else one?.reject(new ClienteleError('live.store-unavailable', { detail: answer.detail, retry_after: 2 }, { retry_after: 2 }));
  });
  const end = (error: Error): void => {
    gone = error;
    for (const { reject } of asked.values())
      reject(new ClienteleError('live.store-unavailable', { detail: error.message, retry_after: 2 }, { retry_after: 2 }));
    asked.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the inbox is closed')));
  // A process that has nothing else to do ends; whoever waits for an answer holds it.
  const ask = <T>(what: Ask): Promise<T> => {
    if (gone !== undefined) return Promise.reject(new ClienteleError('live.store-unavailable', { detail: gone.message, retry_after: 2 }, { retry_after: 2 }));
    return new Promise<T>((resolve, reject) => {
      next += 1;
      asked.set(next, { resolve: resolve as (value: unknown) => void, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node has no origin
      worker.postMessage({ id: next, ask: what });
    });
  };

  const [found] = await ask<readonly { last: number | null }[]>({ kind: 'all', sql: 'select max(seq) as last from messages', values: [] });
  last = found?.last ?? 0;

  const append: Inbox['append'] = async (messages) => {
    if (messages.length === 0) return { accepted: 0, duplicates: 0 };
    const seconds = overloadedFor(waiting, last - done, options);
    if (seconds > 0) throw new ClienteleError('live.overloaded', { retry_after: seconds }, { retry_after: seconds });
    waiting += messages.length;
    try {
      const rows = messages.map(({ source, messageId, receivedAt, body }) => [source, messageId, receivedAt, JSON.stringify(body)] as const);
      const appended = await ask<Appended>({ kind: 'append', rows });
      if (appended.accepted > 0) {
        last = Math.max(last, appended.last);
        for (const listener of listeners) listener();
      }
      return { accepted: appended.accepted, duplicates: appended.duplicates };
    } finally {
      waiting -= messages.length;
    }
  };

  return {
    append,
    read: async (after, limit) => (await ask<readonly StoredRow[]>({ kind: 'read', after, limit })).map(storedOf),
    readSome: async (seqs) => (await ask<readonly StoredRow[]>({ kind: 'read-some', seqs })).map(storedOf),
    quarantine: (rows, released = []) => ask({ kind: 'quarantine', rows, released }),
    all: (sql, values = []) => ask({ kind: 'all', sql, values }),
    sentAgain: async (from, to) => new Set((await ask<readonly { seq: number }[]>({ kind: 'all', sql: sentAgain, values: [from, to] })).map(({ seq }) => seq)),
    last: () => last,
    done: (seq) => {
      done = Math.max(done, seq);
    },
    onNews: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    copy: (target) => ask({ kind: 'copy', file: target }),
    close: async () => {
      if (gone !== undefined) return;
      await ask({ kind: 'close' });
      await worker.terminate();
    },
  };
}

/** Seconds after which it is worth trying again; 0 where there is room. */
function overloadedFor(waiting: number, backlog: number, options: InboxOptions): number {
  if (waiting >= (options.mostWaiting ?? mostWaiting)) return 1;
  return backlog >= (options.mostBacklog ?? mostBacklog) ? 30 : 0;
}

const sentAgain =
  "select a.seq from messages b join messages a on a.source = b.source and a.message_id = substr(b.message_id, 1, length(b.message_id) - 9) where b.message_id like '%#replayed' and a.seq between ? and ?";

const storedOf = ({ seq, source, message_id, received_at, body }: StoredRow): Stored => ({
  seq,
  source,
  messageId: message_id,
  receivedAt: instant(received_at),
  body: JSON.parse(body) as JsonObject,
});
