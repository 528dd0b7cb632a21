import { expect, test } from 'vitest';
import type { Job, JobEvent } from '../contract/index.ts';
import { ClienteleError, day, second } from '../core/index.ts';
import { bench, type Process, quiet } from './fixtures/bench.ts';

const job = (kind: string, name: string): { readonly kind: string; readonly title: string; readonly request: string } => ({
  kind,
  title: `Work ${name}`,
  request: name,
});
const names = ({ working }: Process): readonly string[] => working.map(({ name }) => name);

async function submitAll(process: Process, kind: string, all: readonly string[]): Promise<readonly Job[]> {
  const made: Job[] = [];
  for (const name of all) made.push(await process.jobs.submit(job(kind, name)));
  await quiet();
  return made;
}

test('what writes is done one at a time and in order, light work beside it two at a time', async () => {
  const process = (await bench()).process();
  await process.jobs.start();
  await submitAll(process, 'write-again', ['w1', 'w2']);
  await submitAll(process, 'light-again', ['l1', 'l2', 'l3']);
  expect(names(process)).toEqual(['w1', 'l1', 'l2']);
  process.working[0]?.finish({ rows: 3 });
  await quiet();
  expect(names(process)).toEqual(['l1', 'l2', 'w2']);
  const { items } = await process.jobs.list({ status: 'done' });
  expect(items).toMatchObject([{ title: 'Work w1', result: { rows: 3 }, error: null, attempt: 1, request: 'w1' }]);
});

test('nothing is begun before start', async () => {
  const process = (await bench()).process();
  const [queued] = await submitAll(process, 'write-again', ['w']);
  expect(process.working).toEqual([]);
  expect(queued).toMatchObject({ status: 'queued', started_at: null, progress: null });
  await process.jobs.start();
  await quiet();
  expect(names(process)).toEqual(['w']);
});

test('failures are told by the catalogue, others as faults of ours', async () => {
  const process = (await bench()).process();
  await process.jobs.start();
  const [first, other] = await submitAll(process, 'light-again', ['a', 'b']);
  process.working[1]?.fail(new ClienteleError('file.missing', { file: 'orders.csv' }, { path: 'orders.csv' }));
  process.working[0]?.fail(new Error('boom'));
  await quiet();
  expect((await process.jobs.get(other?.id ?? '')).error).toMatchObject({ code: 'file.missing', message: 'There is no file orders.csv.', path: 'orders.csv' });
  expect((await process.jobs.get(first?.id ?? '')).error).toMatchObject({ code: 'internal' });
  await expect(process.jobs.get('none')).rejects.toMatchObject({ code: 'job.unknown' });
  await expect(process.jobs.submit(job('nonsense', 'x'))).rejects.toMatchObject({ code: 'job.kind' });
});

test('progress is written at once, then at most five times a second, and the last word is kept', async () => {
  const process = (await bench()).process();
  await process.jobs.start();
  const [made] = await submitAll(process, 'write-again', ['w']);
  const before = process.events.length;
  for (let done = 1; done <= 1000; done += 1) process.working[0]?.context.progress({ label: 'rows', done, total: 2000 });
  await quiet();
  expect(process.events.slice(before).map((event) => event.job.progress)).toEqual([{ label: 'rows', done: 1, total: 2000 }]);
  process.tick();
  await quiet();
  expect(process.events.slice(before).map((event) => event.job.progress?.done)).toEqual([1, 1000]);
  process.tick();
  await quiet();
  expect(process.events.slice(before)).toHaveLength(2);
  process.working[0]?.context.progress({ label: 'segments', done: 1 });
  process.working[0]?.context.progress({ label: 'segments', done: 2 });
  process.working[0]?.finish();
  await quiet();
  expect(await process.jobs.get(made?.id ?? '')).toMatchObject({ status: 'done', progress: { label: 'segments', done: 2, total: null }, result: null });
});

test('cancelling ends what waits at once and asks what runs', async () => {
  const process = (await bench()).process();
  await process.jobs.start();
  const [running, waiting] = await submitAll(process, 'write-fail', ['a', 'b', 'c']);
  expect(await process.jobs.cancel(waiting?.id ?? '')).toMatchObject({ status: 'cancelled', started_at: null });
  expect(await process.jobs.cancel(running?.id ?? '')).toMatchObject({ status: 'running', cancelling: true });
  await quiet();
  expect(await process.jobs.get(running?.id ?? '')).toMatchObject({ status: 'cancelled', cancelling: false, error: null });
  expect(names(process)).toEqual(['c']);
  await expect(process.jobs.cancel('none')).rejects.toMatchObject({ code: 'job.unknown' });
  expect(await process.jobs.cancel(running?.id ?? '')).toMatchObject({ status: 'cancelled' });
});

