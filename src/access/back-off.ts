import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { type Control, stamp } from '../control/index.ts';
import { ClienteleError, day, hour, type Instant, instant, minute, parseInstant, second } from '../core/index.ts';
import { normalEmail } from './clean.ts';
import type { AccessContext } from './context.ts';
import { readSecret } from './secret.ts';

/**
 * Slows guessing down: after some free attempts each further one must wait twice as long as the one before, by account and by
 * address. Kept in the store, so a restart forgives nothing; accounts that do not exist are counted like those that do, so that
 * waiting tells nothing either. An attempt counts as failed from its beginning, so that many at once gain nothing.
 *
 * @throws access.back-off with `retry_after` (seconds)
 */
export async function beginAttempt(context: AccessContext, who: Attempt): Promise<AttemptTicket> {
  const secret = await readSecret(context);
  const now = context.effects.now();
  const subjects: readonly Subject[] = [
    { subject: digest(secret, `account:${normalEmail(who.account)}`), rule: rules.account },
    { subject: digest(secret, `address:${addressGroup(who.address)}`), rule: rules.address },
  ];
  const wait = await context.control.transaction().execute(async (step) => {
    const kept = await step
      .selectFrom('access_failures')
      .selectAll()
      .where(
        'subject',
        'in',
        subjects.map(({ subject }) => subject),
      )
      .execute();
    const left = Math.max(0, ...kept.map(({ until }) => at(until) - now));
    if (left > 0) return Math.ceil(left / second);
    for (const { subject, rule } of subjects) {
      const before = kept.find((row) => row.subject === subject);
      const failures = before === undefined || now - at(before.at) >= rule.forget ? 1 : before.failures + 1;
      const row = { failures, at: stamp(now), until: stamp(instant(now + waitAfter(failures, rule))) };
      await step
        .insertInto('access_failures')
        .values({ subject, ...row })
        .onConflict((conflict) => conflict.column('subject').doUpdateSet(row))
        .execute();
    }
    await keepBounded(step, now);
    return 0;
  });
  if (wait > 0) throw new ClienteleError('access.back-off', { retry_after: wait }, { retry_after: wait });
  return { subjects: subjects.map(({ subject }) => subject) };
}

/** A success wipes the slate, for the account and for the address. */
export async function succeedAttempt({ control }: Pick<AccessContext, 'control'>, ticket: AttemptTicket): Promise<void> {
  await control.deleteFrom('access_failures').where('subject', 'in', ticket.subjects).execute();
}

export type Attempt = { readonly account: string; readonly address: string };
export type AttemptTicket = { readonly subjects: readonly string[] };

type Rule = { readonly free: number; readonly longest: number; readonly forget: number };
type Subject = { readonly subject: string; readonly rule: Rule };

/** An address may be a whole office. 15 minutes at most: nobody can lock an owner out for long. */
const rules: Readonly<Record<'account' | 'address', Rule>> = {
  account: { free: 5, longest: 15 * minute, forget: day },
  address: { free: 20, longest: 15 * minute, forget: hour },
};

/** After the free failures: 1, 2, 4, 8 … seconds. */
function waitAfter(failures: number, { free, longest }: Rule): number {
  return failures < free ? 0 : Math.min(longest, 2 ** (failures - free) * second);
}

/** Whoever holds one IPv6 address holds the network of 2^64 around it. */
export function addressGroup(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? front : [...front, ...Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

const mostRows = 10_000;

async function keepBounded(control: Control, now: Instant): Promise<void> {
  await control
    .deleteFrom('access_failures')
    .where('at', '<', stamp(instant(now - day)))
    .execute();
  const edge = await control.selectFrom('access_failures').select('at').orderBy('at', 'desc').offset(mostRows).limit(1).executeTakeFirst();
  if (edge !== undefined) await control.deleteFrom('access_failures').where('at', '<=', edge.at).execute();
}

const digest = (secret: string, text: string): string => createHmac('sha256', Buffer.from(secret, 'hex')).update(text).digest('hex');
const at = (text: string): Instant => parseInstant(text) ?? instant(0);
