import { z } from 'zod';
import { findingShape, groupShape, momentShape, unknownable } from './insight-common.ts';

/** A segment by slug or name, or a definition in the segment language. */
const whom = z.string().trim().min(1).max(20_000);
export const compareRequest = z.object({
  ...momentShape,
  a: whom,
  /** Left out: everybody who is not in `a`. With it, who is in both is left out. */
  b: whom.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(30),
});
export type CompareRequest = z.input<typeof compareRequest>;

const sideShape = { name: z.string(), slug: z.string().nullable(), ...groupShape } as const;
export const differenceSchema = z.object({
  feature: z.string(),
  label: z.string(),
  kind: z.enum(['number', 'value']),
  /** The value that more or fewer of them have; null for numbers. */
  value: z.string().nullable(),
  /** In plain words, with the size of the difference. */
  phrase: z.string(),
  /** Medians and means of those for whom it is known, or the share who have the value. */
  a: z.object({ known: z.int(), mean: unknownable, median: unknownable, share: unknownable }),
  b: z.object({ known: z.int(), mean: unknownable, median: unknownable, share: unknownable }),
  /** Cliff's delta, −1 to 1: how much likelier one of `a` has more than one of `b`; for a value the difference of the shares. */
  delta: z.number(),
  size: z.enum(['negligible', 'small', 'medium', 'large']),
  cohens_d: unknownable,
  /** How many times as many have the value (or the feature's V where it is a number of values). */
  lift: unknownable,
  cramers_v: unknownable,
  p: z.number(),
  /** Corrected for all that was compared (Benjamini & Hochberg): at or below 0.05 it counts as found. */
  q: z.number(),
  found: z.boolean(),
  /** Those of `a` who have the value; null for numbers. */
  ...groupShape,
});
export type SegmentDifference = z.infer<typeof differenceSchema>;
export const compareAnswer = z.object({
  ...findingShape,
  a: z.object(sideShape),
  b: z.object(sideShape),
  /** How many comparisons were made, and how many differences stand after correction. */
  /** What the definitions themselves ask. */
  left_out: z.array(z.string()),
  compared: z.int(),
  found: z.int(),
  differences: z.array(differenceSchema),
});
export type CompareAnswer = z.infer<typeof compareAnswer>;

export const journeysRequest = z.object({
  ...momentShape,
  from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  to: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Names of events, in order. */
  steps: z.array(z.string().min(1)).min(2).max(8),
  within: z.object({ amount: z.coerce.number().positive(), unit: z.enum(['minute', 'hour', 'day', 'week']) }).optional(),
  /** Segments (or definitions) to hold beside each other; everybody is always there. */
  segments: z.array(whom).min(1).max(8),
});
export type JourneysRequest = z.input<typeof journeysRequest>;
export const journeysAnswer = z.object({
  ...findingShape,
  from: z.string(),
  to: z.string(),
  steps: z.array(z.string()),
  groups: z.array(
    z.object({
      name: z.string(),
      slug: z.string().nullable(),
      steps: z.array(
        z.object({
          event: z.string(),
          share: z.number(),
          share_of_previous: z.number(),
          low: z.number(),
          high: z.number(),
          /** Difference to everybody else's share of the previous step, with its corrected p-value; null for everybody. */
          against_others: z.object({ difference: z.number(), q: z.number(), found: z.boolean() }).nullable(),
          lost: z.object(groupShape),
          ...groupShape,
        }),
      ),
    }),
  ),
  /** Before the last step: which touch points those who got there had, against those who did not. */
  touch_points: z.array(
    z.object({ event: z.string(), reached: z.number(), lost: z.number(), lift: unknownable, q: z.number(), found: z.boolean(), people: z.int() }),
  ),
});
export type JourneysAnswer = z.infer<typeof journeysAnswer>;

export const satisfactionRequest = z.object({
  ...momentShape,
  /** `nps`: answers of 0 to 10; `csat`: ratings of 1 to 5. Left out, that of which there are answers, `nps` first. */
  measure: z.enum(['nps', 'csat']).exactOptional(),
  by: z.enum(['month', 'quarter']).default('quarter'),
  segments: z.array(whom).max(12).default([]),
});
export type SatisfactionRequest = z.input<typeof satisfactionRequest>;
const scoreShape = {
  answers: z.int(),
  /** −100 to 100 for NPS; the share of 4 and 5 for CSAT. Null without answers. */
  score: unknownable,
  low: unknownable,
  high: unknownable,
  promoters: z.int(),
  passives: z.int(),
  detractors: z.int(),
} as const;
export const satisfactionAnswer = z.object({
  ...findingShape,
  measure: z.enum(['nps', 'csat']),
  by: z.enum(['month', 'quarter']),
  /** Where the answers come from, as found in the data; null where there are none. */
  source: z.string().nullable(),
  overall: z.object({ ...scoreShape, mean: unknownable }),
  periods: z.array(z.object({ starts: z.string(), complete: z.boolean(), ...scoreShape })),
  segments: z.array(
    z.object({
      name: z.string(),
      slug: z.string().nullable(),
      ...scoreShape,
      periods: z.array(z.object({ starts: z.string(), complete: z.boolean(), ...scoreShape })),
    }),
  ),
});
export type SatisfactionAnswer = z.infer<typeof satisfactionAnswer>;
