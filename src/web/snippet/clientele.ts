import { settingsOf, type Settings } from './settings.ts';
import { shopHelpers } from './shop.ts';
import { startSlots } from './slots.ts';
import { startTracker } from './tracker.ts';

// The script of a page: `window.clientele` is a list of calls until it is there, and an object with the same calls from then on.

type Queued = readonly [method: string, ...given: unknown[]];

const script = document.currentScript;
const world = window as unknown as { clientele?: unknown };

function start(given: Partial<Settings> = {}): void {
  const queued = Array.isArray(world.clientele) ? ([...(world.clientele as unknown as Queued[])] as Queued[]) : [];
  const settings = settingsOf(script, given);
  const tracker = startTracker(settings);
  const slots = startSlots(settings, tracker);
  const api: Readonly<Record<string, (...values: never[]) => unknown>> = {
    ...tracker,
    ...shopHelpers(tracker),
    ...slots,
    consent: (granted: boolean) => {
      tracker.consent(granted);
      slots.slots();
    },
  };
  // Calls that came before the script, in their order; later `push`es of the same list still work.
  const push = ([method, ...values]: Queued): void => void api[method]?.(...(values as never[]));
  world.clientele = { ...api, push };
  queued.forEach(push);
}

const loaded = Array.isArray(world.clientele) ? (world.clientele as unknown as Queued[]).find(([method]) => method === 'load') : undefined;
if (settingsOf(script).key !== '') start();
else if (loaded !== undefined) start({ key: String(loaded[1]), ...(loaded[2] as Partial<Settings> | undefined) });
else world.clientele = { load: (key: string, options: Partial<Settings> = {}) => start({ ...options, key }), push: () => undefined };
