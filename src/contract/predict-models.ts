import { z } from 'zod';
import { customerSummarySchema } from './customers.ts';
import { driftLevels, modelFigureSchema } from './predict-card.ts';
import { groupMethodNames, modelKinds, modelStatuses } from './predict-kinds.ts';
import { noBetterSchema } from './no-better.ts';
import { customerForecastSchema, modelNeedSchema } from './predict.ts';

// Models as they are listed, defined, compared, and what they say of customers.

export const predictionTargetSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('order') }).readonly(),
    z.object({ kind: z.literal('product'), product: z.string().min(1).max(300) }).readonly(),
    z.object({ kind: z.literal('category'), category: z.string().min(1).max(300) }).readonly(),
    z.object({ kind: z.literal('event'), event: z.string().min(1).max(300) }).readonly(),
    z
      .object({ kind: z.literal('segment'), segment: z.string().min(1).max(300) })
      .readonly()
      .meta({ description: 'Will be a member at the end of the horizon, among those who are none at its begin' }),
    z
      .object({ kind: z.literal('condition'), text: z.string().min(1).max(20_000) })
      .readonly()
      .meta({ description: 'Any condition of the segment language, asked at the end of the horizon' }),
  ])
  .meta({ id: 'PredictionTarget' });
export type PredictionTarget = z.infer<typeof predictionTargetSchema>;

export const newPredictionSchema = z
  .object({
    name: z.string().trim().min(1).max(80).meta({ description: 'Who will …: "buy shoes"; the trait is `predicted.will_buy_shoes`' }),
    target: predictionTargetSchema,
    horizon_days: z.int().min(1).max(730).default(30),
    among: z.string().max(20_000).nullable().default(null).meta({ description: 'Of whom it is asked, in the segment language; everybody where null' }),
  })
  .readonly();
export type NewPrediction = z.infer<typeof newPredictionSchema>;

export const predictionDefinitionSchema = z
  .object({
    model: z.string().meta({ description: 'How routes and commands call it: `will-buy-shoes`' }),
    name: z.string(),
    target: predictionTargetSchema,
    horizon_days: z.int(),
    among: z.string().nullable(),
    outcome: z.string().meta({ description: 'The target as a condition of the segment language' }),
    trait: z.string(),
    author: z.string(),
    created_at: z.string(),
  })
  .readonly()
  .meta({ id: 'PredictionDefinition' });
export type PredictionDefinition = z.infer<typeof predictionDefinitionSchema>;

export const predictionCheckSchema = z
  .object({
    outcome: z.string(),
    sentence: z.string(),
    among_sentence: z.string().nullable(),
    horizon_days: z.int(),
    cut_offs: z
      .array(z.object({ date: z.string(), customers: z.number(), positives: z.number() }).readonly())
      .readonly()
      .meta({ description: 'At earlier moments: of whom it would have been asked, and who did it within the horizon' }),
    enough: z.array(modelNeedSchema).readonly(),
    verdict: z.string().meta({ description: 'Whether this can be learned, in a sentence' }),
    can_learn: z.boolean(),
    warnings: z
      .array(z.string())
      .readonly()
      .meta({ description: 'Names that nothing is known of here (an event, a category, a product), with what was probably meant' }),
  })
  .readonly()
  .meta({ id: 'PredictionCheck' });
export type PredictionCheck = z.infer<typeof predictionCheckSchema>;