test('work that could not stop in time for a cancel is done', async () => {
  const process = (await bench()).process(false);
  await process.jobs.start();
  const [made] = await submitAll(process, 'write-again', ['a']);
  await process.jobs.cancel(made?.id ?? '');
  expect(process.working[0]?.context.signal.aborted).toBe(true);
  process.working[0]?.finish('all of it');
  await quiet();
  expect(await process.jobs.get(made?.id ?? '')).toMatchObject({ status: 'done', result: 'all of it' });
});

test('after a crash, work that may be begun anew is, other work has failed, what was being cancelled is', async () => {
  const place = await bench();
  const crashed = place.process(false);
  await crashed.jobs.start();
  const light = await submitAll(crashed, 'light-fail', ['l1', 'l2', 'l3']);
  const write = await submitAll(crashed, 'write-again', ['w1', 'w2']);
  await crashed.jobs.cancel(light[1]?.id ?? '');
  place.pass(second);

  const next = place.process();
  await next.jobs.start();
  await quiet();
  expect(await Promise.all(light.map(({ id }) => next.jobs.get(id)))).toMatchObject([
    { status: 'failed', error: { code: 'job.interrupted' }, finished_at: '2026-01-01T00:00:01.000Z' },
    { status: 'cancelled' },
    { status: 'running', attempt: 1 },
  ]);
  expect(await next.jobs.get(write[0]?.id ?? '')).toMatchObject({ status: 'running', attempt: 2, started_at: '2026-01-01T00:00:01.000Z' });
  expect(names(next)).toEqual(['w1', 'l3']);
});

test('work that breaks the server three times is left', async () => {
  const place = await bench();
  const first = place.process(false);
  await first.jobs.start();
  const [made] = await submitAll(first, 'write-again', ['poison']);
  const states: unknown[] = [];
  for (let crash = 0; crash < 3; crash += 1) {
    const next = place.process(false);
    await next.jobs.start();
    await quiet();
    const { status, attempt } = await next.jobs.get(made?.id ?? '');
    states.push([status, attempt]);
  }
  expect(states).toEqual([
    ['running', 2],
    ['running', 3],
    ['failed', 3],
  ]);
});

test('stopping waits, then asks to give up, then hands over', async () => {
  for (const heeds of [true, false]) {
    const place = await bench();
    const process = place.process(heeds);
    await process.jobs.start();
    const made = [...(await submitAll(process, 'write-again', ['w1', 'w2'])), ...(await submitAll(process, 'light-fail', ['l1', 'l2']))];
    const stopped = process.jobs.stop();
    await expect(process.jobs.submit(job('write-again', 'late'))).rejects.toMatchObject({ code: 'job.stopping' });
    process.working.find(({ name }) => name === 'l2')?.finish('in time');
    await quiet();
    expect(process.working.map(({ context }) => context.signal.aborted)).toEqual([false, false]);
    process.tick();
    await quiet();
    process.tick();
    await stopped;
    const states = await Promise.all(made.map(async ({ id }) => (await process.jobs.get(id)).status));
    expect(states, String(heeds)).toEqual(['queued', 'queued', 'failed', 'done']);
    const next = place.process();
    await next.jobs.start();
    await quiet();
    expect(names(next)).toEqual(['w1']);
    // What ends after it was handed over changes nothing any more.
    for (const piece of process.working) piece.finish('too late');
    await quiet();
    expect(await Promise.all(made.map(async ({ id }) => (await next.jobs.get(id)).status))).toEqual(['running', 'queued', 'failed', 'done']);
  }
});

