import type { MembershipMoved } from '../contract/index.ts';

/** Tells everybody in this process who entered and who left, after it was committed. A listener that fails is told of the next change all the same. */
export type Bus = {
  readonly publish: (moved: readonly MembershipMoved[]) => void;
  readonly subscribe: (listener: (moved: readonly MembershipMoved[]) => void) => () => void;
};

export function createBus(failed: (error: unknown) => void): Bus {
  const listeners = new Set<(moved: readonly MembershipMoved[]) => void>();
  return {
    publish: (moved) => {
      if (moved.length === 0) return;
      for (const listener of listeners) {
        try {
          listener(moved);
        } catch (error) {
          // Listeners that must not miss anything read the history from where they are: `changesAfter`.
          failed(error);
        }
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
