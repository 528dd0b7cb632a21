import { afterEach, expect, test } from 'vitest';
import { openApp, realEffects } from '../../src/app/index.ts';
import type { Control } from '../../src/control/index.ts';
import { clearList, excludeFromSegment, freezeSegment, includeInSegment } from '../../src/segments/index.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

// A manual list is in the control store before the members that follow from it are in the warehouse. What is called here stops where a crash would have come between.
let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop();
  await server?.remove();
  server = undefined;
});

type Change = (context: { readonly control: Control; readonly author: string; readonly effects: ReturnType<typeof realEffects> }) => Promise<unknown>;

/** The customers of a segment, by their ids. */
async function members(of: TestServer, slug: string): Promise<readonly string[]> {
  const { text } = await of.owner('GET', `/segments/${slug}/export?format=json&fields=customer_id`);
  return (JSON.parse(text) as readonly { customer_id: string }[]).map(({ customer_id }) => customer_id);
}

const anybody = async (of: TestServer): Promise<string> => {
  const { body } = await of.owner('GET', '/customers?limit=1');
  return String((body as { items: readonly { customer_id: string }[] }).items[0]?.customer_id);
};

async function afterCrash(change: (who: string) => Change): Promise<{ readonly server: TestServer; readonly who: string }> {
  const first = await startTestServer('example');
  await first.owner('POST', '/segments', { name: 'Nobody', text: 'orders >= 1 and orders < 1' });
  await first.owner('POST', '/segments', { name: 'Everybody', text: 'orders >= 1 or orders < 1' });
  const who = await anybody(first);
  await first.stop();
  const effects = realEffects(() => undefined);
  const app = await openApp(first.folder, effects);
  await change(who)({ control: app.control, author: 'test', effects });
  await app.close();
  server = await startTestServer({ folder: first.folder });
  return { server, who };
}

const listed = (who: string) => [{ namespace: 'customer_id', value: who }];

test('crash after somebody was put on a list: the next start works the members out', { timeout: 120_000 }, async () => {
  const { server: again, who } = await afterCrash((one) => (context) => includeInSegment(context, 'nobody', listed(one)));
  await expect.poll(() => members(again, 'nobody'), { timeout: 60_000 }).toEqual([who]);
  // Of what is up to date nothing is worked out again.
  const jobs = (await again.owner('GET', '/jobs?kind=backfill')).body as { items: readonly { title: string }[] };
  expect(jobs.items.map(({ title }) => title)).toEqual(['Members of nobody']);
});

test('the same where somebody was excluded, frozen, or taken off a list again', { timeout: 120_000 }, async () => {
  const { server: again, who } = await afterCrash((one) => async (context) => {
    await excludeFromSegment(context, 'everybody', listed(one));
    await freezeSegment(context, 'nobody', listed(one));
    await includeInSegment(context, 'nobody', [{ namespace: 'customer_id', value: 'C-none' }]);
    await clearList(context, 'nobody', [{ namespace: 'customer_id', value: 'C-none' }]);
  });
  await expect.poll(async () => (await members(again, 'everybody')).includes(who), { timeout: 60_000 }).toBe(false);
  await expect.poll(() => members(again, 'nobody'), { timeout: 60_000 }).toEqual([who]);
});

test('a segment that was brought back holds whom it would hold had it never gone', { timeout: 120_000 }, async () => {
  server = await startTestServer('example');
  await server.owner('POST', '/segments', { name: 'Nobody', text: 'orders >= 1 and orders < 1' });
  const who = await anybody(server);
  await server.owner('PATCH', '/segments/nobody', { include: [who] });
  expect(await members(server, 'nobody')).toEqual([who]);
  await server.owner('DELETE', '/segments/nobody');
  expect((await server.owner('POST', '/segments/nobody/undelete')).status).toBe(200);
  expect(await members(server, 'nobody')).toEqual([who]);
  expect(((await server.owner('GET', '/segments/nobody')).body as { behind: boolean }).behind).toBe(false);
});
