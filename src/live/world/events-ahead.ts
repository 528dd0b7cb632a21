import type { Instant } from '../../core/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { fillEvents, type Layout, mostInside, purposeOf } from './small-world.ts';
import { stageTouched, type Touched } from './touched.ts';

/** Whose events the small world holds, in the order of their places, as its `touched` says: all but live ones that were received at `before` or later. */
export type Read = { readonly touched: readonly Touched[]; readonly before: Instant; readonly layout: Layout };

/** Reads the small world's events while the batch that speaks of its profiles is being recorded. */
export type EventsAhead = {
  /** Begins to read the events of these profiles, in their order, as they were before a batch of messages that were all received at `before` or later. */
  readonly begin: (touched: readonly Touched[], before: Instant, layout: Layout) => void;
  /** What was read since the last time; undefined for nothing. Until then nobody else may use the small world. */
  readonly ended: () => Promise<Read | undefined>;
};

/**
 * To find the events of a few profiles among millions takes as long as to record a batch about them, so both are done at once. For batches of events alone that change nobody's
 * number: then what is recorded meanwhile is told apart by when it was received.
 */
export function eventsAhead(small: Warehouse): EventsAhead {
  let reading: Promise<Read | undefined> = Promise.resolve(undefined);
  let isReading = false;
  const read = async (found: Read): Promise<Read> => {
    await small.unaided(() =>
      small.transaction(async () => {
        await stageTouched(small, 'few', found.touched);
        await fillEvents(small, found.layout, purposeOf(found.layout), found.before);
      }),
    );
    return found;
  };
  return {
    begin: (touched, before, layout) => {
      // A batch that has to be recorded in parts begins again with each part; the first time it was all of it.
      if (isReading || touched.length === 0 || touched.length > mostInside) return;
      isReading = true;
      reading = read({ touched, before, layout }).catch(() => undefined);
    },
    ended: async () => {
      const found = await reading;
      reading = Promise.resolve(undefined);
      isReading = false;
      return found;
    },
  };
}
