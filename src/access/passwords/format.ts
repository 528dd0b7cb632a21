/** A hashed password with all that is needed to check against it. */
export type PasswordHash = { readonly salt: Buffer; readonly tag: Buffer } & (
  | { readonly algorithm: 'argon2id'; readonly memory: number; readonly passes: number; readonly parallelism: number }
  | { readonly algorithm: 'scrypt'; readonly logCost: number; readonly blockSize: number; readonly parallelism: number }
);

/** Written in the PHC string format: `$argon2id$v=19$m=19456,t=2,p=1$SALT$TAG`. */
export function formatHash(hash: PasswordHash): string {
  const end = `${base64(hash.salt)}$${base64(hash.tag)}`;
  switch (hash.algorithm) {
    case 'argon2id':
      return `$argon2id$v=19$m=${hash.memory},t=${hash.passes},p=${hash.parallelism}$${end}`;
    case 'scrypt':
      return `$scrypt$ln=${hash.logCost},r=${hash.blockSize},p=${hash.parallelism}$${end}`;
  }
}

/** Undefined when the text is not such a hash. */
export function parseHash(text: string): PasswordHash | undefined {
  const [, argon2, scrypt, salt = '', tag = ''] =
    /^\$(?:argon2id\$v=19\$(m=\d+,t=\d+,p=\d+)|scrypt\$(ln=\d+,r=\d+,p=\d+))\$([\w+/]+)\$([\w+/]+)$/.exec(text) ?? [];
  const [first = 0, second = 0, parallelism = 0] = ((argon2 ?? scrypt)?.match(/\d+/g) ?? []).map(Number);
  const bytes = { salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64'), parallelism };
  if (argon2 !== undefined) return { algorithm: 'argon2id', memory: first, passes: second, ...bytes };
  if (scrypt !== undefined) return { algorithm: 'scrypt', logCost: first, blockSize: second, ...bytes };
  return undefined;
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
