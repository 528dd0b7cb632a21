import { z } from 'zod';

/** What the answers about a business have in common. Instants are ISO 8601 in UTC, dates local to the workspace's zone, money is in its currency. */
export const localDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const instantSchema = z.string();

/** Every answer: the moment it is of, its finding in plain words, and how it was computed in one line. */
export const findingShape = {
  as_of: instantSchema,
  sentence: z.string(),
  how: z.string(),
} as const;

/** A group of people and the segment text that selects exactly them at `as_of`; null where the language can not say it. */
export const groupShape = {
  people: z.int(),
  expression: z.string().nullable(),
} as const;

/** Which moment to look from: an instant, a local date (its first instant) or `latest`. Left out: the last refresh. */
export const momentShape = { as_of: z.string().optional() } as const;
export const momentRequest = z.object(momentShape);
export type MomentRequest = z.input<typeof momentRequest>;

/** Whole local days, both included. */
export const rangeShape = { from: localDateSchema, to: localDateSchema } as const;
export const rangeRequest = z.object({ ...rangeShape, ...momentShape });
export type RangeRequest = z.input<typeof rangeRequest>;

/** Keys of a shape whose value may be null for lack of facts to divide by. */
export const unknownable = z.number().nullable();