export const predictionTargetsSchema = z
  .object({
    suggestions: z
      .array(
        z
          .object({
            name: z.string(),
            target: predictionTargetSchema,
            among: z.string().nullable(),
            horizon_days: z.int(),
            customers: z.number().meta({ description: 'Who ever did it' }),
          })
          .readonly(),
      )
      .readonly()
      .meta({ description: 'What this shop could ask, the most telling first' }),
    events: z
      .array(
        z
          .object({
            event: z.string(),
            customers: z.number(),
            among: z.string().nullable().meta({ description: 'Of whom to ask it: where customers are members, of those who have not ended their membership' }),
          })
          .readonly(),
      )
      .readonly(),
    categories: z.array(z.object({ category: z.string(), customers: z.number() }).readonly()).readonly(),
    products: z.array(z.object({ product: z.string(), customers: z.number() }).readonly()).readonly(),
    segments: z.array(z.object({ slug: z.string(), name: z.string() }).readonly()).readonly(),
    memberships: z
      .array(z.object({ begins: z.string(), ends: z.string() }).readonly())
      .readonly()
      .meta({ description: 'Pairs of events that begin and end the same thing, as their names say' }),
    lives_by: z
      .string()
      .nullable()
      .meta({ description: 'The event that ends what customers of this shop are members of: who will do that, `churn` asks; null where they are no members' }),
    horizon_days: z.int().meta({ description: 'A horizon that fits the rhythm of this shop' }),
  })
  .readonly()
  .meta({ id: 'PredictionTargets' });
export type PredictionTargets = z.infer<typeof predictionTargetsSchema>;

const versionBriefSchema = z
  .object({
    version: z.int(),
    status: z.enum(modelStatuses),
    method: z.string(),
    trained_at: z.string(),
    as_of: z.string(),
    approved_at: z.string().nullable(),
    headline: modelFigureSchema.nullable(),
    because: z.string().nullable().meta({ description: 'Why it was trained by itself, in a sentence; null where somebody asked for it' }),
    no_better: noBetterSchema,
  })
  .readonly();

export const predictionSummarySchema = z
  .object({
    model: z.string(),
    kind: z.enum(modelKinds),
    title: z.string(),
    question: z.string(),
    horizon_days: z.number().nullable(),
    built_in: z.boolean().meta({ description: 'False for what somebody defined here' }),
    definition: predictionDefinitionSchema.nullable(),
    acting: versionBriefSchema.nullable().meta({ description: 'The version whose traits segments can use now (the champion)' }),
    challenger: versionBriefSchema.nullable().meta({ description: 'A newer version that waits for approval' }),
    age_days: z.number().nullable(),
    customers: z.number().nullable().meta({ description: 'Scored at the last refresh' }),
    traits: z.array(z.string()).readonly(),
    drift: z.enum(driftLevels).nullable(),
    stale: z.string().nullable().meta({ description: 'Why it should be trained again, in a sentence; null where it need not' }),
    job: z.string().nullable().meta({ description: 'The job that trains it now' }),
  })
  .readonly()
  .meta({ id: 'PredictionSummary' });
export type PredictionSummary = z.infer<typeof predictionSummarySchema>;

export const modelComparisonSchema = z
  .object({
    model: z.string(),
    champion: versionBriefSchema.nullable(),
    challenger: versionBriefSchema.nullable(),
    figures: z
      .array(
        z
          .object({
            measure: z.string(),
            label: z.string(),
            champion: z.number().nullable(),
            challenger: z.number().nullable(),
            better: z.enum(['champion', 'challenger', 'equal', 'unknown']),
          })
          .readonly(),
      )
      .readonly()
      .meta({ description: 'Each as measured when it was trained, on the data that was newest then' }),
    moved: z
      .object({ customers: z.number(), changed: z.number().meta({ description: 'Share of the customers whose answer would differ noticeably' }) })
      .readonly()
      .nullable(),
    advice: z.string(),
  })
  .readonly()
  .meta({ id: 'ModelComparison' });
export type ModelComparison = z.infer<typeof modelComparisonSchema>;

export const foresightSettingsSchema = z
  .object({
    fairness: z.array(z.string()).max(20).readonly().meta({ description: 'Traits or features by which every model is audited, such as `gender` or `country`' }),
    retrain_days: z.int().min(1).max(730).nullable().meta({ description: 'A challenger is trained when the newest version is this old; null never by age' }),
    retrain_on_drift: z.boolean().meta({ description: 'A challenger is trained when customers have become others than those learned from' }),
    churn_days: z.int().min(7).max(730).nullable().meta({ description: 'Silence that counts as having left; null fits it to the rhythm of the shop' }),
    next_order_days: z.int().min(1).max(365).nullable().meta({ description: 'Horizon of the next order; null fits it to the rhythm of the shop' }),
  })
  .readonly()
  .meta({ id: 'ForesightSettings' });
