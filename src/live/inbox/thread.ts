import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Answer, Ask } from './protocol.ts';
import { type InboxStore, openInboxStore, type StoreOptions } from './store.ts';

/**
 * The inbox's own thread: SQLite waits for the disk, and nobody else is to wait with it. All appends that arrived while the last commit was
 * under way go into the next one, so the disk's pace bounds how long an answer takes and not how many there are.
 */
type Message = { readonly id: number; readonly ask: Ask };
const { file, options } = workerData as { readonly file: string; readonly options: StoreOptions };
const port = parentPort;
if (port === null) throw new Error('This file is a thread of its own.');

let store: InboxStore | undefined;
/** A store that failed is opened anew at the next request: a disk that was full has room again some day. */
const opened = (): InboxStore => (store ??= openInboxStore(file, options));

const answer = (id: number, work: () => unknown): void => port.postMessage(settled(id, work));

function settled(id: number, work: () => unknown): Answer {
  try {
    return { id, ok: true, value: work() };
  } catch (error) {
    return failure(id, error);
  }
}

function failure(id: number, error: unknown): Answer {
  const detail = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'errcode' in error ? String(error.errcode) : 'unknown';
  return { id, ok: false, code, detail };
}

function handle(messages: readonly Message[]): void {
  const appends = messages.flatMap(({ id, ask }) => (ask.kind === 'append' ? [{ id, rows: ask.rows }] : []));
  if (appends.length > 0) append(appends);
  for (const { id, ask } of messages) if (ask.kind !== 'append') other(id, ask);
}

function append(appends: readonly { readonly id: number; readonly rows: Extract<Ask, { kind: 'append' }>['rows'] }[]): void {
  try {
    const done = opened().append(appends.map(({ rows }) => rows));
    appends.forEach(({ id }, index) => port?.postMessage({ id, ok: true, value: done[index] } satisfies Answer));
  } catch (error) {
    for (const { id } of appends) port?.postMessage(failure(id, error));
    reopenLater();
  }
}

function reopenLater(): void {
  try {
    store?.close();
  } catch {
    // It could not be written to; whether it can be closed is of no interest.
  }
  store = undefined;
}

function other(id: number, ask: Exclude<Ask, { kind: 'append' }>): void {
  switch (ask.kind) {
    case 'read':
      return answer(id, () => opened().read(ask.after, ask.limit));
    case 'read-some':
      return answer(id, () => opened().readSome(ask.seqs));
    case 'quarantine':
      return answer(id, () => opened().quarantine(ask.rows, ask.released));
    case 'all':
      return answer(id, () => opened().all(ask.sql, ask.values));
    case 'copy':
      return answer(id, () => opened().copy(ask.file));
    case 'close':
      answer(id, () => store?.close());
      port?.close();
  }
}

port.on('message', (first: Message) => {
  const messages = [first];
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) messages.push(next.message as Message);
  handle(messages);
});
