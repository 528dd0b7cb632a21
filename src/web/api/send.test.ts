import { afterEach, expect, test, vi } from 'vitest';
import { Problem } from './problem.ts';
import { onSignedOut, send } from './send.ts';

afterEach(() => vi.unstubAllGlobals());

const address = 'http://localhost/api/v1/segments';
const answering = (response: Response) => {
  const seen: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    seen.push(request);
    return response;
  });
  return seen;
};

test('a write carries a key of its own, a read none', async () => {
  const seen = answering(new Response('{}'));
  await send(new Request(address, { method: 'POST', body: '{}' }));
  await send(new Request(address));
  expect(seen[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
  expect(seen[1]?.headers.has('idempotency-key')).toBe(false);
});

test('a problem document is thrown as it is', async () => {
  answering(new Response(JSON.stringify({ code: 'segment.unknown', title: 'There is no segment "x".', hint: 'See the list.' }), { status: 404 }));
  const error: unknown = await send(new Request(address)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Problem);
  expect((error as Problem).body).toMatchObject({ status: 404, code: 'segment.unknown', hint: 'See the list.' });
});

test('an answer that nobody can read, and none at all, are problems too', async () => {
  answering(new Response('<html>', { status: 502, statusText: 'Bad Gateway' }));
  await expect(send(new Request(address))).rejects.toMatchObject({ body: { status: 502, code: 'http.502' } });
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  await expect(send(new Request(address))).rejects.toMatchObject({ body: { code: 'unreachable' } });
});

test('401 tells whoever listens that the session has ended', async () => {
  answering(new Response('{}', { status: 401 }));
  const ended = vi.fn();
  const stop = onSignedOut(ended);
  await send(new Request(address)).catch(() => undefined);
  stop();
  expect(ended).toHaveBeenCalledTimes(1);
});
