import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepServing, type Serving } from '../../src/api/index.ts';
import { openApp, realEffects } from '../../src/app/index.ts';
import type { BackupFile, Job, SegmentFileReport } from '../../src/contract/index.ts';
import { type Call, caller, cookieOf, ownerPassword } from '../test-server.ts';

// A server that opens its workspace again by itself: what the command line does with `restore` and `rebuild`, done while somebody looks on.
const orders = `Order ID,Customer ID,Date,Amount\n${['a', 'b', 'c'].map((who, index) => `${index + 1},${who},2026-02-0${index + 1},1.50`).join('\n')}\n`;
let folder = '';
let owner: Call;
let serving: Serving;
let times = 0;
const stop = Promise.withResolvers<void>();
let served: Promise<void> = Promise.resolve();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-upkeep-'));
  const first = Promise.withResolvers<void>();
  served = keepServing({
    open: () =>
      openApp(
        folder,
        realEffects(() => undefined),
        { create: {} },
      ),
    options: { host: '127.0.0.1', port: 0, version: 'test', webFolder: undefined, trustProxy: false, logLevel: 'silent' },
    until: stop.promise,
    serving: (now) => {
      serving = now;
      times += 1;
      first.resolve();
    },
  });
  await first.promise;
  const signed = await caller(serving.url, {})('POST', '/session/owner', { email: 'owner@example.org', password: ownerPassword, name: 'Olive Owner' });
  owner = caller(serving.url, { cookie: cookieOf(signed) });
});
afterAll(async () => {
  stop.resolve();
  await served;
  await rm(folder, { recursive: true, force: true });
});

const patience = { timeout: 60_000 };

async function over(id: string): Promise<Job> {
  const look = async (): Promise<Job> => (await owner('GET', `/jobs/${id}`)).body as Job;
  await expect.poll(async () => (await look()).status, patience).toMatch(/done|failed|cancelled/);
  return look();
}

/** Until the server has begun for the so-manyth time and answers. */
const begun = (wanted: number) =>
  expect
    .poll(
      async () => [
        times,
        await owner('GET', '/segments').then(
          ({ status }) => status,
          () => 0,
        ),
      ],
      patience,
    )
    .toEqual([wanted, 200]);
const list = async <T>(path: string): Promise<readonly T[]> => ((await owner('GET', path)).body as { readonly items: readonly T[] }).items;
const customers = async (): Promise<number> => ((await owner('GET', '/customers?limit=1')).body as { readonly everybody: number }).everybody;
const begin = async (path: string): Promise<Job> => (await owner('POST', path)).body as Job;

test('a backup is made, listed, and put back: what came after it is gone, and everybody answers to it at the same address', { timeout: 120_000 }, async () => {
  const upload = (await owner('POST', '/uploads?name=orders.csv', orders)).body as { readonly id: string };
  const { status } = await over(((await owner('POST', '/imports', { files: [{ upload: upload.id }] })).body as Job).id);
  expect(status).toBe('done');
  await owner('POST', '/segments', { name: 'Steady', text: 'orders >= 1' });
  const before = await list<{ slug: string }>('/segments');
  const made = (await over((await begin('/backups')).id)).result as BackupFile;
  expect(await list<BackupFile>('/backups')).toEqual([made]);
  await owner('POST', '/segments', { name: 'Too late', text: 'orders >= 100' });
  expect(await list('/segments')).toHaveLength(before.length + 1);

  const { url } = serving;
  await owner('POST', `/backups/${made.name}/restore`);
  await begun(2);
  expect(serving.url).toBe(url);
  expect((await list<{ slug: string }>('/segments')).map(({ slug }) => slug)).toEqual(before.map(({ slug }) => slug));
  // The session was begun before the backup was made. The making of the backup is not begun again by what is in it.
  expect(await list<Job>('/jobs?kind=backup')).toMatchObject([{ status: 'cancelled' }]);
  // The backup itself is none of what it replaced, which lies beside it.
  expect(await list<BackupFile>('/backups')).toEqual([made]);
  expect((await readFile(join(folder, 'replaced', 'control.sqlite'))).length).toBeGreaterThan(0);
});

