import { type Instant, toMilliseconds } from '../core/index.ts';

/** ISO 8601 UTC, always to the millisecond, so that the texts of a column sort as their times do. */
export const stamp = (at: Instant): string => new Date(toMilliseconds(at)).toISOString();
