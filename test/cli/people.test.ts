import { expect, test } from 'vitest';
import { ownerPassword, startTestServer } from '../test-server.ts';
import { run } from './run.ts';

test('a sole owner who has forgotten the password gets back in from the command line', async () => {
  const first = await startTestServer('empty');
  // Beside the running server: who has locked themselves out need not stop it.
  expect((await run(['people', 'link', 'owner@example.org', '--data', first.folder])).code).toBe(0);
  await first.stop();
  const listed = await run(['people', '--data', first.folder]);
  expect(listed.stdout).toContain('owner@example.org  Olive Owner  owner  active  sees personal data');
  const { stdout, code } = await run(['people', 'link', 'Owner@Example.org', '--data', first.folder]);
  expect(code).toBe(0);
  const token = /^\/link#(\S+)$/m.exec(stdout)?.[1];
  expect((await run(['people', 'link', 'nobody@example.org', '--data', first.folder])).code).not.toBe(0);

  // The old password still works, as nobody has used the link.
  const again = await startTestServer({ folder: first.folder });
  const password = 'another horse entirely';
  expect((await again.anonymous('POST', '/links/use', { token, password })).status).toBe(200);
  expect((await again.anonymous('POST', '/session', { email: 'owner@example.org', password: ownerPassword })).status).toBe(401);
  expect((await again.anonymous('POST', '/session', { email: 'owner@example.org', password })).status).toBe(200);
  // It works once, and what it did ended the sessions of before.
  expect((await again.anonymous('POST', '/links/use', { token, password })).status).toBe(422);
  expect((await again.owner('GET', '/people')).status).toBe(401);
  await again.stop();
  await again.remove();
});
