import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalId } from '../../access/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { forget, recall, remember } from '../../jobs/index.ts';
import type { Context } from '../context.ts';
import type { Route } from '../route.ts';
import { catalogued, problemOf } from './problem.ts';
import type { Sent } from './send-answer.ts';

/**
 * With an `Idempotency-Key` a write happens once: the same request again gets the same answer, another one with that key an error.
 * A failure of ours frees the key, since a second try may do better. Answers that hold a secret are kept nowhere.
 */
export async function once(route: Route, context: Context, request: FastifyRequest, reply: FastifyReply, work: () => Promise<Sent>): Promise<void> {
  const key = request.headers['idempotency-key'];
  if (key === undefined || route.method === 'GET' || route.kind !== 'answer' || route.secret === true || context.principal.kind === 'anonymous') {
    await work();
    return;
  }
  if (typeof key !== 'string' || !/^[\w.:-]{8,128}$/.test(key))
    throw new ClienteleError('request.invalid', { detail: 'Idempotency-Key: 8 to 128 letters, digits or . _ : -' });
  const store = { control: context.desk.app.control, effects: context.desk.app.effects };
  const named = { principal: principalId(context.principal), key, route: `${request.method} ${request.url}`, request: JSON.stringify(request.body ?? null) };
  const before = await recall(store, named);
  if (before !== undefined) {
    const problem = before.status >= 400;
    void reply
      .status(before.status)
      .header('idempotent-replayed', 'true')
      .type(problem ? 'application/problem+json' : 'application/json')
      .send(before.body);
    return;
  }
  try {
    const sent = await work();
    if (sent === undefined) await forget(store, named);
    else await remember(store, named, { status: sent.status, body: JSON.stringify(sent.body) });
  } catch (error) {
    const { status } = catalogued(error);
    if (status >= 500) await forget(store, named);
    else await remember(store, named, { status, body: JSON.stringify(problemOf(error)) });
    throw error;
  }
}
