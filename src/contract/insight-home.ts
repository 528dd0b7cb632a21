import { z } from 'zod';
import { findingShape, groupShape, instantSchema, localDateSchema, momentShape, rangeShape, unknownable } from './insight-common.ts';

export const homeFiguresRequest = z.object({
  ...rangeShape,
  ...momentShape,
  /** The same number of days before, the same days a year before, or nothing. */
  compare: z.enum(['previous', 'year', 'none']).default('previous'),
});
export type HomeFiguresRequest = z.input<typeof homeFiguresRequest>;

export const homeFigureSchema = z.object({
  name: z.enum(['customers', 'new_customers', 'revenue', 'orders', 'repeat_rate', 'average_order_value']),
  label: z.string(),
  unit: z.enum(['people', 'money', 'count', 'share']),
  value: unknownable,
  previous: unknownable,
  /** Relative (0.06 is 6% more); for shares the difference (0.01 is one point more). Null where there is nothing to compare with. */
  change: unknownable,
  /** One number for each entry of `spark.starts`. */
  spark: z.array(unknownable),
  sentence: z.string(),
  how: z.string(),
  /** Whom the figure is about. */
  ...groupShape,
});
export const homeFiguresAnswer = z.object({
  ...findingShape,
  from: localDateSchema,
  to: localDateSchema,
  compared_with: z.object({ from: localDateSchema, to: localDateSchema }).nullable(),
  /** Everybody known at `as_of`, and those who had ordered by the end of the period. */
  customers_total: z.int(),
  buyers_total: z.int(),
  spark: z.object({ unit: z.enum(['day', 'week', 'month', 'quarter', 'year']), starts: z.array(localDateSchema) }),
  figures: z.array(homeFigureSchema),
});
export type HomeFiguresAnswer = z.infer<typeof homeFiguresAnswer>;
export type HomeFigure = z.infer<typeof homeFigureSchema>;

export const lifecycleFlowAnswer = z.object({
  ...findingShape,
  from: localDateSchema,
  to: localDateSchema,
  /** Stages in the order of a customer's life; `start` and `end` count who was in it then. */
  stages: z.array(
    z.object({
      stage: z.string(),
      start: z.int(),
      end: z.int(),
      /** What those in it at the end spent up to then. */
      revenue: z.number(),
      /** Those in it at the end. */
      ...groupShape,
    }),
  ),
  /** From stage to stage, those who stayed included. `from` null: not known yet at the start. */
  flows: z.array(z.object({ from: z.string().nullable(), to: z.string(), revenue: z.number(), ...groupShape })),
});
export type LifecycleFlowAnswer = z.infer<typeof lifecycleFlowAnswer>;

export const rfmMapRequest = z.object({ ...momentShape, across: z.enum(['frequency', 'monetary']).default('frequency') });
export type RfmMapRequest = z.input<typeof rfmMapRequest>;
export const rfmMapAnswer = z.object({
  ...findingShape,
  across: z.enum(['frequency', 'monetary']),
  buyers: z.int(),
  /** All 25, empty ones included; `group` is null where the cell holds people of several or of none (`across: monetary`). */
  cells: z.array(
    z.object({
      recency: z.int(),
      across: z.int(),
      group: z.string().nullable(),
      revenue: z.number(),
      orders: z.int(),
      share: z.number(),
      median_days_quiet: unknownable,
      ...groupShape,
    }),
  ),
  groups: z.array(
    z.object({ name: z.string(), revenue: z.number(), share: z.number(), revenue_share: z.number(), median_days_quiet: unknownable, ...groupShape }),
  ),
});
export type RfmMapAnswer = z.infer<typeof rfmMapAnswer>;

export const valueConcentrationAnswer = z.object({
  ...findingShape,
  buyers: z.int(),
  revenue: z.number(),
  /** 0 all alike, towards 1 one has everything; null with fewer than five buyers. */
  gini: unknownable,
  /** From the smallest spender up, 0,0 to 1,1, at most 101 points. */
  curve: z.array(z.object({ people_share: z.number(), revenue_share: z.number() })),
  /** The top 1, 5, 10 and 20% by what they spent; people who spent exactly as much as the last of them are among them. */
  tops: z.array(
    z.object({
      top: z.number(),
      revenue: z.number(),
      revenue_share: z.number(),
      at_least: z.number(),
      quiet: z.object({ after_days: z.int(), revenue: z.number(), ...groupShape }),
      ...groupShape,
    }),
  ),
});
export type ValueConcentrationAnswer = z.infer<typeof valueConcentrationAnswer>;

export const whatChangedRequest = z.object({ ...momentShape, since: z.string().optional() });
export type WhatChangedRequest = z.input<typeof whatChangedRequest>;
export const whatChangedAnswer = z.object({
  ...findingShape,
  since: instantSchema,
  /** Most notable first. `expression` selects the members now. */
  segments: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      sentence: z.string(),
      entered: z.int(),
      left: z.int(),
      members: z.int(),
      members_before: z.int().nullable(),
      revenue: z.number(),
      revenue_before: unknownable,
      expression: z.string().nullable(),
    }),
  ),
  /** Segments that ask for something else than before, in plain words; `by_itself` where a ready segment's limit followed the data. */
  rewritten: z.array(z.object({ slug: z.string(), name: z.string(), at: instantSchema, by_itself: z.boolean(), before: z.string(), after: z.string() })),
  imports: z.array(z.object({ id: z.string(), at: instantSchema, file: z.string(), kind: z.string(), rows: z.int(), accepted: z.int(), rejected: z.int() })),
});
export type WhatChangedAnswer = z.infer<typeof whatChangedAnswer>;

export const goalSchema = z.enum(['repeat_sales', 'fewer_lost', 'better_mailing', 'more_new', 'higher_value', 'understand']);
export type Goal = z.infer<typeof goalSchema>;
export const nextStepsRequest = z.object({ ...momentShape, goal: goalSchema.default('understand') });
export type NextStepsRequest = z.input<typeof nextStepsRequest>;
export const nextStepKind = z.enum([
  'best_gone_quiet',
  'second_order_due',
  'slipping_regulars',
  'members_leaving',
  'consent_unknown',
  'no_second_order',
  'one_category',
  'discount_habit',
  'many_returns',
  'full_cart',
  'unread_mail',
  'near_top_tier',
]);
export const nextStepsAnswer = z.object({
  ...findingShape,
  goal: goalSchema,
  steps: z.array(
    z.object({
      kind: nextStepKind,
      /** `19 of your best customers have gone quiet`. */
      title: z.string(),
      why: z.string(),
      action: z.string(),
      segment_name: z.string(),
      /** Null where no amount can be put on it. */
      money_per_year: unknownable,
      /** How the money is reckoned, in one sentence. */
      reckoning: z.string(),
      ...groupShape,
    }),
  ),
});
export type NextStepsAnswer = z.infer<typeof nextStepsAnswer>;
export type NextStepKind = z.infer<typeof nextStepKind>;
