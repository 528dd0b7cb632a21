/** What was done, and what was taken back. */
export type History<T> = {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Edits of the same burst (keys typed into one field) are one step. */
  readonly burst: string | undefined;
};

const most = 200;

export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [], burst: undefined });

export function record<T>(history: History<T>, present: T, burst?: string): History<T> {
  if (present === history.present) return history;
  if (burst !== undefined && burst === history.burst) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-most), present, future: [], burst };
}

export function undo<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], burst: undefined };
}

export function redo<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, burst: undefined };
}
