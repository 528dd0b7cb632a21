import { ClienteleError } from '../../core/index.ts';

// A cursor is opaque to callers: today it holds how far the list was read.

/** How many entries come before this page. Throws `request.cursor` for what was never given out. */
export function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [, digits] = /^o(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (digits === undefined) throw new ClienteleError('request.cursor', { value: cursor });
  return Number(digits);
}

/** The next page's cursor, null after the last. */
export const nextOf = (offset: number, limit: number, total: number): string | null =>
  offset + limit < total ? Buffer.from(`o${offset + limit}`).toString('base64url') : null;
