import { z } from 'zod';
import { findingShape, groupShape, localDateSchema, momentShape, rangeShape } from './insight-common.ts';

export const migrationRequest = z.object({
  ...rangeShape,
  ...momentShape,
  /** Any feature with few values: `lifecycle`, `rfm.segment`, `value_tier`, `predicted.value_tier`, `cluster.…`. */
  what: z.string().min(1).default('lifecycle'),
  /** `ends`: from the first day to the last; `month`: from each month to the next, at most 12. */
  by: z.enum(['ends', 'month']).default('ends'),
});
export type MigrationRequest = z.input<typeof migrationRequest>;
export const migrationAnswer = z.object({
  ...findingShape,
  from: localDateSchema,
  to: localDateSchema,
  what: z.string(),
  label: z.string(),
  by: z.enum(['ends', 'month']),
  /** What can be asked for here. */
  choices: z.array(z.object({ name: z.string(), label: z.string() })),
  /** In the order to draw them. */
  groups: z.array(z.string()),
  /** One per moment, oldest first; the expression selects a group's people where the moment is that of the answer. */
  moments: z.array(z.object({ date: localDateSchema, at: z.string(), groups: z.array(z.object({ group: z.string(), revenue: z.number(), ...groupShape })) })),
  /** `step` k goes from moment k to k + 1; `from` null: came in between; `share` is of everybody in `from`. */
  flows: z.array(z.object({ step: z.int(), from: z.string().nullable(), to: z.string(), people: z.int(), revenue: z.number(), share: z.number() })),
  /** Share who stayed where they were, of those who were there before, by step. */
  stayed: z.array(z.object({ step: z.int(), share: z.number() })),
});
export type MigrationAnswer = z.infer<typeof migrationAnswer>;