export type ForesightSettings = z.infer<typeof foresightSettingsSchema>;

export const trainRequestSchema = z
  .object({
    approve: z.boolean().default(false).meta({ description: 'Let it act at once, where it does better than what it stands beside' }),
    anyway: z.boolean().default(false).meta({ description: 'Let it act at once also where it does not' }),
    seed: z.int().min(0).max(2_147_483_647).default(1),
    as_of: z.string().max(40).optional(),
    groups: z
      .object({
        method: z.enum(groupMethodNames).optional(),
        k: z.int().min(2).max(12).optional(),
        columns: z.array(z.string()).min(2).max(30).optional(),
        among: z.string().max(20_000).optional(),
      })
      .readonly()
      .optional()
      .meta({ description: 'For natural groups: method, number and what to group by; chosen by evidence where absent' }),
  })
  .readonly();
export type TrainRequestBody = z.infer<typeof trainRequestSchema>;

export const reasonSchema = z
  .object({
    column: z.string(),
    label: z.string(),
    value: z.string().nullable(),
    effect: z.number().meta({ description: 'Above 0 speaks for the outcome, in log-odds; of all columns that mean nearly the same, which are told by one' }),
    fact: z.string().meta({ description: 'The first half of the sentence: what is so of the customer' }),
    odd: z.boolean().meta({ description: 'It pulls the other way than one would expect on its face: so it is among customers who are otherwise alike' }),
    sentence: z.string(),
  })
  .readonly()
  .meta({ id: 'PredictionReason' });
export type PredictionReason = z.infer<typeof reasonSchema>;

/** What one classifier says of one customer. */
export const customerScoreSchema = z
  .object({
    model: z.string(),
    version: z.int(),
    title: z.string(),
    question: z.string(),
    horizon_days: z.number().nullable(),
    trait: z.string(),
    probability: z.number(),
    low: z
      .number()
      .meta({ description: 'Of customers with such a score, the share with the outcome lay between low and high (95%) where it could be checked' }),
    high: z.number(),
    base_rate: z.number().nullable(),
    rank: z.number().meta({ description: 'Share of the scored customers with a lower probability' }),
    reasons: z.array(reasonSchema).readonly(),
    sentence: z.string(),
  })
  .readonly()
  .meta({ id: 'CustomerScore' });
export type CustomerScore = z.infer<typeof customerScoreSchema>;

export const customerPredictionsSchema = z
  .object({
    profile: z.int(),
    as_of: z.string(),
    value: customerForecastSchema.nullable(),
    scores: z.array(customerScoreSchema).readonly(),
    group: z.object({ number: z.int(), name: z.string(), description: z.string() }).readonly().nullable(),
    leaning: z
      .object({ category: z.string(), sentence: z.string() })
      .readonly()
      .nullable()
      .meta({ description: 'The category that they lean to, by what they bought and looked at' }),
    timing: z.object({ weekday: z.int().nullable(), hour: z.int().nullable(), basket: z.number().nullable(), sentence: z.string() }).readonly().nullable(),
  })
  .readonly()
  .meta({ id: 'CustomerPredictions' });
export type CustomerPredictions = z.infer<typeof customerPredictionsSchema>;

export const scoredCustomersSchema = z
  .object({
    model: z.string(),
    version: z.int(),
    total: z.number(),
    items: z
      .array(
        z
          .object({
            customer: customerSummarySchema,
            probability: z.number(),
            low: z.number(),
            high: z.number(),
            value_12m: z.number().nullable(),
            at_stake: z.number().nullable().meta({ description: 'Probability times the value expected in 12 months, where the value model acts' }),
            reasons: z.array(reasonSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    next: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'ScoredCustomers' });
export type ScoredCustomers = z.infer<typeof scoredCustomersSchema>;
