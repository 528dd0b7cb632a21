import type { ProfileSet } from '../evaluate/profile-set.ts';
import type { Universe } from '../evaluate/universe.ts';

/**
 * What previews found, for a process that lives on: whoever edits one condition of a definition waits for that condition alone. Kept by
 * the condition as compiled (its words, windows as instants, the workspace's calendar) and by the state of the facts and features that it
 * was asked of, so nothing is ever served to a question that it is not the answer to. What was asked least recently goes first.
 */
export type PreviewCache = {
  /** The part that belongs to one state. What is added after `clear` to a part from before is not kept. */
  readonly of: (state: string) => KeptPart;
  /** Forgets everything: for changes that the state does not tell of. */
  readonly clear: () => void;
  readonly bytes: () => number;
};

export type KeptPart = {
  readonly universe: () => Universe | undefined;
  readonly keepUniverse: (universe: Universe) => void;
  readonly get: (key: string) => ProfileSet | undefined;
  readonly keep: (key: string, set: ProfileSet) => void;
};

type Entry = { readonly universe: Universe; readonly bytes: number } | { readonly set: ProfileSet; readonly bytes: number };

/** About 2,500 conditions over 200,000 customers. */
const usualBytes = 64 * 2 ** 20;

export function createPreviewCache({ mostBytes = usualBytes }: { readonly mostBytes?: number } = {}): PreviewCache {
  let entries = new Map<string, Entry>();
  let bytes = 0;

  const find = (from: Map<string, Entry>, key: string): Entry | undefined => {
    const entry = from.get(key);
    if (entry === undefined) return undefined;
    from.delete(key);
    from.set(key, entry);
    return entry;
  };

  const keep = (into: Map<string, Entry>, key: string, entry: Entry): void => {
    if (into !== entries || entry.bytes > mostBytes) return;
    bytes += entry.bytes - (entries.get(key)?.bytes ?? 0);
    entries.delete(key);
    entries.set(key, entry);
    for (const [oldest, { bytes: size }] of entries) {
      if (bytes <= mostBytes) return;
      entries.delete(oldest);
      bytes -= size;
    }
  };

  return {
    of: (state) => {
      const own = entries;
      const keyOf = (key: string): string => `${state}\n${key}`;
      return {
        universe: () => {
          const found = find(own, keyOf(''));
          return found !== undefined && 'universe' in found ? found.universe : undefined;
        },
        keepUniverse: (universe) => keep(own, keyOf(''), { universe, bytes: universe.all.words.byteLength }),
        get: (key) => {
          const found = find(own, keyOf(`= ${key}`));
          return found !== undefined && 'set' in found ? found.set : undefined;
        },
        keep: (key, set) => keep(own, keyOf(`= ${key}`), { set, bytes: set.words.byteLength + 2 * key.length }),
      };
    },
    clear: () => {
      entries = new Map();
      bytes = 0;
    },
    bytes: () => bytes,
  };
}
