import { afterAll, expect, test } from 'vitest';
import { editSegmentLater, openApp, realEffects } from '../../src/app/index.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

// A definition is in the control store before its members are in the warehouse, and before there is a job that works them out.
let server: TestServer | undefined;
afterAll(async () => {
  await server?.stop();
  await server?.remove();
});

test('crash after a definition was changed, before its members were worked out: the next start does', { timeout: 120_000 }, async () => {
  const first = await startTestServer('example');
  const made = await first.owner('POST', '/segments', { name: 'Mine', text: 'orders >= 1' });
  const everybody = (made.body as { members: number }).members;
  await first.stop();
  const app = await openApp(
    first.folder,
    realEffects(() => undefined),
  );
  const request = {
    text: 'orders >= 1 and orders < 1',
    name: undefined,
    folder: undefined,
    note: undefined,
    author: 'test',
    restore: undefined,
    asOf: undefined,
  };
  await editSegmentLater(app, 'mine', { ...request, include: [], exclude: [], unlist: [], freeze: false, thaw: false, dryRun: false }, undefined);
  await app.close();

  const again = await startTestServer({ folder: first.folder });
  server = again;
  expect(everybody).toBeGreaterThan(0);
  const look = async (): Promise<unknown> => {
    const { members, behind } = (await again.owner('GET', '/segments/mine')).body as { members: number; behind: boolean };
    return { members, behind };
  };
  await expect.poll(look, { timeout: 60_000 }).toEqual({ members: 0, behind: false });
  const jobs = (await again.owner('GET', '/jobs?kind=backfill')).body as { items: readonly { title: string }[] };
  expect(jobs.items.map(({ title }) => title)).toEqual(['Members of mine']);
});
