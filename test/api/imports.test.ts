import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DataSource, ImportReport, Job, LookedAt } from '../../src/contract/index.ts';
import { startServed } from '../served-process.ts';
import { type Call, caller, cookieOf, ownerPassword, startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('empty', { expects: /it answered 404 Not Found|did not answer: connect ECONNREFUSED/ });
});
afterAll(async () => {
  await server.stop();
  await server.remove();
});

const upload = async (call: Call, name: string, text: string): Promise<string> =>
  ((await call('POST', `/uploads?name=${name}`, text)).body as { readonly id: string }).id;

const begin = async (call: Call, path: string, body: unknown): Promise<string> => {
  const { status, body: job } = await call('POST', path, body);
  expect(status).toBe(202);
  return (job as Job).id;
};

/** Asks until a job is as wanted; the test's own limit ends what never comes. */
async function until(call: Call, id: string, wanted: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    const job = (await call('GET', `/jobs/${id}`)).body as Job;
    if (wanted(job)) return job;
    await pause(20);
  }
}
const over = (job: Job): boolean => ['done', 'failed', 'cancelled'].includes(job.status);
const reportsOf = (job: Job): readonly ImportReport[] => (job.result as { readonly reports: readonly ImportReport[] }).reports;
const sourcesOf = async (call: Call): Promise<readonly DataSource[]> =>
  ((await call('GET', '/sources')).body as { readonly items: readonly DataSource[] }).items;
const codes = (looked: LookedAt): readonly string[] => looked.problems.map(({ code }) => code);

type Said = Readonly<Record<string, unknown>>;
const cases: readonly { readonly what: string; readonly text: string; readonly first?: Said; readonly problems: readonly string[]; readonly fix: Said }[] = [
  {
    what: 'dates that could be either',
    text: 'Order ID,Customer ID,Date,Amount\n1,a,01/02/2026,1.50\n2,b,03/04/2026,2.50\n',
    problems: ['date.ambiguous'],
    fix: { options: { dateOrder: 'dmy' } },
  },
  {
    what: 'numbers that could be either',
    text: 'Order ID,Customer ID,Date,Amount\n1,a,2026-02-01,"1,234"\n2,b,2026-02-02,"5,678"\n',
    problems: ['number.ambiguous'],
    fix: { options: { decimal: 'point' } },
  },
  {
    what: 'both at once',
    text: 'Order ID,Customer ID,Date,Amount\n1,a,01/02/2026,"1,234"\n2,b,03/04/2026,"5,678"\n',
    problems: ['date.ambiguous', 'number.ambiguous'],
    fix: { options: { dateOrder: 'mdy', decimal: 'comma' } },
  },
  {
    what: 'no column for what is needed, which another column is',
    text: 'Order ID,Customer ID,Amount,Blah\n1,a,1.50,2026-02-01\n2,b,2.50,2026-02-02\n',
    first: { kind: 'orders', map: { Blah: 'ignore' } },
    problems: ['mapping.missing-field'],
    fix: { kind: 'orders', map: { Blah: 'ordered_at' } },
  },
  {
    what: 'no column for what is needed, which is the same for all',
    text: 'Order ID,Customer ID,Amount\n1,a,1.50\n2,b,2.50\n',
    first: { kind: 'orders' },
    problems: ['mapping.missing-field'],
    fix: { kind: 'orders', map: { "'2026-02-01'": 'ordered_at' } },
  },
  {
    what: 'a table that could be anything',
    text: 'Order ID,Qx\n1,3\n2,4\n',
    problems: ['mapping.unknown'],
    fix: { kind: 'customers', map: { 'Order ID': 'customer_id' } },
  },
  {
    what: 'a field that the kind has not',
    text: 'Order ID,Customer ID,Date,Amount\n1,a,2026-02-01,1.50\n2,b,2026-02-02,2.50\n',
    first: { kind: 'orders', map: { Amount: 'birthday' } },
    problems: ['mapping.invalid'],
    fix: { kind: 'orders', map: { Amount: 'total' } },
  },
];

test.each(cases)('$what: named when looked at, and once mended the file comes in', async ({ text, first = {}, problems, fix }) => {
  const id = await upload(server.owner, 'table.csv', text);
  const look = async (said: Said) =>
    ((await server.owner('POST', '/imports/look', { upload: id, ...said })).body as { readonly items: readonly LookedAt[] }).items[0];
  const before = await look(first);
  expect(before === undefined ? [] : codes(before)).toEqual(problems);
  if (problems.includes('mapping.missing-field')) expect(before?.columns.map(({ field }) => field)).toContain('order_id');
  const after = await look(fix);
  expect(after === undefined ? ['nothing'] : codes(after)).toEqual([]);
  const job = await until(server.owner, await begin(server.owner, '/imports/rehearse', { files: [{ upload: id, ...fix }] }), over);
  expect(job.error).toBeNull();
  expect(reportsOf(job)[0]).toMatchObject({ rows: 2, accepted: 2, rejected: 0, dry_run: true });
  await server.owner('DELETE', `/uploads/${id}`);
});

