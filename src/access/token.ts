import { hash, timingSafeEqual } from 'node:crypto';
import type { AccessContext } from './context.ts';

/** A secret of 256 random bits, lower-case hex. */
export const newToken = ({ effects }: Pick<AccessContext, 'effects'>): string => `${effects.randomId()}${effects.randomId()}`;

/** Tokens are kept as this: a plain hash is enough for what can not be guessed, and a copy of the store signs nobody in. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** Equality of two hex digests, in a time that does not tell where they differ. */
export function sameDigest(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}
