import { expect, test } from 'vitest';
import { day, second } from '../core/index.ts';
import { bench } from './fixtures/bench.ts';
import { forget, recall, remember } from './idempotency.ts';

const named = { principal: 'person:p', key: 'a-key-of-mine', route: 'POST /api/v1/segments', request: '{"name":"Loyal"}' };
const answer = { status: 201, body: '{"id":"s1"}' };

test('the same request again gets the answer of the first, for 24 hours', async () => {
  const { context, pass } = await bench();
  expect(await recall(context, named)).toBeUndefined();
  await remember(context, named, answer);
  pass(day - second);
  expect(await recall(context, named)).toEqual(answer);
  pass(second);
  expect(await recall(context, named)).toBeUndefined();
});

test('while the first is at work the second waits its turn, of many at once one is first', async () => {
  const { context } = await bench();
  const answers = await Promise.allSettled([1, 2, 3, 4].map(() => recall(context, named)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(recall(context, named)).rejects.toMatchObject({ code: 'request.in-flight', status: 409 });
});

test('another request with the key is refused, another principal’s is not', async () => {
  const { context } = await bench();
  await recall(context, named);
  await remember(context, named, answer);
  for (const other of [{ request: '{"name":"loyal"}' }, { route: 'POST /api/v1/imports' }]) {
    await expect(recall(context, { ...named, ...other })).rejects.toMatchObject({ code: 'request.idempotency-mismatch', status: 422 });
  }
  expect(await recall(context, { ...named, principal: 'key:k' })).toBeUndefined();
});

test('a failure of ours and a crash free the key again, an answer stays', async () => {
  const { context, process } = await bench();
  await recall(context, named);
  await forget(context, named);
  expect(await recall(context, named)).toBeUndefined();
  await process().jobs.start();
  expect(await recall(context, named)).toBeUndefined();
  await remember(context, named, answer);
  await forget(context, named);
  await process().jobs.start();
  expect(await recall(context, named)).toEqual(answer);
});
