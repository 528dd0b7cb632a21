import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Job } from '../contract/index.ts';
import { bench, type Process, quiet } from './fixtures/bench.ts';

type Step =
  | { readonly do: 'submit'; readonly kind: string }
  | { readonly do: 'cancel' | 'finish' | 'fail'; readonly which: number }
  | { readonly do: 'crash' | 'stop' | 'progress' | 'settle' };

const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('submit' as const), kind: fc.constantFrom('write-again', 'write-fail', 'light-again', 'light-fail') }),
    },
    { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'finish' as const, 'fail' as const), which: fc.nat(50) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('crash' as const, 'stop' as const, 'progress' as const, 'settle' as const) }) },
  ),
  { minLength: 5, maxLength: 60 },
);

const isFinal = ({ status }: Job): boolean => status === 'done' || status === 'failed' || status === 'cancelled';

test('whatever is submitted, cancelled and crashed: never two writers at once, and every job ends in one final state', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (list, heeds) => {
      const place = await bench();
      const ids: string[] = [];
      const ended = new Map<string, string>();
      let newest = 0;
      let process: Process = place.process(heeds);

      const watch = (): void => {
        process.jobs.subscribe(({ id, job }) => {
          expect(id).toBeGreaterThan(newest);
          newest = id;
          expect(ended.get(job.id), `${job.id} changed after its end`).toBeUndefined();
          if (isFinal(job)) ended.set(job.id, job.status);
        });
      };
      const check = (): void => {
        expect(process.most.write).toBeLessThanOrEqual(1);
        expect(process.most.light).toBeLessThanOrEqual(2);
      };
      const renew = async (): Promise<void> => {
        check();
        process = place.process(heeds);
        watch();
        await process.jobs.start();
      };

      watch();
      await process.jobs.start();
      for (const step of list) await take(step);
      await drain();
      check();

      for (const id of ids) {
        const job = await process.jobs.get(id);
        expect(isFinal(job), job.status).toBe(true);
        expect(job.status).toBe(ended.get(id));
        expect(job.finished_at).not.toBeNull();
        expect(job.error === null).toBe(job.status !== 'failed');
      }
      await place.control.destroy();

      async function take(step: Step): Promise<void> {
        switch (step.do) {
          case 'submit':
            ids.push((await process.jobs.submit({ kind: step.kind, title: '', request: ids.length })).id);
            return;
          case 'cancel': {
            const id = ids[step.which % Math.max(1, ids.length)];
            if (id !== undefined) await process.jobs.cancel(id);
            return;
          }
          case 'finish':
            process.working[step.which % Math.max(1, process.working.length)]?.finish(step.which);
            return;
          case 'fail':
            process.working[step.which % Math.max(1, process.working.length)]?.fail(new Error('failed'));
            return;
          case 'progress':
            process.working[0]?.context.progress({ label: 'rows', done: 1 });
            return;
          case 'settle':
            process.tick();
            await quiet();
            return;
          case 'crash':
            // The process is gone: what it was at never ends, and nobody looks at its queue.
            await quiet();
            await renew();
            return;
          case 'stop': {
            const stopped = process.jobs.stop();
            for (let turn = 0; turn < 3; turn += 1) {
              await quiet();
              process.tick();
            }
            await stopped;
            await renew();
          }
        }
      }

      async function drain(): Promise<void> {
        for (let turn = 0; turn < 200 && ended.size < ids.length; turn += 1) {
          await quiet();
          for (const piece of process.working) piece.finish('end');
        }
        await quiet();
      }
    }),
    { numRuns: 60 },
  );
});
