import { z } from 'zod';
import { type Desk, importFromSchedule, noteScheduleRun, openRunOf, dueSchedules, moveOn } from '../../app/index.ts';
import type { Job } from '../../contract/index.ts';
import { type JobHandler, jobHandler, type Jobs } from '../../jobs/index.ts';
import { watched } from './watched.ts';

/** Imports that come again. A job's request is seen by everybody, so it names the schedule and nothing of what is in it. */
export const scheduleWork = (desk: Desk): JobHandler =>
  jobHandler({
    kind: 'scheduled-import',
    // Waiting for another server keeps no import of a person waiting: only what is recorded takes its turn among the writers.
    lane: 'light',
    restart: 'again',
    read: (request) => z.object({ schedule: z.string() }).parse(request),
    run: ({ schedule }, job) =>
      importFromSchedule(desk.app, {
        schedule,
        job: job.id,
        signal: job.signal,
        write: (work) => desk.write((app) => work(watched(app, job))),
      }),
  });

type Starting = { readonly desk: Desk; readonly jobs: Jobs };

/**
 * Starts what is due. A schedule whose last run is still at work is left alone, so that nothing piles up. One that can not be started stays due and keeps no other waiting; throws then, after the rest.
 */
export async function runDueSchedules({ desk, jobs }: Starting): Promise<readonly Job[]> {
  const app = { ...desk.app, workspace: desk.workspace() };
  const started: Job[] = [];
  const failures: unknown[] = [];
  for (const due of await dueSchedules(app)) {
    try {
      if (!due.isAtWork) started.push(await startSchedule({ desk, jobs }, due, null));
      await moveOn(app, due);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return started;
}

/** Runs a schedule now; one that is at work already is answered with that run. */
export async function startSchedule(
  { desk, jobs }: Starting,
  { id, name }: { readonly id: string; readonly name: string },
  person: string | null,
): Promise<Job> {
  const open = await openRunOf(desk.app, id);
  if (open !== undefined) return jobs.get(open);
  const job = await jobs.submit({ kind: 'scheduled-import', title: name, request: { schedule: id }, person });
  await noteScheduleRun(desk.app, id, job.id);
  return job;
}
