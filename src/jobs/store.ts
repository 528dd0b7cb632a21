import type { JobEvent } from '../contract/index.ts';
import type { Control, JobRow } from '../control/index.ts';
import { eventFrom } from './job.ts';

export type JobChange = Partial<Omit<JobRow, 'number' | 'id' | 'revision'>>;

export type NewJob = Omit<JobRow, 'number' | 'revision'>;

/** The rows of jobs, changed one after the other; whoever listens hears of every change, in the order of its number. */
export type JobStore = {
  /** Adds a job. */
  readonly add: (row: NewJob) => Promise<JobRow>;
  /** Adds a job unless `find` finds one to answer with instead. */
  readonly addOnce: (row: NewJob, find: () => Promise<JobRow | undefined>) => Promise<JobRow>;
  /** Changes a job that is in one of these states; undefined when it is not. `also` runs at once, before anybody else's change. */
  readonly change: (id: string, when: readonly JobRow['status'][], change: JobChange, also?: (row: JobRow) => void) => Promise<JobRow | undefined>;
  /** Runs one thing between changes. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
};

export function jobStore(control: Control, heard: (event: JobEvent) => void): JobStore {
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const add = async (row: NewJob): Promise<JobRow> => {
    const added = await control.transaction().execute(async (step) =>
      step
        .insertInto('jobs')
        .values({ ...row, revision: await nextRevision(step) })
        .returningAll()
        .executeTakeFirstOrThrow(),
    );
    heard(eventFrom(added));
    return added;
  };
  return {
    alone,
    add: (row) => alone(() => add(row)),
    addOnce: (row, find) => alone(async () => (await find()) ?? add(row)),
    change: (id, when, change, also) =>
      alone(async () => {
        const changed = await control.transaction().execute(async (step) =>
          step
            .updateTable('jobs')
            .set({ ...change, revision: await nextRevision(step) })
            .where('id', '=', id)
            .where('status', 'in', when)
            .returningAll()
            .executeTakeFirst(),
        );
        if (changed === undefined) return undefined;
        also?.(changed);
        heard(eventFrom(changed));
        return changed;
      }),
  };
}

async function nextRevision(control: Control): Promise<number> {
  const row = await control
    .updateTable('job_revision')
    .set((set) => ({ value: set('value', '+', 1) }))
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}
