import { z } from 'zod';
import { findingShape, groupShape, localDateSchema, momentShape, unknownable } from './insight-common.ts';

/** What makes somebody begin. With `first_channel` and `first_category` a row is a channel or category, else a period. */
export const cohortStartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('first_order') }),
  z.object({ kind: z.literal('first_channel') }),
  z.object({ kind: z.literal('first_category') }),
  z.object({ kind: z.literal('segment'), segment: z.string().min(1) }),
  z.object({ kind: z.literal('event'), event: z.string().min(1) }),
]);
export const cohortAnalysisRequest = z.object({
  ...momentShape,
  start: cohortStartSchema.default({ kind: 'first_order' }),
  by: z.enum(['week', 'month', 'quarter']).default('month'),
  measure: z.enum(['retention', 'orders', 'revenue', 'margin']).default('retention'),
  /** Periods and, for channels and categories, rows at most. */
  limit: z.coerce.number().int().min(2).max(36).default(13),
});
export type CohortAnalysisRequest = z.input<typeof cohortAnalysisRequest>;

const cellShape = {
  /** Periods after the one in which each began. */
  after: z.int(),
  /** Those of the row for whom that period is over. */
  reached: z.int(),
  /** Those of them who ordered in it, and orders, revenue (net of returns) and margin. */
  active: z.int(),
  orders: z.int(),
  revenue: z.number(),
  margin: unknownable,
  /** What the measure asks for: a share, or an amount for each customer who reached it; null before anybody has. */
  value: unknownable,
  /** Running sum of `value` from the start on; null for retention. */
  so_far: unknownable,
  /** 95% interval of a share (Wilson); null for amounts. */
  low: unknownable,
  high: unknownable,
} as const;

export const cohortAnalysisAnswer = z.object({
  ...findingShape,
  start: cohortStartSchema,
  by: z.enum(['week', 'month', 'quarter']),
  measure: z.enum(['retention', 'orders', 'revenue', 'margin']),
  /** Share of the revenue of lines whose cost is known; null without any. */
  margin_known: unknownable,
  rows: z.array(
    z.object({
      label: z.string(),
      /** Null for rows that are no period. */
      starts: localDateSchema.nullable(),
      ...groupShape,
      cells: z.array(z.object(cellShape)),
      /** Share who still come, by time since their start (Kaplan & Meier), with its 95% interval (Greenwood). */
      lasting: z.array(z.object({ days: z.int(), at_risk: z.int(), share: z.number(), low: z.number(), high: z.number() })),
    }),
  ),
  average: z.array(z.object(cellShape)),
  /** After how many days without an order somebody counts as gone in `lasting`. */
  quiet_after_days: z.int(),
  /** Customer equity over time, by calendar period: what came in, from whom, and what the customers so far have brought each. */
  equity: z.array(
    z.object({
      starts: localDateSchema,
      complete: z.boolean(),
      new_customers: z.int(),
      active_customers: z.int(),
      customers: z.int(),
      revenue_new: z.number(),
      revenue_returning: z.number(),
      revenue_so_far: z.number(),
      per_customer: z.number(),
      /**
       * What the value model that acts now would have expected, at the end of the period, of all customers so far in the 12 months after, by the dates and money of their orders until then alone: the same for each period, so they can be compared; null where
       * none acts, and for large shops.
       */
      by_orders_12m: unknownable,
      /**
       * What customers' pages add up to. Where they go by more than orders (who stays away, a regression) it is told of the moment that the answer is of, and of no earlier one: what else they go by has seen what came after. Else it is `by_orders_12m`.
       */
      expected_12m: unknownable,
    }),
  ),
  /** What is expected of everybody in the next 12 months, as customers' pages say; null where no value model acts. */
  expected_12m: unknownable,
});
export type CohortAnalysisAnswer = z.infer<typeof cohortAnalysisAnswer>;