test('what is no file is not taken for one, and it is said how a file is sent', async () => {
  for (const [path, body] of [
    ['/uploads?name=orders.csv', { orders: [] }],
    ['/uploads?name=orders.csv', undefined],
    ['/backup-uploads', {}],
  ] as const)
    expect(await server.owner('POST', path, body)).toMatchObject({
      status: 415,
      body: { code: 'request.file-type', hint: 'Send its bytes as the body, with content-type application/octet-stream.' },
    });
});

test('what taking an import back would do is said exactly, and nothing changes by asking', async () => {
  // Two of three customers have an order from another file: one goes.
  const people = await upload(server.owner, 'people.csv', 'Customer ID,Email\nu1,u1@example.org\nu2,u2@example.org\nu3,u3@example.org\n');
  const orders = await upload(server.owner, 'their-orders.csv', 'Order ID,Customer ID,Date,Amount\nU1,u1,2026-02-13,1.50\nU2,u2,2026-02-14,2.50\n');
  const files = [{ upload: people }, { upload: orders }];
  const imported = await until(server.owner, await begin(server.owner, '/imports', { files }), over);
  const [first] = reportsOf(imported);
  const rehearsed = await until(server.owner, await begin(server.owner, '/imports/rehearse-undo', { imports: [first?.import] }), over);
  expect(rehearsed.result).toMatchObject({ undo: { removed: 3, restored: 0, customers: 1 } });
  expect((await server.owner('GET', `/imports/${first?.import ?? ''}`)).body).toMatchObject({ status: 'done' });
  const ids = reportsOf(imported).flatMap(({ import: id }) => id ?? []);
  const both = await until(server.owner, await begin(server.owner, '/imports/rehearse-undo', { imports: ids }), over);
  expect(both.result).toMatchObject({ undo: { removed: 5, customers: 3 } });
  for (const id of ids.toReversed())
    expect((await until(server.owner, ((await server.owner('DELETE', `/imports/${id}`)).body as Job).id, over)).status).toBe('done');
});

test('the dry run names the segments that a column without a value would break; one that is left out breaks none', async () => {
  const text = 'Customer ID,Email,Newsletter\nn1,n1@example.org,weekly\nn2,n2@example.org,daily\n';
  const first = await upload(server.owner, 'letters.csv', text);
  const map = { Newsletter: 'custom' };
  const brought = await until(
    server.owner,
    await begin(server.owner, '/imports', { files: [{ upload: first, kind: 'customers', source: 'letters', map }] }),
    over,
  );
  expect(brought.status).toBe('done');
  const made = await server.owner('POST', '/segments', { name: 'Weekly readers', text: 'newsletter = "weekly"' });
  expect(made.status).toBe(201);
  const again = await upload(server.owner, 'letters.csv', text.replaceAll(/weekly|daily/g, ''));
  const files = [{ upload: again, kind: 'customers', source: 'letters', map }];
  const rehearsed = await until(server.owner, await begin(server.owner, '/imports/rehearse', { files }), over);
  expect(reportsOf(rehearsed)[0]?.warnings.filter((warning) => warning.includes('Weekly readers'))).toEqual([
    'With this import nothing brings "newsletter" any more: 1 segment uses it and could not be computed then ("Weekly readers"). Leave its empty column out, so that what is known stays, or change what it asks for first.',
  ]);
  const kept = await until(server.owner, await begin(server.owner, '/imports/rehearse', { files: [{ ...files[0], map: { Newsletter: 'ignore' } }] }), over);
  expect(reportsOf(kept)[0]?.warnings.filter((warning) => warning.includes('Weekly readers'))).toEqual([]);
  await server.owner('DELETE', '/segments/weekly-readers');
  const [report] = reportsOf(brought);
  await until(server.owner, ((await server.owner('DELETE', `/imports/${report?.import ?? ''}`)).body as Job).id, over);
});

