import { z } from 'zod';

const cuts = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .refine((values) => values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0)), 'must rise');
const score = z.int().min(1).max(5);
const range = z.tuple([score, score]).refine(([from, to]) => from <= to, 'must go from low to high');

/** RFM's cut points (fifths of the customers where none are given) and groups, shares of the value tiers. */
export const featureSettingsSchema = z.strictObject({
  rfm: z
    .strictObject({
      recencyDays: cuts.exactOptional(),
      orders: cuts.exactOptional(),
      spent: cuts.exactOptional(),
      groups: z
        .array(z.strictObject({ name: z.string().trim().min(1), r: range, f: range }))
        .min(1)
        .exactOptional(),
    })
    .exactOptional(),
  valueTier: z
    .strictObject({ high: z.number().gt(0).lt(1), medium: z.number().gt(0).lt(1) })
    .refine(({ high, medium }) => high + medium < 1, 'high and medium must leave room for low')
    .exactOptional(),
});

export const lifecycleStageSchema = z.strictObject({ name: z.string().trim().min(1), expression: z.string().trim().min(1) });

export const stageFiguresSchema = z
  .object({ name: z.string(), text: z.string(), members: z.int(), share: z.number(), revenue: z.number() })
  .readonly()
  .meta({ id: 'LifecycleStageFigures' });

export const lifecycleSuggestionSchema = z
  .object({
    atRiskDays: z.number(),
    churnedDays: z.number(),
    newDays: z.number(),
    activeDays: z.number(),
    customers: z.int(),
    quantiles: z.record(z.string(), z.number()),
    enough: z.boolean(),
    sentence: z.string(),
    yaml: z.string(),
    stages: z.array(lifecycleStageSchema).readonly(),
    chosen: z.boolean().meta({ description: 'Whether somebody has decided on the stages; until then the usual ones hold' }),
    usual: z.object({ atRisk: z.number(), churned: z.number() }).meta({ description: 'The usual limits, in days' }),
  })
  .readonly();

const moveSchema = z.object({ from: z.string().nullable(), to: z.string().nullable(), customers: z.int() }).readonly();

/** Before definitions of stages are kept: from where to where everybody would go, and those who would stay. */
export const lifecycleImpactSchema = z
  .object({
    stages: z.array(z.object({ name: z.string(), members: z.int() }).readonly()).readonly(),
    /** Whom no stage takes. */
    none: z.int(),
    moving: z.int(),
    moves: z.array(moveSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'LifecycleImpact' });

/** The same of RFM groups and value tiers, with the head count of every cell of the grid. */
export const featureImpactSchema = z
  .object({
    cells: z.array(z.object({ r: z.int(), f: z.int(), customers: z.int() }).readonly()).readonly(),
    moving_group: z.int(),
    groups: z.array(moveSchema).readonly(),
    moving_tier: z.int(),
    tiers: z.array(moveSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'FeatureSettingsImpact' });