test('a file that is no backup is refused and not kept; one from elsewhere can be brought', async () => {
  const [kept] = await list<BackupFile>('/backups');
  const refused = await owner('POST', '/backup-uploads', 'no backup at all');
  expect([refused.status, (refused.body as { code: string }).code]).toEqual([400, 'backup.invalid']);
  const bytes = new Uint8Array(await readFile(join(folder, 'backups', kept?.name ?? '')));
  const brought = await owner('POST', '/backup-uploads', bytes);
  expect(brought).toMatchObject({ status: 201, body: { bytes: kept?.bytes } });
  const { name } = brought.body as BackupFile;
  await owner('DELETE', `/backups/${name}`);
  expect(await list<BackupFile>('/backups')).toEqual([kept]);
  expect((await owner('GET', '/backups/..%2Fcontrol.sqlite')).status).toBe(404);
});

test('a rebuild makes the same customers from the kept inputs, and nobody writes after it until the server has begun anew', { timeout: 120_000 }, async () => {
  const [before, segments] = [await customers(), await list<{ slug: string; members: number }>('/segments')];
  const sizes = segments.map(({ slug, members }) => [slug, members]);
  expect(before).toBe(3);
  await begin('/rebuild');
  await begun(3);
  expect(await customers()).toBe(before);
  expect((await list<{ slug: string; members: number }>('/segments')).map(({ slug, members }) => [slug, members])).toEqual(sizes);
  expect(await list<Job>('/jobs?kind=rebuild')).toMatchObject([{ status: 'done', result: { profiles: before } }]);
});

test('a restore that a crash interrupts goes on where it was', async () => {
  const half = await mkdtemp(join(tmpdir(), 'clientele-restore-'));
  const open = async () =>
    openApp(
      half,
      realEffects(() => undefined),
      { create: { name: 'Old' } },
    );
  await (await open()).close();
  // The old store is aside, the new one has not arrived: what lies in `restored` is what comes.
  await mkdir(join(half, 'replaced.partial'));
  await rename(join(half, 'control.sqlite'), join(half, 'replaced.partial', 'control.sqlite'));
  const other = await mkdtemp(join(tmpdir(), 'clientele-restore-'));
  await (
    await openApp(
      other,
      realEffects(() => undefined),
      { create: { name: 'New' } },
    )
  ).close();
  await rename(other, join(half, 'restored'));
  const app = await open();
  expect(app.workspace.name).toBe('New');
  await app.close();
  const aside = await openApp(
    join(half, 'replaced'),
    realEffects(() => undefined),
  );
  expect(aside.workspace.name).toBe('Old');
  await aside.close();
  await rm(half, { recursive: true, force: true });
});

test('definitions go out as a file and come back; a dry run says what would change and changes nothing', async () => {
  const yaml = (await owner('GET', '/segments.yaml')).text;
  const apply = async (body: object): Promise<SegmentFileReport> => (await owner('POST', '/segments/apply', body)).body as SegmentFileReport;
  const same = await apply({ yaml, dry_run: true });
  expect([same.created, same.changed, same.deleted, same.differences]).toEqual([[], [], [], []]);
  const more = `${yaml.trimEnd()}\n  - slug: from-a-file\n    name: From a file\n    definition: orders >= 4\n`;
  expect(await apply({ yaml: more, dry_run: true })).toMatchObject({
    created: ['from-a-file'],
    differences: [{ slug: 'from-a-file', name: 'From a file', before: null, after: 'orders >= 4' }],
  });
  expect((await owner('GET', '/segments/from-a-file')).status).toBe(404);
  await apply({ yaml: more });
  expect((await owner('GET', '/segments/from-a-file')).body).toMatchObject({ text: 'orders >= 4' });
  expect(await apply({ yaml: more.replace('orders >= 4', 'orders >= 5'), dry_run: true })).toMatchObject({
    changed: ['from-a-file'],
    differences: [{ before: 'orders >= 4', after: 'orders >= 5' }],
  });
  expect(await apply({ yaml, dry_run: true, prune: true })).toMatchObject({ deleted: ['from-a-file'], differences: [{ after: null }] });
  const wrong = await owner('POST', '/segments/apply', { yaml: more.replace('orders >= 4', 'orders >>'), dry_run: true });
  expect(wrong).toMatchObject({ status: 400, body: { code: 'segment.file' } });
});

test('the report is made as a job, shown as a page that can reach nothing, and downloaded', { timeout: 60_000 }, async () => {
  const job = await over(((await owner('POST', '/reports', {})).body as Job).id);
  expect(job.status).toBe('done');
  const page = await owner('GET', `/reports/${job.id}`);
  expect(page.text).toMatch(/^<!doctype html>/i);
  expect(page.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  expect((await owner('GET', `/reports/${job.id}?download=yes`)).headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]*report\.html"/);
});
