import { type Instant, minute } from '../../core/index.ts';
import type { Troubles, Unattended } from './troubles.ts';

/** Does work that nobody waits for, unless it failed a little while ago; what goes wrong is told. Resolves always. */
export type Patiently = (what: Unattended, work: () => Promise<unknown>) => Promise<void>;

/** After a failure it is left alone for a minute, then for two, four …, so that what fails every time takes no more of the machine than this. */
const shortest = minute;
const longest = 64 * minute;

export function patiently(now: () => Instant, troubles: Troubles, stopped: () => boolean): Patiently {
  const waits = new Map<string, { readonly pause: number; readonly from: Instant }>();
  return async (what, work) => {
    const wait = waits.get(what.work);
    // A clock that was set back lets nothing wait for longer than it has to.
    if (wait !== undefined && Math.abs(now() - wait.from) < wait.pause) return;
    try {
      await work();
      waits.delete(what.work);
    } catch (error) {
      // What a server that stops has cut short has not failed.
      if (stopped()) return;
      waits.set(what.work, { pause: wait === undefined ? shortest : Math.min(longest, 2 * wait.pause), from: now() });
      troubles.failed(what, error);
    }
  };
}
