import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ClienteleError } from '../core/index.ts';
import type { NamedInput } from './inputs.ts';
import { namedInputs } from './inputs.ts';
import { mappingSaid } from './fitting-mappings.ts';
import type { App } from './open.ts';
import { recordedBefore, recordInJob } from './record-in-job.ts';
import { refreshAll } from './refresh.ts';
import { type KeptSchedule, readSchedule, type ScheduleResult } from './schedules.ts';
import { shownAddress } from './shown-address.ts';
import { inOrder, type Said, understandInputs } from './understand-inputs.ts';

/** What a run needs beside its schedule: `write` waits for the one writer, so that a slow download keeps nobody waiting. */
export type ScheduleRun = {
  readonly schedule: string;
  readonly job: string;
  readonly signal: AbortSignal;
  readonly write: <T>(work: (app: App) => Promise<T>) => Promise<T>;
};

/**
 * Reads what a schedule names and imports what has changed: a file that was imported before, byte by byte the same, is left alone. All of it or
 * nothing. Throws `schedule.*`, `file.*`, `source.unreachable` and what imports throw.
 */
export async function importFromSchedule(app: App, { schedule, job, signal, write }: ScheduleRun): Promise<ScheduleResult> {
  const kept = await readSchedule(app, schedule);
  const { from, said } = JSON.parse(kept.request) as KeptSchedule;
  const folder = join(app.folder.temporary, `schedule-${job}`);
  try {
    const inputs = await inputsOf(from, kept.name, folder, signal);
    const before = await recordedBefore(app, job);
    const known = await knownHashes(app, job);
    const changed: NamedInput[] = [];
    for (const input of inputs) if (before.size > 0 || input.source.kind !== 'file' || !known.has(await hashOf(input.source.path))) changed.push(input);
    if (changed.length === 0) return { reports: [], unchanged: inputs.length };
    const reports = await write(async (writer) => {
      const { kind, source, preset, map, options, read } = said;
      const all: Said = { kind, source, preset, map, options, read, ...(await mappingSaid(writer.control, said.mapping)) };
      const { understood } = await understandInputs(
        writer,
        changed.map((input) => ({ input, said: all })),
        { someOf: changed.length < inputs.length },
      );
      const ordered = inOrder(understood).map((one) => ({ key: one.input.name, understood: one }));
      return recordInJob(writer, job, ordered, () => refreshAll(writer, undefined));
    });
    return { reports, unchanged: inputs.length - changed.length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a query brings has no file's name: it goes by the name of its schedule. */
async function inputsOf(from: KeptSchedule['from'], schedule: string, folder: string, signal: AbortSignal): Promise<readonly NamedInput[]> {
  switch (from.kind) {
    case 'folder':
      if (!existsSync(from.path)) throw new ClienteleError('file.missing', { file: from.path });
      return namedInputs({ inputs: [from.path], query: undefined, format: undefined });
    case 'query':
      return [{ source: { kind: 'query', url: from.url, query: from.query }, name: schedule, found: false }];
    case 'url': {
      const path = await download(from.url, folder, signal);
      return [{ source: { kind: 'file', path }, name: path.split('/').at(-1) ?? 'download', found: false }];
    }
  }
}

/** A slow server is waited for, a silent one is not. */
const longest = 30 * 60_000;

async function download(address: string, folder: string, signal: AbortSignal): Promise<string> {
  const name = decodeURIComponent(new URL(address).pathname.split('/').at(-1) ?? '').replaceAll(/[^\p{L}\p{N}._ -]+/gu, '_');
  const response = await openAddress(address, AbortSignal.any([signal, AbortSignal.timeout(longest)]), signal);
  try {
    await mkdir(folder, { recursive: true });
    const path = join(folder, name.replace(/^\.+/, '') === '' ? 'download' : name);
    await pipeline(Readable.fromWeb(response.body), createWriteStream(path));
    return path;
  } catch (error) {
    signal.throwIfAborted();
    throw new ClienteleError('schedule.unreachable', { where: shownAddress(address), detail: reasonOf(error) }, {}, error);
  }
}

type Opened = { readonly headers: Response['headers']; readonly body: NonNullable<Response['body']> };

/** The answer of an address that may carry a user and a password. Throws `schedule.unreachable`, and the reason of `cancelled` where that came first. */
export async function openAddress(address: string, signal: AbortSignal, cancelled?: AbortSignal): Promise<Opened> {
  const url = new URL(address);
  const sign = url.username === '' ? undefined : Buffer.from(`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`).toString('base64');
  url.username = '';
  url.password = '';
  try {
    const response = await fetch(url, { signal, ...(sign === undefined ? {} : { headers: { authorization: `Basic ${sign}` } }) });
    const { body } = response;
    if (!response.ok || body === null) throw new Error(`it answered ${response.status} ${response.statusText}`.trim());
    return { headers: response.headers, body };
  } catch (error) {
    cancelled?.throwIfAborted();
    throw new ClienteleError('schedule.unreachable', { where: shownAddress(address), detail: reasonOf(error) }, {}, error);
  }
}

/** `fetch failed` says nothing; its cause does. */
const reasonOf = (error: unknown): string => {
  const { cause } = error instanceof Error ? error : {};
  return cause instanceof Error && cause.message !== '' ? cause.message : error instanceof Error ? error.message : String(error);
};

/** Files that are in already, other than by this very job. */
async function knownHashes(app: App, job: string): Promise<ReadonlySet<string>> {
  const rows = await app.control
    .selectFrom('imports')
    .select('input_sha256')
    .where('status', '=', 'done')
    .where('mapping', 'not like', `%"of":{"job":"${job}"%`)
    .execute();
  return new Set(rows.map((row) => row.input_sha256));
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