test('where a schedule reads from is tried before it is kept', async () => {
  const attempt = (from: object) => server.owner('POST', '/schedules/try', { from });
  const folder = await mkdtemp(join(tmpdir(), 'clientele-try-'));
  try {
    expect(await attempt({ kind: 'folder', path: join(folder, 'nowhere') })).toMatchObject({ body: { code: 'file.missing' } });
    expect(await attempt({ kind: 'folder', path: folder })).toMatchObject({ body: { code: 'file.unreadable' } });
    await writeFile(join(folder, 'orders.csv'), 'a,b\n1,2\n');
    expect((await attempt({ kind: 'folder', path: folder })).body).toEqual({ sentence: '1 file lies there that can be read.', names: ['orders.csv'] });
  } finally {
    await rm(folder, { recursive: true });
  }
  const shop = createServer((request, response) => {
    response.writeHead(request.url === '/export.csv' ? 200 : 404, { 'content-type': 'text/csv; charset=utf-8' }).end('a,b\n1,2\n');
  });
  await new Promise<void>((resolve) => void shop.listen(0, '127.0.0.1', resolve));
  const { port } = shop.address() as AddressInfo;
  expect((await attempt({ kind: 'url', url: `http://127.0.0.1:${port}/export.csv` })).body).toEqual({ sentence: 'It answers with text/csv.', names: [] });
  expect(await attempt({ kind: 'url', url: `http://127.0.0.1:${port}/gone.csv` })).toMatchObject({ status: 503, body: { code: 'schedule.unreachable' } });
  await new Promise((resolve) => void shop.close(resolve));
  // Nobody listens there any more.
  const database = await attempt({ kind: 'query', url: `postgresql://shop:secret@127.0.0.1:${port}/shop`, query: 'select 1' });
  expect(database).toMatchObject({ status: 503, body: { code: 'source.unreachable' } });
  expect(JSON.stringify(database.body)).not.toContain('secret');
});

test('a saved mapping is used by itself for the next file of just its columns, and for no other', async () => {
  const name = 'Meine Kunden';
  const mapping = {
    version: 1,
    preset: 'mapped',
    kind: 'customers',
    source: 'shop',
    options: { meanings: { 'jo mei': 'yes' } },
    columns: [
      { header: 'Adresse', field: 'email', confidence: 1, reason: 'header' },
      { header: 'Post', field: 'accepts_email', confidence: 1, reason: 'header' },
    ],
  };
  expect((await server.owner('PUT', `/mappings/${encodeURIComponent(name)}`, mapping)).status).toBe(200);
  const look = async (upload: string, said: object = {}) =>
    ((await server.owner('POST', '/imports/look', { upload, ...said })).body as { readonly items: readonly LookedAt[] }).items[0];
  const next = await upload(server.owner, 'next.csv', 'Post,Adresse\njo mei,a@example.org\n');
  expect(await look(next)).toMatchObject({ mapping: name, mappings: [name], columns: [{ field: 'accepts_email' }, { field: 'email' }] });
  expect(await look(next, { mapping: null })).toMatchObject({ mapping: null, mappings: [name] });
  // Rehearsed without a word, it is read as the look has shown.
  const rehearsed = await until(server.owner, await begin(server.owner, '/imports/rehearse', { files: [{ upload: next }] }), over);
  expect(reportsOf(rehearsed)[0]).toMatchObject({ kind: 'customers', accepted: 1, profiles_created: 1, warnings: [] });
  const orders = await upload(server.owner, 'orders.csv', 'Order ID,Customer ID,Date,Amount\n1,a,2026-02-13,1.50\n');
  expect(await look(orders)).toMatchObject({ kind: 'orders', mapping: null, mappings: [] });
  expect((await server.owner('DELETE', `/mappings/${encodeURIComponent(name)}`)).status).toBe(200);
});

test('the saved mapping of a recognised file brings the next one in', async () => {
  const text = 'Order ID,Customer ID,Date,Amount\n1,a,01/02/2026,1.50\n2,b,03/04/2026,2.50\n';
  const id = await upload(server.owner, 'mapped.csv', text);
  const { items } = (await server.owner('POST', '/imports/look', { upload: id, options: { dateOrder: 'mdy' } })).body as {
    readonly items: readonly LookedAt[];
  };
  const [looked] = items;
  const { kind, source, preset, columns, options } = looked ?? expect.fail('nothing was looked at');
  expect((await server.owner('PUT', '/mappings/Till%20export', { version: 1, kind, source, preset, columns, options })).status).toBe(200);
  const again = (await server.owner('POST', '/imports/look', { upload: id, mapping: 'Till export' })).body as { readonly items: readonly LookedAt[] };
  expect(again.items[0]).toMatchObject({ kind: 'orders', problems: [], options: { dateOrder: 'mdy' } });
  expect((await server.owner('DELETE', '/mappings/Till%20export')).status).toBe(200);
});

