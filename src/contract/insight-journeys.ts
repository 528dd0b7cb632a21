import { z } from 'zod';
import { findingShape, groupShape, localDateSchema, momentShape, rangeShape, unknownable } from './insight-common.ts';

export const durationSchema = z.object({ amount: z.coerce.number().positive(), unit: z.enum(['minute', 'hour', 'day', 'week']) });
export const funnelRequest = z.object({
  ...rangeShape,
  ...momentShape,
  /** Names of events, in order. */
  steps: z.array(z.string().min(1)).min(2).max(8),
  /** Each step at most this long after the one before; left out: at any time after it. */
  within: durationSchema.optional(),
});
export type FunnelRequest = z.input<typeof funnelRequest>;
export const funnelAnswer = z.object({
  ...findingShape,
  from: localDateSchema,
  to: localDateSchema,
  steps: z.array(
    z.object({
      event: z.string(),
      /** Of the first step, and of the step before. */
      share: z.number(),
      share_of_previous: z.number(),
      /** Those who got here and no further. */
      lost: z.object(groupShape),
      ...groupShape,
    }),
  ),
});
export type FunnelAnswer = z.infer<typeof funnelAnswer>;

export const pathsRequest = z.object({
  ...rangeShape,
  ...momentShape,
  depth: z.coerce.number().int().min(1).max(8).default(4),
  /** Branches of each node; the rest is summed up as one more. */
  limit: z.coerce.number().int().min(1).max(20).default(5),
});
export type PathsRequest = z.input<typeof pathsRequest>;

export type PathNode = {
  /** Null: all the other events together. */
  readonly event: string | null;
  readonly sessions: number;
  readonly people: number;
  /** Of the parent's sessions. */
  readonly share: number;
  /** Sessions that ended here. */
  readonly ended: number;
  readonly next: readonly PathNode[];
};
export const pathNodeSchema: z.ZodType<PathNode> = z.object({
  event: z.string().nullable(),
  sessions: z.int(),
  people: z.int(),
  share: z.number(),
  ended: z.int(),
  get next() {
    return z.array(pathNodeSchema);
  },
});
export const pathsAnswer = z.object({
  ...findingShape,
  from: localDateSchema,
  to: localDateSchema,
  sessions: z.int(),
  people: z.int(),
  events_per_session: unknownable,
  depth: z.int(),
  starts: z.array(pathNodeSchema),
  /** The most frequent whole beginnings, `depth` steps long or shorter where the session ended. */
  top: z.array(z.object({ events: z.array(z.string()), sessions: z.int(), people: z.int(), share: z.number() })),
});
export type PathsAnswer = z.infer<typeof pathsAnswer>;
