import type { LoggedDecision } from '../../contract/index.ts';

/** The newest decisions, in memory: enough to see what is going on, and gone with the process, since who looked at what is nobody's business for long. */
export type DecisionLog = {
  readonly add: (decision: LoggedDecision) => void;
  /** Newest first. */
  readonly recent: (slot?: string) => readonly LoggedDecision[];
  readonly follow: (listener: (decision: LoggedDecision) => void) => () => void;
};

const kept = 500;

export function decisionLog(): DecisionLog {
  const ring: LoggedDecision[] = [];
  let next = 0;
  const listeners = new Set<{ readonly tell: (decision: LoggedDecision) => void }>();
  return {
    add: (decision) => {
      ring[next % kept] = decision;
      next += 1;
      for (const { tell } of listeners) tell(decision);
    },
    recent: (slot) => {
      const ordered = next <= kept ? ring.toReversed() : [...ring.slice(next % kept), ...ring.slice(0, next % kept)].toReversed();
      return slot === undefined ? ordered : ordered.filter((each) => each.slot === slot);
    },
    follow: (tell) => {
      const entry = { tell };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
  };
}
