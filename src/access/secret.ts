import { readSetting } from '../control/index.ts';
import type { AccessContext } from './context.ts';
import { newToken } from './token.ts';

/** The workspace's own secret, 256 bits in hex, made when it is first needed: addresses hashed with it can not be looked up elsewhere. */
export async function readSecret(context: AccessContext): Promise<string> {
  const kept = await readSetting(context.control, key);
  if (typeof kept === 'string') return kept;
  await context.control
    .insertInto('settings')
    .values({ key, value: JSON.stringify(newToken(context)) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return readSecret(context);
}

const key = 'access.secret';