test('lists go page by page, newest first, and hold still while jobs come', async () => {
  const process = (await bench()).process();
  const all = await submitAll(process, 'write-again', ['a', 'b', 'c', 'd', 'e']);
  const first = await process.jobs.list({ limit: 2 });
  expect(first.items.map(({ request }) => request)).toEqual(['e', 'd']);
  await submitAll(process, 'light-again', ['f']);
  const other = await process.jobs.list({ limit: 2, cursor: first.next ?? '' });
  const third = await process.jobs.list({ limit: 2, cursor: other.next ?? '' });
  expect([...other.items, ...third.items].map(({ request }) => request)).toEqual(['c', 'b', 'a']);
  expect(third.next).toBeNull();
  await process.jobs.cancel(all[1]?.id ?? '');
  expect((await process.jobs.list({ status: ['cancelled', 'done'] })).items.map(({ request }) => request)).toEqual(['b']);
  expect((await process.jobs.list({ kind: 'light-again' })).items).toHaveLength(1);
  for (const cursor of ['', 'x', 'a2k', '-1', "' or 1=1"]) await expect(process.jobs.list({ cursor })).rejects.toMatchObject({ code: 'request.cursor' });
});

test('a stream goes on where it broke off, also in another process', async () => {
  const place = await bench();
  const process = place.process();
  await process.jobs.start();
  const heard: JobEvent[] = [];
  const end = await process.jobs.follow(0, (event) => heard.push(event));
  await submitAll(process, 'write-again', ['a', 'b']);
  end();
  const last = heard.at(-1)?.id ?? 0;
  expect(last).toBe(await process.jobs.lastEvent());
  process.working[0]?.finish();
  await quiet();
  const missed: JobEvent[] = [];
  await place.process().jobs.follow(last, (event) => missed.push(event));
  expect(missed.map((event) => [event.job.request, event.job.status])).toEqual([
    ['a', 'done'],
    ['b', 'running'],
  ]);
  expect(missed.every((event) => event.id > last)).toBe(true);
  const restored: number[] = [];
  await process.jobs.follow(1_000_000, (event) => restored.push(event.id));
  expect(restored).toEqual(missed.map((event) => event.id));
  const ofOne: string[] = [];
  await process.jobs.follow(0, (event) => ofOne.push(`${String(event.job.request)} ${event.job.status}`), missed[1]?.job.id);
  await submitAll(process, 'light-again', ['c']);
  process.working.find(({ name }) => name === 'b')?.finish();
  await quiet();
  expect(ofOne).toEqual(['b running', 'b done']);
});

test('the same submission with the same key is one job', async () => {
  const process = (await bench()).process();
  const submission = { ...job('write-again', 'a'), person: 'p1', idempotencyKey: 'k' };
  const made = await Promise.all([1, 2, 3].map(() => process.jobs.submit(submission)));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  await expect(process.jobs.submit({ ...submission, request: 'b' })).rejects.toMatchObject({ code: 'request.idempotency-mismatch' });
  expect((await process.jobs.submit({ ...submission, person: 'p2' })).id).not.toBe(made[0]?.id);
});

test('finished jobs are kept for 90 days', async () => {
  const place = await bench();
  const process = place.process();
  await process.jobs.start();
  await submitAll(process, 'write-again', ['old', 'waiting']);
  process.working[0]?.finish();
  await quiet();
  place.pass(90 * day);
  await submitAll(process, 'light-again', ['x']);
  expect((await process.jobs.list()).items).toHaveLength(3);
  place.pass(day);
  await submitAll(process, 'light-again', ['y']);
  expect((await process.jobs.list()).items.map(({ request }) => request)).toEqual(['y', 'x', 'waiting']);
});

test('the same asked again while it waits or is at work is that job, whoever asks, and anything else a job of its own', async () => {
  const process = (await bench()).process();
  await process.jobs.start();
  const ask = async (name: string, person: string) => (await process.jobs.submit({ ...job('light-again', name), person, joins: true })).id;
  const first = await ask('a', 'p1');
  await quiet();
  expect(names(process)).toEqual(['a']);
  expect(await Promise.all([ask('a', 'p1'), ask('a', 'p2')])).toEqual([first, first]);
  const other = await ask('b', 'p1');
  const third = await ask('c', 'p1');
  expect(await ask('c', 'p2')).toBe(third);
  await quiet();
  expect(names(process)).toEqual(['a', 'b']);
  // One that somebody has given up is not what the next one asks for; one that is done is past.
  await process.jobs.cancel(third);
  expect(new Set([first, other, third])).not.toContain(await ask('c', 'p1'));
  process.working[0]?.finish();
  await quiet();
  expect(new Set([first, other, third])).not.toContain(await ask('a', 'p1'));
  // Asked without joining it is done once more.
  const [twice, again] = await submitAll(process, 'light-again', ['b', 'b']);
  expect(new Set([other, twice?.id, again?.id]).size).toBe(3);
});
