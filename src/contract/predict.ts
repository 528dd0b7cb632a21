import { z } from 'zod';
import { noBetterSchema } from './no-better.ts';

// What foresight answers: cards, back-tests and scoring runs. Dates are local (`2026-01-31`), times ISO 8601 UTC, money in the workspace's currency,
// shares and probabilities 0 to 1.

export const estimateSchema = z.object({ expected: z.number(), low: z.number(), high: z.number() }).readonly();
/** A number with the interval that holds it in four of five cases. */
export type Estimate = z.infer<typeof estimateSchema>;

const countsSchema = z.record(z.string(), z.number()).readonly().meta({
  description:
    'How many of what: `customers`, `rows` (a customer on one of the days that are looked back from), `repeat_customers`, `weeks`, `positives` (of the rarer outcome), …',
});

export const modelNeedSchema = z
  .object({ kind: z.string(), label: z.string(), enough: z.boolean(), needs: countsSchema, has: countsSchema })
  .readonly()
  .meta({ description: 'What a candidate needs, and what this shop has' });
export type ModelNeed = z.infer<typeof modelNeedSchema>;

export const orderQualitySchema = z
  .object({
    customers: z.number(),
    actual: z.number().meta({ description: 'Orders that came' }),
    predicted: z.number(),
    mae: z.number().meta({ description: 'Mean absolute error of orders per customer' }),
    rmse: z.number(),
    deviance: z.number().meta({ description: 'Mean Poisson deviance, by which the choice is made' }),
    brier: z.number().meta({ description: 'Mean squared error of the probability of ordering at all' }),
  })
  .readonly();

export const modelCandidateSchema = z
  .object({
    kind: z.string(),
    label: z.string(),
    quality: orderQualitySchema,
    above: z.number().meta({ description: 'Mean deviance above the best' }),
    error: z.number().meta({ description: 'Standard error of that difference' }),
    chosen: z.boolean(),
    cut_offs: z.array(z.object({ date: z.string(), quality: orderQualitySchema }).readonly()).readonly(),
  })
  .readonly();
export type ModelCandidate = z.infer<typeof modelCandidateSchema>;

/** The value model's candidates held against what came. */
export const valueBacktestSchema = z
  .object({
    model: z.string(),
    as_of: z.string(),
    horizon_days: z.number(),
    cut_offs: z.array(z.string()).readonly(),
    candidates: z.array(modelCandidateSchema).readonly(),
    chosen: z.string(),
    because: z.string(),
    needs: z.array(modelNeedSchema).readonly(),
  })
  .readonly();
export type ValueBacktest = z.infer<typeof valueBacktestSchema>;

export const calibrationRowSchema = z
  .object({
    customers: z.number(),
    predicted_orders: z.number(),
    actual_orders: z.number(),
    predicted_share: z.number(),
    actual_share: z.number(),
  })
  .readonly();

const comparedSchema = z
  .object({
    mae: z.number(),
    baseline_mae: z.number(),
    predicted: z.number(),
    baseline_predicted: z.number(),
    actual: z.number(),
  })
  .readonly();

const heldShape = {
  orders: comparedSchema,
  money: comparedSchema,
  interval_holds: z.number().meta({ description: 'Share of customers whose orders lay in their interval' }),
  interval_promises: z
    .number()
    .optional()
    .meta({ description: 'What the intervals hold by their own account: 0.8 or more, orders being whole numbers. Cards of before do not say it' }),
  money_interval_holds: z.number().optional().meta({ description: 'Share of customers whose money lay in its interval' }),
  money_interval_promises: z
    .number()
    .optional()
    .meta({ description: 'What the intervals of money hold by their own account: 0.8, and more where no order has more' }),
  calibration: z.array(calibrationRowSchema).readonly(),
  weekly: z
    .array(z.object({ week: z.number(), predicted: z.number(), actual: z.number() }).readonly())
    .readonly()
    .meta({ description: 'Running totals of orders' }),
} as const;

