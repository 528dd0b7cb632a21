import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { ClienteleError } from '../../core/index.ts';

/** A request may be this large, inflated. */
export const largestRequest = 4 * 1024 * 1024;

/** For routes whose bodies are unpacked here, within bounds of our own, rather than by the server's plug-in. */
export const asItComes = { decompress: false, compress: false } as const;

const inflaters = { gzip: promisify(gunzip), 'x-gzip': promisify(gunzip), deflate: promisify(inflate), br: promisify(brotliDecompress) } as const;

/** The bytes of a body as they were before they were packed, at most 4 MB of them. Throws `request.too-large`, `live.body`. */
export async function inflated(body: unknown, encoding: string | undefined): Promise<Buffer> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const packed = encoding?.trim().toLowerCase();
  if (packed === undefined || packed === '' || packed === 'identity') return bytes;
  const inflater = Object.hasOwn(inflaters, packed) ? inflaters[packed as keyof typeof inflaters] : undefined;
  if (inflater === undefined)
    throw new ClienteleError('live.body', { detail: `The encoding ${packed} is not read here.`, hint: 'Send gzip, or nothing packed.' });
  try {
    return await inflater(bytes, { maxOutputLength: largestRequest });
  } catch (error) {
    if (error instanceof RangeError) throw new ClienteleError('request.too-large', {}, {}, error);
    throw new ClienteleError('live.body', { detail: `The body is not ${packed}.`, hint: 'Pack it as its Content-Encoding says.' }, {}, error);
  }
}
