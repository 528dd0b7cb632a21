import { ClienteleError } from '../../core/index.ts';

export type Picture = { readonly type: 'image/png' | 'image/jpeg' | 'image/webp'; readonly bytes: Uint8Array };

const mostBytes = 512 * 1024;

/**
 * A picture as it was sent, if it is one: told by its first bytes, not by a name, and kept without what it tells beside itself (place, camera, comments). Throws `persona.picture`.
 */
export function readPicture(base64: string): Picture {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  if (bytes.length > mostBytes) throw new ClienteleError('persona.picture', { detail: 'it is larger than 512 kB' });
  const starts = (...signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { type: 'image/png', bytes: barePng(bytes) };
  if (starts(0xff, 0xd8, 0xff)) return { type: 'image/jpeg', bytes: bareJpeg(bytes) };
  if (starts(0x52, 0x49, 0x46, 0x46) && String.fromCodePoint(...bytes.subarray(8, 12)) === 'WEBP') return { type: 'image/webp', bytes: bareWebp(bytes) };
  throw new ClienteleError('persona.picture', { detail: 'it is no PNG, JPEG or WebP' });
}

const broken = (): never => {
  throw new ClienteleError('persona.picture', { detail: 'the file is broken' });
};
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Chunks that draw, and no others; the file ends with the first end chunk. */
function barePng(bytes: Uint8Array): Uint8Array {
  const drawing = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs']);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = viewOf(bytes).getUint32(at);
    const name = String.fromCodePoint(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return broken();
    if (drawing.has(name)) kept.push(bytes.subarray(at, at + 12 + length));
    if (name === 'IEND') return new Uint8Array(Buffer.concat(kept));
    at += 12 + length;
  }
  return broken();
}

/** Without application segments (EXIF, XMP, IPTC) and comments, but for JFIF and Adobe's colours; what follows the scan is kept as it is. */
function bareJpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return broken();
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) {
      kept.push(bytes.subarray(at));
      return new Uint8Array(Buffer.concat(kept));
    }
    const length = viewOf(bytes).getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return broken();
    const told = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
    if (!told) kept.push(bytes.subarray(at, at + 2 + length));
    at += 2 + length;
  }
  return broken();
}

/** Without EXIF and XMP chunks; their flags in the extended header are taken away too. */
function bareWebp(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = String.fromCodePoint(...bytes.subarray(at, at + 4));
    const length = viewOf(bytes).getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > bytes.length) return broken();
    if (name !== 'EXIF' && name !== 'XMP ') {
      const chunk = bytes.slice(at, Math.min(end, bytes.length));
      if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c;
      kept.push(chunk);
    }
    at = end;
  }
  if (kept.length === 0) return broken();
  const body = Buffer.concat(kept);
  const head = new Uint8Array(12);
  head.set(bytes.subarray(0, 12));
  viewOf(head).setUint32(4, body.length + 4, true);
  return new Uint8Array(Buffer.concat([head, body]));
}
