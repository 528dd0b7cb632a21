import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeSchedule, createSchedule, type Desk, deleteSchedule, listSchedules, openApp, openDesk } from '../../app/index.ts';
import type { Job, NewSchedule } from '../../contract/index.ts';
import { type Instant, parseInstant } from '../../core/index.ts';
import { createJobs, type Jobs } from '../../jobs/index.ts';
import { jobHandlers } from './index.ts';
import { runDueSchedules, startSchedule } from './schedules.ts';

// A clock that is set by hand: London, winter and summer time.
let now: Instant;
const setClock = (text: string): void => {
  now = parseInstant(text) ?? expect.fail(text);
};
let folder: string;
let desk: Desk;
let jobs: Jobs;
let close: () => Promise<void>;
let count = 0;

beforeAll(async () => {
  setClock('2026-03-27T12:00:00Z');
  folder = await mkdtemp(join(tmpdir(), 'clientele-schedules-'));
  const randomId = () => (count += 1).toString(16).padStart(32, '0');
  const app = await openApp(join(folder, 'data'), { now: () => now, randomId, progress: () => undefined }, { create: {} });
  desk = await openDesk(app, 1);
  jobs = createJobs({ control: app.control, effects: app.effects, handlers: jobHandlers(desk) });
  await jobs.start();
  close = async () => {
    await jobs.stop();
    await desk.close();
    await app.close();
  };
});
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

const daily = (name: string, from: NewSchedule['from']): NewSchedule => ({
  name,
  from,
  said: { map: {}, options: {}, read: {} },
  every: 'day',
  at: '07:30',
  weekday: null,
});
const ended = async (id: string): Promise<Job> =>
  new Promise((resolve, reject) => {
    const stop = jobs.subscribe(({ job }) => {
      if (job.id === id && ['done', 'failed', 'cancelled'].includes(job.status)) {
        stop();
        resolve(job);
      }
    });
    jobs.get(id).then((job) => (['done', 'failed', 'cancelled'].includes(job.status) ? resolve(job) : undefined), reject);
  });
const runAll = async (): Promise<readonly Job[]> => Promise.all((await runDueSchedules({ desk, jobs })).map(({ id }) => ended(id)));
const shown = async (id: string) => (await listSchedules(desk.app)).find((one) => one.id === id) ?? expect.fail('the schedule is gone');
const order = (id: number) => `Order ID,Customer ID,Date,Amount\n${id},a,2026-02-01,1.50\n`;

test('a folder is read at its clock time, over summer time too, and what has not changed is left alone', async () => {
  const files = await mkdtemp(join(folder, 'files-'));
  await writeFile(join(files, 'one.csv'), order(1));
  const { id, next_at } = await createSchedule(desk.app, daily('Till', { kind: 'folder', path: files }), 'Olive');
  expect(next_at).toBe('2026-03-28T07:30:00Z');
  expect(await runAll()).toEqual([]);

  // A quarter of a second late, which as a text stands before the whole second.
  setClock('2026-03-28T07:30:00.25Z');
  expect((await runAll()).map(({ status }) => status)).toEqual(['done']);
  // London's clocks go forward in the night to 29 March: half past seven is half past six in UTC.
  expect(await shown(id)).toMatchObject({ next_at: '2026-03-29T06:30:00Z', last: { status: 'done', rows: 1, unchanged: 0 } });

  await writeFile(join(files, 'two.csv'), order(2));
  // The server slept for three days: one run makes up for them.
  setClock('2026-04-01T09:00:00Z');
  expect(await runAll()).toHaveLength(1);
  expect(await shown(id)).toMatchObject({ next_at: '2026-04-02T06:30:00Z', last: { rows: 1, unchanged: 1 } });

  setClock('2026-04-02T06:30:00Z');
  await runAll();
  expect(await shown(id)).toMatchObject({ last: { status: 'done', rows: 0, unchanged: 2 } });
  await changeSchedule(desk.app, id, { enabled: false });
  setClock('2026-04-09T06:30:00Z');
  expect(await runAll()).toEqual([]);
  await deleteSchedule(desk.app, id);
});

test('a failing schedule says why, and nothing piles up while one is at work', async () => {
  const { id } = await createSchedule(desk.app, daily('Gone', { kind: 'folder', path: join(folder, 'nowhere') }), 'Olive');
  setClock('2026-04-10T06:30:00Z');
  const [job] = await runAll();
  expect(job).toMatchObject({ status: 'failed', error: { code: 'file.missing' }, request: { schedule: id } });
  expect(await shown(id)).toMatchObject({ enabled: true, last: { status: 'failed', error: { code: 'file.missing' } } });
  const [first, second] = [await startSchedule({ desk, jobs }, { id, name: 'Gone' }, null), await startSchedule({ desk, jobs }, { id, name: 'Gone' }, null)];
  await ended(first.id);
  await ended(second.id);
  await deleteSchedule(desk.app, id);
});

test('an address is read with its password, which nobody is shown', async () => {
  const asked: (string | undefined)[] = [];
  const shop = createServer((request, response) => {
    asked.push(request.headers.authorization);
    if (request.url?.startsWith('/broken') === true) response.writeHead(500).end();
    else response.end(order(3));
  });
  await new Promise<void>((ready) => shop.listen(0, '127.0.0.1', ready));
  const host = `127.0.0.1:${(shop.address() as AddressInfo).port}`;
  const url = `http://olive:s3cret@${host}/export.csv?token=abc&page=1`;
  const created = await createSchedule(desk.app, daily('Shop', { kind: 'url', url }), 'Olive');
  expect(JSON.stringify(created)).not.toMatch(/s3cret|abc/);
  const stars = created.from.kind === 'url' ? created.from.url : '';
  // Sent back as it was shown, it keeps its password.
  await changeSchedule(desk.app, created.id, { name: 'Web shop', from: { kind: 'url', url: stars } });
  const job = await ended((await startSchedule({ desk, jobs }, { id: created.id, name: 'Web shop' }, null)).id);
  expect(job).toMatchObject({ status: 'done', result: { reports: [{ rows: 1, file: 'export.csv' }], unchanged: 0 } });
  expect(asked).toEqual([`Basic ${Buffer.from('olive:s3cret').toString('base64')}`]);
  expect(JSON.stringify(job)).not.toMatch(/s3cret|abc/);

  await changeSchedule(desk.app, created.id, { from: { kind: 'url', url: `http://olive:s3cret@${host}/broken` } });
  const failed = await ended((await startSchedule({ desk, jobs }, { id: created.id, name: 'Web shop' }, null)).id);
  expect(failed).toMatchObject({ status: 'failed', error: { code: 'schedule.unreachable' } });
  expect(JSON.stringify(failed)).not.toContain('s3cret');
  await new Promise((closed) => shop.close(closed));
});

test('only addresses of the kind that was chosen are taken', async () => {
  await expect(createSchedule(desk.app, daily('x', { kind: 'url', url: 'file:///etc/passwd' }), 'Olive')).rejects.toMatchObject({ code: 'schedule.address' });
  await expect(createSchedule(desk.app, daily('x', { kind: 'query', url: 'http://x', query: 'select 1' }), 'Olive')).rejects.toMatchObject({
    code: 'schedule.address',
  });
});
