import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { ClienteleError } from '../../core/index.ts';
import { takeTurns } from './take-turns.ts';

export type Compression = 'gzip' | 'zstd';

const chunkBytes = 1 << 18;
const headBytes = 1 << 18;

/** A file's bytes from the beginning, unpacked when they are packed. What is at hand comes at once, so the reader's work would leave nobody else a turn: this does. */
export async function* openBytes(path: string, compression: Compression | undefined): AsyncGenerator<Buffer> {
  const turn = takeTurns();
  for await (const part of unpacked(path, compression)) {
    yield part;
    await turn();
  }
}

function unpacked(path: string, compression: Compression | undefined): AsyncIterable<Buffer> {
  const raw = createReadStream(path, { highWaterMark: chunkBytes });
  if (compression === undefined) return raw;
  const unpack = compression === 'gzip' ? createGunzip({ chunkSize: chunkBytes }) : createZstdDecompress({ chunkSize: chunkBytes });
  raw.on('error', (error) => unpack.destroy(error));
  return raw.pipe(unpack);
}

/** The first bytes of a file after unpacking; `whole` when that is all there is. */
export async function readHead(
  path: string,
  compression: Compression | undefined,
  bytes = headBytes,
): Promise<{ readonly head: Buffer; readonly whole: boolean }> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of openBytes(path, compression)) {
      parts.push(part);
      size += part.length;
      if (size > bytes) return { head: Buffer.concat(parts).subarray(0, bytes), whole: false };
    }
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new ClienteleError('file.unreadable', { file: path, detail, hint: 'The compressed file is damaged; make or fetch it again.' }, {}, cause);
  }
  return { head: Buffer.concat(parts), whole: true };
}

/** Told by the first bytes, never by the name. */
export async function compressionOf(path: string): Promise<{ readonly compression: Compression | undefined; readonly magic: Buffer }> {
  const magic = await firstBytes(path, 8);
  if (magic[0] === 0x1f && magic[1] === 0x8b) return { compression: 'gzip', magic };
  if (magic.length >= 4 && magic.readUInt32LE(0) === 0xfd2fb528) return { compression: 'zstd', magic };
  return { compression: undefined, magic };
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    if (isMissing(cause)) throw new ClienteleError('file.missing', { file: path }, {}, cause);
    throw new ClienteleError('file.unreadable', { file: path, detail: String(cause), hint: 'Check its permissions.' }, {}, cause);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw new ClienteleError('file.unreadable', { file: path, detail: 'it is a folder, not a file.', hint: 'Name one file.' }, {}, cause);
  } finally {
    await file.close();
  }
}

function isMissing(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT';
}
