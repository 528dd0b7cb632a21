import type { JobEvent } from '../contract/index.ts';
import type { Control } from '../control/index.ts';
import { eventsAfter, lastEvent } from './list.ts';

export type Listener = (event: JobEvent) => void;

/** Those who listen. One that throws does not keep the others from hearing. */
export function listeners(): { readonly subscribe: (listener: Listener) => () => void; readonly tell: Listener } {
  const all = new Set<{ readonly listener: Listener }>();
  return {
    subscribe: (listener) => {
      const entry = { listener };
      all.add(entry);
      return () => void all.delete(entry);
    },
    tell: (event) => {
      for (const entry of all) {
        try {
          entry.listener(event);
        } catch {
          all.delete(entry);
        }
      }
    },
  };
}

export type Following = {
  readonly subscribe: (listener: Listener) => () => void;
  readonly after: number;
  /** Only this job's. */
  readonly job: string | undefined;
  readonly listener: Listener;
};

/**
 * Past events out of the store, then live ones; what happens while the past is read is held back until its turn. An event that
 * has not happened yet was another store's (before a backup was restored, say): then all that is past is new.
 */
export async function follow(control: Control, { subscribe, after, job, listener }: Following): Promise<() => void> {
  let last = after > (await lastEvent(control)) ? 0 : after;
  let live = false;
  const held: JobEvent[] = [];
  const deliver = (event: JobEvent): void => {
    if (event.id <= last || (job !== undefined && event.job.id !== job)) return;
    last = event.id;
    listener(event);
  };
  const end = subscribe((event) => (live ? deliver(event) : void held.push(event)));
  for (let page = await eventsAfter(control, last, job); page.length > 0; page = await eventsAfter(control, last, job)) page.forEach(deliver);
  held.forEach(deliver);
  live = true;
  return end;
}
