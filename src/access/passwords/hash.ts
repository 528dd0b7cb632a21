import { type Argon2Parameters, argon2, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { formatHash, type PasswordHash, parseHash } from './format.ts';

/**
 * Hashes a password with argon2id (RFC 9106; 19 MiB, 2 passes: OWASP's smallest advice, for small machines), or with
 * scrypt (N = 2^17, r = 8) where this Node has no argon2. The text holds algorithm, parameters and salt, so that they can
 * grow later without locking anybody out.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const empty = { ...strongest, salt, tag: Buffer.alloc(32) };
  return formatHash({ ...empty, tag: await derive(password, empty) });
}

/**
 * Whether the password is the one that was hashed. Without a hash (unknown account, invitation not taken up) the same work is
 * done on a decoy, so that the time taken does not tell whether an account exists.
 */
export async function verifyPassword(password: string, kept: string | null): Promise<boolean> {
  const hash = kept === null ? undefined : parseHash(kept);
  const against = hash ?? { ...strongest, salt: Buffer.alloc(16), tag: Buffer.alloc(32) };
  const same = timingSafeEqual(await derive(password, against), against.tag);
  return hash !== undefined && same;
}

/** True when a hash was made with other parameters than are used now: the next sign-in renews it. */
export function isOutdated(kept: string): boolean {
  const hash = parseHash(kept);
  return hash === undefined || formatHash({ ...strongest, salt: hash.salt, tag: hash.tag }) !== kept;
}

/** Node before 24.7 has no argon2. */
const strongest =
  typeof argon2 === 'function'
    ? ({ algorithm: 'argon2id', memory: 19_456, passes: 2, parallelism: 1 } as const)
    : ({ algorithm: 'scrypt', logCost: 17, blockSize: 8, parallelism: 1 } as const);

const deriveArgon2 = promisify((parameters: Argon2Parameters, done: (error: Error | null, tag: Buffer) => void) => argon2('argon2id', parameters, done));
const deriveScrypt = promisify(
  (
    password: Buffer,
    salt: Buffer,
    length: number,
    options: { N: number; r: number; p: number; maxmem: number },
    done: (error: Error | null, tag: Buffer) => void,
  ) => scrypt(password, salt, length, options, done),
);

function derive(password: string, hash: PasswordHash): Promise<Buffer> {
  // One character can be written in several ways; keyboards differ (NIST SP 800-63B asks for this form).
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  switch (hash.algorithm) {
    case 'argon2id':
      return deriveArgon2({ message, nonce: hash.salt, memory: hash.memory, passes: hash.passes, parallelism: hash.parallelism, tagLength: hash.tag.length });
    case 'scrypt': {
      const options = { N: 2 ** hash.logCost, r: hash.blockSize, p: hash.parallelism, maxmem: 2 ** (hash.logCost + 8) * hash.blockSize };
      return deriveScrypt(message, hash.salt, hash.tag.length, options);
    }
  }
}
