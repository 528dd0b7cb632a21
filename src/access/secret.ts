import { createHmac } from 'node:crypto';
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

/** Eight hex digits that tell this workspace from others: browsers keep one set of cookies for all ports of a host. */
export const workspaceTag = async (context: AccessContext): Promise<string> =>
  createHmac('sha256', Buffer.from(await readSecret(context), 'hex'))
    .update('workspace tag')
    .digest('hex')
    .slice(0, 8);

const key = 'access.secret';
