import { newId, type Remembering, remembering } from './memory.ts';
import { onEveryPage } from './pages.ts';
import { type Call, type Sender, sender } from './sender.ts';
import { refused, type Settings } from './settings.ts';

type Properties = Readonly<Record<string, unknown>>;

export type Tracker = {
  readonly track: (event: string, properties?: Properties) => void;
  readonly page: (name?: string, properties?: Properties) => void;
  readonly identify: (id?: string, traits?: Properties) => void;
  readonly group: (id: string, traits?: Properties) => void;
  readonly alias: (id: string) => void;
  /** What the visitor has decided. `false` forgets everything that was kept about them here. */
  readonly consent: (granted: boolean) => void;
  /** Somebody else sits down: who was there is forgotten, the consent stays. */
  readonly reset: () => void;
  readonly flush: () => void;
  /** Under which id this visitor is known, and whether they have consented: for what is asked of the server. */
  readonly visitor: () => { readonly anonymousId: string; readonly userId: string | undefined; readonly consent: boolean };
};

const mostHeld = 100;

/** Begins to listen. Without consent nothing is kept anywhere, and unless said otherwise nothing is sent. */
export function startTracker(settings: Settings): Tracker {
  const memory: Remembering = remembering();
  const out: Sender = sender(settings, memory);
  let state: 'granted' | 'unknown' | 'denied' = refused() ? 'denied' : 'unknown';
  let held: Call[] = [];
  let referrer = document.referrer;

  const grant = (): void => {
    state = 'granted';
    const earlier = memory.now().id;
    memory.keep();
    for (const call of memory.now().waiting as Call[]) out.add(call);
    // What was held happened to the visitor who is known now.
    for (const call of held) out.add(call['anonymousId'] === earlier ? { ...call, anonymousId: memory.now().id } : call);
    held = [];
    memory.save();
  };
  const say = (type: string, fields: Properties): void => {
    if (state === 'denied') return;
    const { id, user, session } = memory.now();
    const call: Call = {
      type,
      messageId: newId(),
      anonymousId: id,
      ...(user === undefined ? {} : { userId: user }),
      originalTimestamp: new Date().toISOString(),
      context: contextOf(referrer, session),
      ...fields,
    };
    if (state === 'granted' || settings.before === 'cookieless') out.add(call);
    else held = [...held, call].slice(-mostHeld);
    memory.save();
  };

  const tracker: Tracker = {
    track: (event, properties = {}) => say('track', { event, properties }),
    page: (name, properties = {}) =>
      say('page', {
        ...(name === undefined ? {} : { name }),
        properties: { url: location.href, path: location.pathname, title: document.title, referrer, ...properties },
      }),
    identify: (id, traits = {}) => {
      const now = memory.now();
      // Another customer on the same machine is not the one before.
      if (id !== undefined && now.user !== undefined && now.user !== id) tracker.reset();
      Object.assign(memory.now(), { ...(id === undefined ? {} : { user: id }), traits: { ...memory.now().traits, ...traits } });
      say('identify', { traits });
    },
    group: (id, traits = {}) => say('group', { groupId: id, traits }),
    alias: (id) => say('alias', { userId: id, previousId: memory.now().user ?? memory.now().id }),
    consent: (granted) => {
      if (refused()) return;
      if (granted && state !== 'granted') grant();
      if (!granted) {
        state = 'denied';
        held = [];
        out.drop();
        memory.forget();
      }
    },
    reset: () => {
      const consented = state === 'granted';
      out.flush();
      memory.forget();
      if (consented) memory.keep();
    },
    flush: out.flush,
    visitor: () => ({ anonymousId: memory.now().id, userId: memory.now().user, consent: state === 'granted' }),
  };

  if (settings.consent && state === 'unknown') grant();
  if (settings.pages)
    onEveryPage((from) => {
      referrer = from;
      tracker.page();
    });
  const leave = (): void => {
    if (document.visibilityState === 'hidden') out.leave();
  };
  document.addEventListener('visibilitychange', leave);
  addEventListener('pagehide', out.leave);
  return tracker;
}

/** Where something happens. The browser's own name is in the header of what it sends. */
const contextOf = (referrer: string, session: string): Properties => ({
  library: { name: 'clientele.js', version: '1' },
  locale: navigator.language,
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  page: { url: location.href, path: location.pathname, title: document.title, referrer },
  sessionId: session,
});
