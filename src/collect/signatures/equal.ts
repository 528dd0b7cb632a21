import { timingSafeEqual } from 'node:crypto';

/** Equality of two secrets in a time that does not tell where they differ. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

export const equalTexts = (one: string, other: string): boolean => equalBytes(Buffer.from(one), Buffer.from(other));
