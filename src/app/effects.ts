import { randomBytes } from 'node:crypto';
import { type Effects, fromMilliseconds, type Progress } from '../core/index.ts';

/** The real world: wall clock, random ids, and whoever shows progress. */
export function realEffects(progress: Progress): Effects {
  return {
    now: () => fromMilliseconds(Date.now()),
    randomId: () => randomBytes(16).toString('hex'),
    progress,
  };
}
