import type { Progress } from '../core/index.ts';

/** Progress that nobody watches. */
export const noProgress: Progress = () => undefined;
