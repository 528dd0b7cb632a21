import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createSchedule, type Desk, listSchedules, openApp, openDesk, realEffects } from '../../app/index.ts';
import { setCounter } from '../../warehouse/index.ts';
import { instant } from '../../core/index.ts';
import { createJobs } from '../../jobs/index.ts';
import { createAskers } from '../askers.ts';
import { jobHandlers } from './index.ts';
import { runDueSchedules } from './schedules.ts';
import { startScheduler } from './scheduler.ts';

type World = { readonly desk: Desk; readonly jobs: ReturnType<typeof createJobs>; readonly close: () => Promise<void>; readonly pass: (time: number) => void };

async function open(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-scheduler-'));
  const real = realEffects(() => undefined);
  let ahead = 0;
  const app = await openApp(join(folder, 'data'), { ...real, now: () => instant(real.now() + ahead) }, { create: {} });
  const desk = await openDesk(app, 1);
  return {
    desk,
    jobs: createJobs({ control: app.control, effects: app.effects, handlers: jobHandlers(desk) }),
    pass: (time) => {
      ahead += time;
    },
    close: async () => {
      await desk.close();
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

test('what fails is told, is not tried at every tick, and keeps the rest from nothing', async () => {
  const { desk, jobs, close, pass } = await open();
  // Facts of which nothing is made yet.
  await setCounter(desk.app.warehouse, 'facts_version', 1);
  const told: string[] = [];
  let refreshes = 0;
  const broken: Desk = {
    ...desk,
    write: async () => {
      refreshes += 1;
      throw new Error('no room on the disk');
    },
  };
  let looked = 0;
  const listed = {
    ...jobs,
    list: (filter: Parameters<typeof jobs.list>[0]) => {
      looked += 1;
      return jobs.list(filter);
    },
  };
  const failed = ({ work }: { readonly work: string }): void => void told.push(work);
  const scheduler = startScheduler({ desk: broken, jobs: listed, askers: createAskers(), troubles: { failed }, every: 5 });
  // Models that should learn again are looked for all the same.
  await vi.waitFor(() => expect(looked).toBeGreaterThan(0), { timeout: 20_000 });
  await vi.waitFor(() => expect(told).toContain('refresh'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect([refreshes, told]).toEqual([1, ['refresh']]);
  pass(60_000_000);
  await vi.waitFor(() => expect(refreshes).toBe(2));
  await scheduler.stop();
  await close();
}, 60_000);

test('an import that is due and can not be started stays due, and keeps no other waiting', async () => {
  const { desk, jobs, close, pass } = await open();
  const said = { map: {}, options: {}, read: {} };
  for (const name of ['First', 'Second'])
    await createSchedule(desk.app, { name, from: { kind: 'folder', path: `/nowhere/${name}` }, said, every: 'day', at: '07:30', weekday: null }, 'Olive');
  pass(2 * 24 * 3_600_000_000);
  let full = true;
  const submit: typeof jobs.submit = (wanted) =>
    full && wanted.title === 'First' ? Promise.reject(new Error('database or disk is full')) : jobs.submit(wanted);
  await expect(runDueSchedules({ desk, jobs: { ...jobs, submit } })).rejects.toThrow('database or disk is full');
  const due = async () =>
    (await listSchedules(desk.app)).filter(({ next_at }) => Date.parse(next_at ?? '') * 1000 <= desk.app.effects.now()).map(({ name }) => name);
  expect(await due()).toEqual(['First']);
  expect((await jobs.list()).items.map(({ title }) => title)).toEqual(['Second']);
  full = false;
  expect((await runDueSchedules({ desk, jobs: { ...jobs, submit } })).map(({ title }) => title)).toEqual(['First']);
  expect(await due()).toEqual([]);
  await close();
}, 60_000);
