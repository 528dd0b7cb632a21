import { randomUUID } from 'node:crypto';
import { type Effects, fromMilliseconds, type Progress } from '../core/index.ts';

/** The real world: wall clock, random ids (122 bits; Node draws them for many at once), and whoever shows progress. */
export function realEffects(progress: Progress): Effects {
  return {
    now: () => fromMilliseconds(Date.now()),
    randomId: () => randomUUID().replaceAll('-', ''),
    progress,
  };
}
