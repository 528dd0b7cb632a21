import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { renameKept } from './on-disk.ts';

/** Large, since every piece of a stream costs the same whatever its size. */
const chunkBytes = 1 << 20;

/** A raw input as it lies in the workspace. */
export type KeptInput = { readonly name: string; readonly sha256: string };

/**
 * Copies a file into the workspace, compressed unless it is already, and hashes what was read. The copy is on disk, its
 * final name too (fsync of both), when this resolves.
 */
export async function keepInput(path: string, folder: string, id: string): Promise<KeptInput> {
  const compressed = await isCompressed(path);
  const name = `${id}-${basename(path)}${compressed ? '' : '.zst'}`;
  const target = join(folder, name);
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const from = createReadStream(path, { highWaterMark: chunkBytes });
  const to = createWriteStream(`${target}.partial`, { flush: true, highWaterMark: chunkBytes });
  if (compressed) await pipeline(from, hashing, to);
  else await pipeline(from, hashing, createZstdCompress({ chunkSize: chunkBytes, params: { [constants.ZSTD_c_compressionLevel]: 1 } }), to);
  await renameKept(`${target}.partial`, target);
  return { name, sha256: hash.digest('hex') };
}

/** gzip, zstd, zip (XLSX) and Parquet files gain nothing from another round. */
async function isCompressed(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return ['1f8b', '28b52ffd', '504b0304', '50415231'].some((magic) => buffer.toString('hex').startsWith(magic));
  } finally {
    await file.close();
  }
}
