import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { startTestServer, type TestServer, writeKeyOf } from '../../test/test-server.ts';

export type WritesReport = {
  /** How often each call got which answer. */
  readonly answers: Readonly<Record<string, number>>;
  /** Answers of 5xx, and what the server logged. */
  readonly failed: readonly string[];
};

type World = { readonly server: TestServer; readonly key: string; readonly call: (method: string, path: string, body?: unknown) => Promise<unknown> };

/**
 * Many who change something at once while live data comes in, a file is imported, a backup is made and others look on and go away in the midst of an answer: on the example shop, for so many
 * seconds. Whatever they are refused, nobody is to be answered 5xx.
 */
export async function writeAllAtOnce(seconds: number, say: (text: string) => void): Promise<WritesReport> {
  const answers: Record<string, number> = {};
  const failed: string[] = [];
  const server = await startTestServer('example');
  await server.owner('POST', '/live-sources', { type: 'website', name: 'Page', slug: 'page' });
  const note = (what: string, status: number, text: string): void => {
    const answer = `${what} ${status}`;
    answers[answer] = (answers[answer] ?? 0) + 1;
    if (status >= 500) failed.push(`${answer}: ${text}`);
  };
  const call: World['call'] = async (method, path, body) => {
    const { status, text, body: answer } = await server.owner(method, path, body);
    note(`${method} ${path.replace(/\?.*/, '').replaceAll(/[^/]*\d[^/]*/g, ':id')}`, status, text);
    return answer;
  };
  const world = { server, key: await writeKeyOf(server, 'page'), call };
  const until = Date.now() + seconds * 1000;
  const again = async (work: (world: World) => Promise<unknown>, pause: number): Promise<void> => {
    while (Date.now() < until) {
      await work(world);
      await setTimeout(randomInt(pause));
    }
  };
  const visits = async (): Promise<void> => note('POST /v1/batch', ...(await visit(world)));
  await Promise.all([
    ...[visits, visits, visits].map((work) => again(work, 60)),
    ...[slot, slot, segment, preview, noteAbout, look, look, lookAndLeave].map((work) => again(work, 300)),
    // Whoever writes waits for these: more of them, and little else would be written.
    ...[settings, importFile, backup, merge].map((work) => again(work, 60_000)),
  ]);
  say(`${Object.values(answers).reduce((sum, count) => sum + count, 0)} calls`);
  try {
    await server.stop();
  } catch (error) {
    failed.push(String(error));
  }
  await server.remove();
  return { answers, failed };
}

const conditions = [
  'orders >= 2',
  'total_spent > 50',
  'count("Product Viewed" in last 2 hours) >= 1',
  'city = "Leeds"',
  'orders = 7',
  'context.cart_items >= 2',
];
const condition = (): string => (conditions[randomInt(conditions.length)] ?? '').replace(/\d+/, String(1 + randomInt(60)));
const somebody = (): string => `#${1 + randomInt(300)}`;
const text = (value: string) => ({ type: 'text', value });

/** One visitor of few hundred, some of whom say who they are, tell a trait (sometimes as another type than before) or order. */
async function visit({ server, key }: World): Promise<[status: number, text: string]> {
  const anonymousId = `visitor-${randomInt(400)}`;
  const said = () => ({ messageId: crypto.randomUUID(), anonymousId, timestamp: new Date().toISOString() });
  const order = { order_id: crypto.randomUUID(), total: 20 + randomInt(50), currency: 'GBP', products: [{ product_id: 'espresso', price: 10, quantity: 2 }] };
  const traits = { [`trait${randomInt(12)}`]: [randomInt(9), true, `word${randomInt(9)}`][randomInt(3)], city: 'Leeds' };
  const batch = [
    { ...said(), type: 'track', event: randomInt(9) > 0 ? 'Product Viewed' : `Event ${randomInt(30)}`, properties: { product_id: 'espresso', price: 9 } },
    ...(randomInt(3) > 0 ? [] : [{ ...said(), type: 'identify', ...(randomInt(2) > 0 ? { userId: `user-${randomInt(300)}` } : {}), traits }]),
    ...(randomInt(4) > 0 ? [] : [{ ...said(), type: 'track', event: 'Order Completed', properties: order }]),
  ];
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${server.url}/v1/batch`, { method: 'POST', headers, body: JSON.stringify({ writeKey: key, batch }) });
  return [answer.status, await answer.text()];
}

async function slot({ call }: World): Promise<void> {
  const slug = `slot-${randomInt(4)}`;
  const definition = {
    rules: [{ when: condition(), variant: 'some', content: text('Hello') }],
    default: { variant: 'default', content: text('') },
    schedule: null,
    browser: 'content',
  };
  await call('POST', '/slots', { name: slug, slug });
  await call('PATCH', `/slots/${slug}`, { definition });
  await call('POST', `/slots/${slug}/publish`, {});
  if (randomInt(4) === 0) await call('DELETE', `/slots/${slug}`);
}

async function segment({ call }: World): Promise<void> {
  const slug = `segment-${randomInt(1_000_000)}`;
  await call('POST', '/segments', { name: slug, slug, text: condition() });
  await call('PATCH', `/segments/${slug}`, { text: condition() });
  await call('DELETE', `/segments/${slug}`);
}

const preview = ({ call }: World): Promise<unknown> => call('POST', '/preview', { text: condition() });
const merge = ({ call }: World): Promise<unknown> => call('POST', '/merges', { one: somebody(), other: somebody() });
const noteAbout = ({ call }: World): Promise<unknown> => call('POST', `/customers/${encodeURIComponent(somebody())}/notes`, { text: 'Prefers decaf' });
const settings = async ({ call }: World): Promise<unknown> => call('PUT', '/settings/features', await call('GET', '/settings/features'));
const backup = ({ call }: World): Promise<unknown> => call('POST', '/backups', {});

async function importFile({ call }: World): Promise<void> {
  const rows = Array.from({ length: 30 }, () => `${crypto.randomUUID()},c${randomInt(90)},2026-0${1 + randomInt(9)}-15,${randomInt(90)}.50`);
  const { id } = (await call('POST', '/uploads?name=orders.csv', ['Order ID,Customer ID,Order Date,Total', ...rows].join('\n'))) as { readonly id: string };
  await call('POST', '/imports', { files: [{ upload: id }] });
}

const pages = ['/segments', '/customers?limit=20', '/vocabulary', '/insights/rfm', '/catalogue', '/quality', '/customers.csv?where=orders%20%3E%3D%203'];
const look = ({ call }: World): Promise<unknown> => call('GET', pages[randomInt(pages.length)] ?? '/segments');

async function lookAndLeave({ server }: World): Promise<void> {
  const path = ['/insights/cohorts', '/customers?where=total_spent%20%3E%203', '/insights/rfm'][randomInt(3)] ?? '';
  await fetch(`${server.url}/api/v1${path}`, { headers: { cookie: server.ownerCookie }, signal: AbortSignal.timeout(1 + randomInt(150)) })
    .then((answer) => answer.text())
    .catch(() => undefined);
}
