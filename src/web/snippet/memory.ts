/** What is remembered of a visitor, in one entry of the page's own storage; only ever after consent. */
export type Memory = {
  id: string;
  user?: string;
  traits?: Record<string, unknown>;
  session: string;
  seen: number;
  /** Calls that may not have arrived. */
  waiting: unknown[];
};

const name = 'clientele';
const sessionEnds = 30 * 60_000;

export const newId = (): string =>
  crypto.randomUUID?.() ?? `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;

const fresh = (): Memory => ({ id: newId(), session: newId(), seen: Date.now(), waiting: [] });

export type Remembering = {
  readonly now: () => Memory;
  /** From here on what is remembered outlives the page; an earlier visit is gone on with. */
  readonly keep: () => void;
  readonly save: () => void;
  readonly forget: () => void;
};

/** In memory until `keep`. A storage that is closed (private windows, full disks) is as good as none. */
export function remembering(): Remembering {
  let memory = fresh();
  let kept = false;
  const save = (): void => {
    if (!kept) return;
    try {
      localStorage.setItem(name, JSON.stringify(memory));
    } catch {
      // The page goes on without.
    }
  };
  return {
    now: () => {
      const now = Date.now();
      if (now - memory.seen > sessionEnds) memory.session = newId();
      memory.seen = now;
      return memory;
    },
    keep: () => {
      if (kept) return;
      kept = true;
      try {
        const before = JSON.parse(localStorage.getItem(name) ?? 'null') as Memory | null;
        // Who said on this page who they are stays that.
        if (before !== null && typeof before.id === 'string')
          memory = { ...before, ...(memory.user === undefined ? {} : { user: memory.user, traits: memory.traits ?? {} }), waiting: before.waiting ?? [] };
      } catch {
        // What lies there is not ours, or not readable: begin anew.
      }
      save();
    },
    save,
    forget: () => {
      memory = fresh();
      kept = false;
      try {
        localStorage.removeItem(name);
      } catch {
        // Nothing was kept then.
      }
    },
  };
}