export const holdOutSchema = z
  .object({
    from: z.string().meta({ description: 'Last date that the model saw' }),
    until: z.string(),
    customers: z.number(),
    baseline: z.string(),
    ...heldShape,
    served: z
      .object({ beside: z.string().meta({ description: 'The other model' }), ...heldShape })
      .readonly()
      .optional()
      .meta({
        description:
          'The same where what is served goes by another model too (who will stay away), learned anew for this from what was known on the last date. The figures beside it are of the value model alone',
      }),
  })
  .readonly();
export type HoldOut = z.infer<typeof holdOutSchema>;

/** What only the value model's card tells. */
export const valueDetailsSchema = z
  .object({
    kind: z.literal('value'),
    data: z
      .object({
        customers: z.number(),
        repeat_customers: z.number(),
        orders: z.number(),
        first_order: z.string().nullable(),
        last_order: z.string().nullable(),
        weeks: z.number(),
        spend_customers: z.number(),
        currency: z.string(),
      })
      .readonly(),
    candidates: z.array(modelCandidateSchema).readonly(),
    parameters: z
      .array(z.object({ name: z.string(), value: z.number(), low: z.number().nullable(), high: z.number().nullable(), meaning: z.string() }).readonly())
      .readonly(),
    hold_out: holdOutSchema.nullable(),
    totals: z.object({ orders_90d: estimateSchema, value_12m: estimateSchema, active_customers: z.number().nullable() }).readonly(),
    intervals: z.string(),
  })
  .readonly()
  .meta({ id: 'ValueDetails' });
export type ValueDetails = z.infer<typeof valueDetailsSchema>;

export const valueBesideForecastSchema = z
  .object({
    weeks: z.int(),
    customers: estimateSchema.meta({ description: 'What customers’ pages say of the next three months, added up' }),
    shop: z.number().meta({ description: 'What the shop’s own forecast says of these weeks' }),
    known: estimateSchema.meta({ description: 'Of this, the part of customers who are known today, as far as they brought the last weeks' }),
    agree: z.boolean(),
    trust: z.enum(['both', 'forecast', 'customers']),
    sentence: z.string(),
  })
  .readonly()
  .meta({ id: 'ValueBesideForecast' });
export type ValueBesideForecast = z.infer<typeof valueBesideForecastSchema>;

export const scoreRunSchema = z
  .object({
    model: z.string(),
    version: z.number().int(),
    as_of: z.string(),
    customers: z.number(),
    traits: z.array(z.string()).readonly(),
    segments: z.number(),
    entered: z.number(),
    left: z.number(),
  })
  .readonly();
export type ScoreRun = z.infer<typeof scoreRunSchema>;

export const trainedModelSchema = z
  .object({
    model: z.string(),
    version: z.number().int(),
    status: z.enum(['candidate', 'approved', 'retired']),
    method: z.string(),
    trained_at: z.string(),
    as_of: z.string(),
    approved_at: z.string().nullable(),
    no_better: noBetterSchema,
  })
  .readonly();
export type TrainedModel = z.infer<typeof trainedModelSchema>;

export const customerForecastSchema = z
  .object({
    profile: z.number().int(),
    as_of: z.string(),
    model: z.string().meta({ description: 'Name and version of the model that answers' }),
    orders: z.number().meta({ description: 'Days with an order so far' }),
    first_order: z.string(),
    last_order: z.string(),
    alive: z.number().nullable(),
    orders_90d: estimateSchema,
    orders_12m: estimateSchema,
    value_12m: estimateSchema,
    spend: z.number().meta({ description: 'Expected money of one more order' }),
    next_order_date: z.string().nullable(),
    next_order_by: z.enum(['model', 'rhythm']).meta({
      description:
        'Whether the model says so, or the last order and the usual gap: which of them was nearer of such customers when both were held against what came',
    }),
    chances: z
      .array(z.object({ days: z.number(), probability: z.number() }).readonly())
      .readonly()
      .meta({ description: 'Probability of at least one order within so many days' }),
    because: z.array(z.string()).readonly(),
  })
  .readonly();
export type CustomerForecast = z.infer<typeof customerForecastSchema>;
