import { existsSync } from 'node:fs';
import { copyFile, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ClienteleError } from '../../core/index.ts';
import type { Warehouse } from '../warehouse.ts';
import { type DuckdbOptions, openDuckdb } from './duckdb.ts';

// DuckDB's log (`….wal`, as engine 1.5 writes it): a head of eight bytes, then entries, each its size and a checksum (eight bytes each) and as many bytes. A transaction is in when the
// entry at its end is there, which says no more than that; a checkpoint's says where it was. The engine passes over an end that is cut off, as a crash leaves it. It does not open where an
// entry is there and its checksum is wrong (zeros after the end, a page that was never written), and where a size is wrong or the head is it drops all that follows without a word.

/** A log that was not whole: what it was is kept in `file`; the engine has it up to `kept` bytes of `bytes`. */
export type MendedLog = { readonly file: string; readonly bytes: number; readonly kept: number };

/** Opens a warehouse whose log may be damaged: such a log is set aside, and the engine gets it up to the last transaction that is whole. Who calls it brings back what is missing. */
export async function openMending(
  file: string,
  options: DuckdbOptions,
  asideName: () => string,
): Promise<{ readonly warehouse: Warehouse; readonly mended?: MendedLog }> {
  const log = `${file}.wal`;
  // Another process that has the workspace open may lay its log down just now; this one is told so then.
  const found = existsSync(log) ? await readFile(log).then(lookAt, () => undefined) : undefined;
  let mended: MendedLog | undefined;
  // Before the engine sees it, which would drop transactions that lie beyond the damage. Another process that has the warehouse open loses nothing by a copy.
  if (found?.isDamaged === true) mended = await setAside(log, asideName(), found.whole);
  for (;;) {
    try {
      const warehouse = await openDuckdb(file, options);
      return mended === undefined ? { warehouse } : { warehouse, mended };
    } catch (error) {
      const second = isOfTheLog(error) ? undefined : await secondWithoutHead(file, error);
      if (!isOfTheLog(error) && second === undefined) {
        if (mended !== undefined) await rm(mended.file, { force: true });
        throw error;
      }
      const failed = second ?? /file "([^"]+)"/.exec(detailOf(error))?.[1] ?? log;
      const bytes = await readFile(failed);
      // Nothing is left to be cut off: it is not the log.
      if (bytes.length === 0) throw error;
      const place = placeOf(error);
      const kept = place === undefined || place >= bytes.length ? 0 : lastWhole(bytes, place);
      mended = { ...(mended ?? (await setAside(failed, asideName(), kept))), kept };
      await cutLog(failed, bytes.subarray(0, kept));
    }
  }
}

type Looked = { readonly isDamaged: boolean; readonly whole: number };

const head = Buffer.from('640062', 'hex');
const knownHead = Buffer.from('640062650002ffff', 'hex');
const ofEntry = 16;
/** What an entry at the end of a transaction begins with, and one of a checkpoint. */
const commit = Buffer.from('640064ffff', 'hex');
const checkpoint = Buffer.from('640063', 'hex');

/** Whether transactions that are whole lie beyond something that is not, and where the last one before it ends. An end that is merely cut off is no damage. */
export function lookAt(log: Buffer): Looked {
  const whole = lastWhole(log, log.length);
  const isHead = log.subarray(0, head.length).equals(head);
  if (isHead && !log.subarray(0, knownHead.length).equals(knownHead)) return { isDamaged: false, whole: log.length };
  return { isDamaged: hasCommit(log, whole) || (!isHead && log.length >= knownHead.length), whole };
}

function hasCommit(log: Buffer, from: number): boolean {
  for (let at = log.indexOf(commit, from + ofEntry); at >= 0; at = log.indexOf(commit, at + 1))
    if (log.readBigUInt64LE(at - ofEntry) === BigInt(commit.length)) return true;
  return false;
}

/** Where the last transaction ends that lies whole before a place. */
function lastWhole(log: Buffer, before: number): number {
  if (!log.subarray(0, knownHead.length).equals(knownHead)) return 0;
  let whole = 0;
  for (let at = knownHead.length; at + ofEntry < before; ) {
    const size = log.readBigUInt64LE(at);
    const end = at + ofEntry + Number(size);
    if (size === 0n || end > before) break;
    const entry = log.subarray(at + ofEntry, end);
    if (entry.equals(commit) || entry.subarray(0, checkpoint.length).equals(checkpoint)) whole = end;
    at = end;
  }
  return whole;
}

const detailOf = (error: unknown): string => (error instanceof ClienteleError && error.code === 'file.unreadable' ? String(error.parameters['detail']) : '');
const isOfTheLog = (error: unknown): boolean => /replaying (?:checkpoint )?WAL|Corrupt WAL/i.test(detailOf(error));

/**
 * While it makes a checkpoint the engine has a second log beside the first. Where that one's head is not there it says no more than that something can not be read, and opens nothing; it is not asked before it has said so, since
 * the log may be that of another process, which has the file locked.
 */
async function secondWithoutHead(file: string, error: unknown): Promise<string | undefined> {
  const second = `${file}.wal.checkpoint`;
  if (detailOf(error) === '' || !existsSync(second)) return undefined;
  const content = await readFile(second);
  return content.length >= knownHead.length && !content.subarray(0, head.length).equals(head) ? second : undefined;
}

/** The entry that the engine stumbled over. */
function placeOf(error: unknown): number | undefined {
  const [, place] = /at byte position (\d+)/.exec(detailOf(error)) ?? [];
  return place === undefined ? undefined : Number(place) - 1;
}

async function setAside(log: string, file: string, kept: number): Promise<MendedLog> {
  await copyFile(log, file);
  await synced(file);
  await synced(dirname(file));
  return { file, bytes: (await readFile(file)).length, kept };
}

/** Whole under its name at any moment. */
async function cutLog(log: string, content: Buffer): Promise<void> {
  const part = `${log}.part`;
  await writeFile(part, content, { flush: true });
  await rename(part, log);
  await synced(dirname(log));
}

async function synced(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