test('when the second file fails, the first is taken back', async () => {
  const good = await upload(server.owner, 'good.csv', 'Order ID,Customer ID,Date,Amount\n1,a,2026-02-01,1.50\n');
  const bad = await upload(server.owner, 'bad.csv', 'Order ID,Customer ID,Date,Amount\n1,a,01/02/2026,1.50\n');
  const job = await until(server.owner, await begin(server.owner, '/imports', { files: [{ upload: good }, { upload: bad, source: 'till' }] }), over);
  expect(job).toMatchObject({ status: 'failed', error: { code: 'date.ambiguous', parameters: { file: 'bad.csv', column: 'Date' } } });
  expect(await sourcesOf(server.owner)).toEqual([]);
  expect(await orders(server)).toBe(0);
});

/** 60,000 orders of two lines each, the customers 20,000. */
const bigOrders = 60_000;
function bigFile(): string {
  const lines = ['Order ID,Customer ID,Order Date,Product,Quantity,Unit Price'];
  for (let order = 0; order < bigOrders; order += 1)
    for (let line = 1; line <= 2; line += 1)
      lines.push(`o${order},c${order % 20_000},2026-03-${String((order % 28) + 1).padStart(2, '0')} 10:00:00,Product ${(order * line) % 50},${line},2.50`);
  return lines.join('\n');
}

async function orders({ service }: TestServer): Promise<number> {
  const { sql } = await import('../../src/sql/index.ts');
  return service.desk.read(async ({ warehouse }) => (await warehouse.row<{ n: number }>(sql`select count(*) as n from orders`))?.n ?? -1);
}

test('an import that is cancelled leaves nothing', async () => {
  const small = await upload(server.owner, 'small.csv', 'Product ID,Name,Price\np1,Beans,9.50\n');
  const big = await upload(server.owner, 'big.csv', bigFile());
  const id = await begin(server.owner, '/imports', { files: [{ upload: small, kind: 'products' }, { upload: big }] });
  await until(server.owner, id, ({ progress, status }) => progress?.label === 'recording' || status !== 'running');
  await server.owner('DELETE', `/jobs/${id}`);
  const job = await until(server.owner, id, over);
  expect(job.status).toBe('cancelled');
  expect([await orders(server), await sourcesOf(server.owner)]).toEqual([0, []]);
  // What was uploaded is still there, and comes in whole.
  const again = await until(server.owner, await begin(server.owner, '/imports', { files: [{ upload: small, kind: 'products' }, { upload: big }] }), over);
  expect(reportsOf(again).map(({ created }) => created)).toEqual([1, bigOrders]);
  const imported = reportsOf(again)[1]?.import ?? '';
  const undo = (await server.owner('DELETE', `/imports/${imported}`)).body as Job;
  expect((await until(server.owner, undo.id, over)).status).toBe('done');
  expect(await orders(server)).toBe(0);
  expect((await server.owner('GET', `/imports/${imported}`)).body).toMatchObject({ status: 'undone', report: { created: bigOrders } });
});

test('a server that is killed in the midst of an import ends it after its next start, every order counted once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-import-kill-'));
  const first = await startServed(folder);
  const owner = { email: 'owner@example.org', password: ownerPassword };
  const signedUp = await first.call('POST', '/session/owner', { ...owner, name: 'Olive' });
  const call = caller(first.url, { cookie: cookieOf(signedUp) });
  const products = await upload(call, 'products.csv', 'Product ID,Name,Price\np1,Beans,9.50\n');
  const big = await upload(call, 'big.csv', bigFile());
  const id = await begin(call, '/imports', { files: [{ upload: products, kind: 'products' }, { upload: big }] });
  // The products are in, the orders are under way.
  for (;;) {
    const { items } = (await call('GET', '/imports')).body as { readonly items: readonly { readonly status: string }[] };
    if (items.some(({ status }) => status === 'done') && items.length > 1) break;
    await pause(10);
  }
  await first.kill();

  const second = await startServed(folder);
  const again = caller(second.url, { cookie: cookieOf(await second.call('POST', '/session', owner)) });
  const job = await until(again, id, over);
  expect(job).toMatchObject({ status: 'done', attempt: 2 });
  expect(reportsOf(job).map(({ kind, created }) => [kind, created])).toEqual([
    ['products', 1],
    ['orders', bigOrders],
  ]);
  const { items } = (await again('GET', '/imports')).body as { readonly items: readonly { readonly status: string }[] };
  expect(items.filter(({ status }) => status === 'done')).toHaveLength(2);
  expect((await sourcesOf(again))[0]).toMatchObject({ orders: bigOrders, imports: 2 });
  await second.kill();
  await rm(folder, { recursive: true, force: true });
});
