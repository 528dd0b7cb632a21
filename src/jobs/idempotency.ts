import { createHash } from 'node:crypto';
import { stamp } from '../control/index.ts';
import { ClienteleError, day, instant } from '../core/index.ts';
import type { JobsContext } from './jobs-context.ts';

/** A write that may come twice. `request` is its body as text, of which only a hash is kept. */
export type NamedRequest = {
  readonly principal: string;
  readonly key: string;
  /** Method and path. */
  readonly route: string;
  readonly request: string;
};

/** `body` is the answer's text. Answers that hold a secret should not be kept. */
export type KeptAnswer = { readonly status: number; readonly body: string };

/**
 * Asks for the answer that an earlier request with this key got. Undefined: it is the first, and now counts as at work until
 * `remember` or `forget` is called. Of two at once one is the first.
 *
 * @throws request.idempotency-mismatch, request.in-flight
 */
export async function recall({ control, effects }: JobsContext, named: NamedRequest): Promise<KeptAnswer | undefined> {
  const { principal, key, route } = named;
  const now = effects.now();
  const hash = createHash('sha256').update(named.request).digest('hex');
  const before = await control.transaction().execute(async (step) => {
    const kept = await step.selectFrom('idempotency_keys').selectAll().where('principal', '=', principal).where('key', '=', key).executeTakeFirst();
    if (kept !== undefined && kept.at > stamp(instant(now - day))) return kept;
    const row = { principal, key, route, request_sha256: hash, status: null, response: null, at: stamp(now) };
    await step.replaceInto('idempotency_keys').values(row).execute();
    return undefined;
  });
  if (before === undefined) return undefined;
  if (before.route !== route || before.request_sha256 !== hash) throw new ClienteleError('request.idempotency-mismatch');
  if (before.status === null || before.response === null) throw new ClienteleError('request.in-flight');
  return { status: before.status, body: before.response };
}

/** Keeps the answer for 24 hours. */
export async function remember(
  { control }: Pick<JobsContext, 'control'>,
  { principal, key }: Pick<NamedRequest, 'principal' | 'key'>,
  answer: KeptAnswer,
): Promise<void> {
  await control
    .updateTable('idempotency_keys')
    .set({ status: answer.status, response: answer.body })
    .where('principal', '=', principal)
    .where('key', '=', key)
    .execute();
}

/** Lets the key be used again: for failures of ours, which a second try may mend. */
export async function forget({ control }: Pick<JobsContext, 'control'>, { principal, key }: Pick<NamedRequest, 'principal' | 'key'>): Promise<void> {
  await control.deleteFrom('idempotency_keys').where('principal', '=', principal).where('key', '=', key).where('status', 'is', null).execute();
}

/** Requests that a crash cut off have no answer: their keys are free again. */
export async function settleInFlight({ control }: Pick<JobsContext, 'control'>): Promise<void> {
  await control.deleteFrom('idempotency_keys').where('status', 'is', null).execute();
}
