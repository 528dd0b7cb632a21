import { createHash } from 'node:crypto';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { fromBitmap } from './bitmap.ts';

/**
 * Conditions that something needs answered at once, such as the rules of slots, are kept like segments, evaluated with them by whoever
 * evaluates segments, and shown nowhere: their slug is made from their text and begins with a sign that no other slug has.
 */
export const hiddenSlug = (text: string): string => `~${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;

export const isHidden = (slug: string): boolean => slug.startsWith('~');

/** Everybody's memberships as they were stored last, hidden conditions included: slug → profile numbers in order. */
export async function allMembers(warehouse: Warehouse): Promise<ReadonlyMap<string, Uint32Array>> {
  const rows = await warehouse.rows<{ segment: string; bitmap: Uint8Array | null }>(sql`select segment, bitmap from members`);
  const found = new Map<string, Uint32Array>();
  for (const { segment, bitmap } of rows) if (bitmap !== null) found.set(segment, await fromBitmap(bitmap));
  return found;
}

/** Slugs of hidden conditions that are stored. */
export async function storedHidden(warehouse: Warehouse): Promise<readonly string[]> {
  return (await warehouse.rows<{ segment: string }>(sql`select segment from members where starts_with(segment, '~')`)).map(({ segment }) => segment);
}
