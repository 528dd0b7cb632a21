import { expect, test } from 'vitest';
import { createAskers } from './askers.ts';

test('what waits for a pause goes on when nobody asks, and not while somebody is being answered', async () => {
  const askers = createAskers();
  const ended = askers.began();
  let quiet = false;
  const wait = async (): Promise<void> => {
    await askers.quiet();
    quiet = true;
  };
  const waited = wait();
  await Promise.resolve();
  expect(quiet).toBe(false);
  ended();
  await waited;
  expect(quiet).toBe(true);
});

test('a server that stops keeps nobody waiting', async () => {
  const askers = createAskers();
  askers.began();
  const waited = askers.quiet();
  askers.letGo();
  await waited;
});
