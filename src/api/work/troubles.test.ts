import { expect, test } from 'vitest';
import type { NoticeDraft } from '../../contract/index.ts';
import { ClienteleError, hour, type Instant, instant, minute, parseInstant } from '../../core/index.ts';
import { patiently } from './patiently.ts';
import { openTroubles, type Unattended } from './troubles.ts';

const figures: Unattended = { work: 'refresh', title: 'Figures could not be brought up to date', advice: 'It is tried again within an hour.' };

function world() {
  let now: Instant = parseInstant('2026-06-01T12:00:00Z') ?? expect.fail('a moment');
  const logged: { readonly text: string; readonly fields: object }[] = [];
  const raised: NoticeDraft[] = [];
  let full = false;
  const troubles = openTroubles({
    now: () => now,
    zone: () => 'UTC',
    log: { error: (fields, text) => void logged.push({ text, fields }) },
    raise: async (draft) => {
      if (full) throw new Error('database or disk is full');
      raised.push(draft);
    },
  });
  return {
    troubles,
    logged,
    raised,
    now: () => now,
    pass: (time: number): void => {
      now = instant(now + time);
    },
    fill: (): void => {
      full = true;
    },
  };
}

test('trouble is told with what, why and what to do, and the same again an hour later at the soonest', () => {
  const { troubles, logged, raised, pass } = world();
  troubles.failed(figures, new ClienteleError('folder.exists', { name: 'Spring' }));
  expect(logged).toMatchObject([{ text: figures.title, fields: { work: 'refresh', advice: expect.stringContaining(figures.advice) } }]);
  const { message, screenHint } = new ClienteleError('folder.exists', { name: 'Spring' });
  expect(raised).toMatchObject([
    {
      key: 'job:refresh:2026-06-01',
      kind: 'job',
      subject: { type: 'job', id: 'refresh' },
      title: figures.title,
      sentence: `${message} ${screenHint} ${figures.advice}`,
    },
  ]);
  // What is in no catalogue may hold what customers typed: the log has it, the notice says where.
  troubles.failed(figures, new Error('could not convert ann@example.com in line 7'));
  expect(raised[1]?.sentence).not.toContain('ann@');
  expect(raised[1]?.sentence).toContain('log');
  pass(hour - 1);
  troubles.failed(figures, new Error('could not convert ann@example.com in line 81'));
  expect(logged).toHaveLength(2);
  // Other work has troubles of its own.
  troubles.failed({ ...figures, work: 'watch' }, new Error('could not convert ann@example.com in line 7'));
  expect(logged).toHaveLength(3);
  pass(1);
  troubles.failed(figures, new Error('could not convert ann@example.com in line 9'));
  expect(logged).toHaveLength(4);
});

test('where no notice can be kept either, the log says so', async () => {
  const { troubles, logged, fill } = world();
  fill();
  troubles.failed(figures, new Error('database or disk is full'));
  await Promise.resolve();
  await Promise.resolve();
  expect(logged.map(({ text }) => text)).toEqual([figures.title, `${figures.title}, and no notice of it could be kept`]);
});

test('what failed is left alone for twice as long each time, and from its next success on is as it was', async () => {
  const { troubles, logged, now, pass } = world();
  let stopped = false;
  const attempt = patiently(now, troubles, () => stopped);
  let fails = true;
  const at: number[] = [];
  const began = now();
  const work = async (): Promise<void> => {
    at.push((now() - began) / minute);
    if (fails) throw new Error('no room');
  };
  for (let tick = 0; tick <= 4 * 60; tick += 1) {
    await attempt(figures, work);
    pass(minute / 4);
  }
  expect(at).toEqual([0, 1, 3, 7, 15, 31]);
  expect(logged).toHaveLength(1);
  pass(4 * hour);
  fails = false;
  await attempt(figures, work);
  fails = true;
  await attempt(figures, work);
  expect(at).toHaveLength(8);
  pass(minute);
  await attempt(figures, work);
  expect(at).toHaveLength(9);
  // What a server that stops cuts short has not failed.
  stopped = true;
  pass(2 * minute);
  const told = logged.length;
  await attempt(figures, () => Promise.reject(new Error('interrupted')));
  expect(logged).toHaveLength(told);
});
