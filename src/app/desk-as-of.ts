import type { Desk } from './desk.ts';
import type { App } from './open.ts';

/** The same desk, whose answers look from a moment, as `--as-of` says it. What is written is written now. */
export function deskAsOf(desk: Desk, asOf: string): Desk {
  const from =
    <T>(work: (app: App) => Promise<T>) =>
    (app: App) =>
      work({ ...app, asOf });
  return {
    ...desk,
    read: (work, signal) => desk.read(from(work), signal),
    readKept: (key, work, of) => desk.readKept(`${asOf} ${key}`, from(work), of),
  };
}
