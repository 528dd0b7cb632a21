import { isUtf8 } from 'node:buffer';
import { ClienteleError } from '../../core/index.ts';
import iconv from 'iconv-lite';

/** An encoding's name in lower case; `utf-8` needs no transcoding. */
export type Encoding = string;

/**
 * The encoding of a file from its first bytes: byte order marks first, then UTF-16 by where its zero bytes stand, then UTF-8 when the
 * bytes are that (but for a few damaged ones), else Windows-1252 (which is Latin-1 with printable characters in the gap, and what spreadsheets write).
 */
export function sniffEncoding(head: Buffer, whole: boolean): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = zeroShares(head);
  if (zeros.odd > 0.3 && zeros.even < 0.05) return 'utf-16le';
  if (zeros.even > 0.3 && zeros.odd < 0.05) return 'utf-16be';
  return isUtf8(whole ? head : withoutPartialCharacter(head)) || mostlyUtf8(head) ? 'utf-8' : 'windows-1252';
}

/** A name given by a person, as iconv knows it; throws a usage error for one it does not know. */
export function knownEncoding(name: string): Encoding {
  const lower = name.trim().toLowerCase();
  const spelled = lower === 'utf8' ? 'utf-8' : lower === 'latin1' || lower === 'iso-8859-1' || lower === 'cp1252' ? 'windows-1252' : lower;
  if (!iconv.encodingExists(spelled)) throw new ClienteleError('usage', { detail: `There is no text encoding named "${name}".` });
  return spelled;
}

export const isUtf8Name = (encoding: Encoding): boolean => encoding === 'utf-8';

/** Text of a head of bytes, without a byte order mark. */
export function decodeHead(head: Buffer, encoding: Encoding): string {
  return iconv.decode(head, encoding).replace(/^\uFEFF/, '');
}

/** The same text as UTF-8 bytes without a byte order mark. */
export async function* transcode(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncIterable<Buffer> {
  if (isUtf8Name(encoding)) {
    yield* withoutMark(bytes);
    return;
  }
  const decoder = iconv.getDecoder(encoding);
  for await (const part of bytes) {
    const text = decoder.write(part);
    if (text.length > 0) yield Buffer.from(text, 'utf8');
  }
  const rest = decoder.end();
  if (rest !== undefined && rest.length > 0) yield Buffer.from(rest, 'utf8');
}

async function* withoutMark(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let first = true;
  for await (const part of bytes) {
    const marked = first && part[0] === 0xef && part[1] === 0xbb && part[2] === 0xbf;
    first = false;
    yield marked ? part.subarray(3) : part;
  }
}

function zeroShares(head: Buffer): { readonly even: number; readonly odd: number } {
  const length = Math.min(head.length, 4096);
  if (length < 4) return { even: 0, odd: 0 };
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 1) {
    if (head[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  return { even: even / (length / 2), odd: odd / (length / 2) };
}

/** Text in another encoding hardly ever forms whole characters of several bytes; a few damaged ones in UTF-8 do not make it another. */
function mostlyUtf8(head: Buffer): boolean {
  let whole = 0;
  let damaged = 0;
  for (const character of head.toString('utf8')) {
    if (character === '\uFFFD') damaged += 1;
    else if (character > '\u007F') whole += 1;
  }
  return whole > damaged;
}

/** A head may end in the middle of a character; at most three bytes of one can be left over. */
function withoutPartialCharacter(head: Buffer): Buffer {
  for (let back = 1; back <= 3 && back < head.length; back += 1) {
    const byte = head[head.length - back] ?? 0;
    if (byte < 0x80) return head;
    if (byte >= 0xc0) return head.subarray(0, head.length - back);
  }
  return head;
}
