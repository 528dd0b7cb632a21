import { z } from 'zod';
import { modelNeedSchema, valueDetailsSchema } from './predict.ts';
import { modelKinds, modelStatuses } from './predict-kinds.ts';
import { noBetterSchema } from './no-better.ts';

// A model card: one shape for every kind of model, with what only that kind can tell in `details`.

/** A number with the interval that chance alone would leave it in, 95%. */
export const measuredSchema = z.object({ value: z.number(), low: z.number(), high: z.number() }).readonly();

/** One figure of how well a model does, beside the simple thing that it must beat. */
export const modelFigureSchema = z
  .object({
    measure: z.string().meta({ description: '`auc`, `average_precision`, `log_loss`, `calibration_error`, `mae_orders`, `ndcg`, `silhouette`, …' }),
    label: z.string(),
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    baseline: z.number().nullable().meta({ description: 'The same figure of the baseline; null where there is none' }),
    baseline_label: z.string().nullable(),
    better: z.enum(['higher', 'lower']),
    meaning: z.string().meta({ description: 'The figure in a plain sentence' }),
  })
  .readonly()
  .meta({ id: 'ModelFigure' });
export type ModelFigure = z.infer<typeof modelFigureSchema>;

export const driverSchema = z
  .object({
    column: z.string(),
    label: z.string(),
    importance: z.number().meta({ description: 'Share of what all columns together bring, 0 to 1' }),
    direction: z.enum(['more', 'less', 'mixed']).meta({ description: 'Whether a larger value makes the outcome likelier' }),
    sentence: z.string(),
  })
  .readonly()
  .meta({ id: 'ModelDriver' });
export type ModelDriver = z.infer<typeof driverSchema>;

export const fairnessGroupSchema = z
  .object({
    value: z.string(),
    customers: z.number(),
    positives: z.number(),
    selected: measuredSchema.meta({ description: 'Share that the model would pick' }),
    true_positive: measuredSchema.nullable().meta({ description: 'Of those with the outcome, the share that it would pick; null where nobody had it' }),
    false_positive: measuredSchema.nullable(),
    predicted: z.number().meta({ description: 'Mean probability promised' }),
    actual: measuredSchema.meta({ description: 'Share that had the outcome' }),
  })
  .readonly();

export const fairnessSchema = z
  .object({
    attribute: z.string(),
    label: z.string(),
    threshold: z.number().meta({ description: 'Picked are those with at least this probability: as many as there are with the outcome' }),
    groups: z.array(fairnessGroupSchema).readonly(),
    sentence: z.string(),
    differs: z.boolean().meta({ description: 'Some group differs by more than chance explains in how often the model is right' }),
  })
  .readonly()
  .meta({ id: 'ModelFairness' });
export type ModelFairness = z.infer<typeof fairnessSchema>;

export const driftLevels = ['none', 'some', 'strong'] as const;
export const driftSchema = z
  .object({
    checked_at: z.string(),
    level: z.enum(driftLevels),
    score: z
      .number()
      .nullable()
      .meta({ description: 'Population stability index of the scores since training: below 0.1 hardly changed, above 0.25 strongly' }),
    columns: z.array(z.object({ column: z.string(), label: z.string(), psi: z.number() }).readonly()).readonly(),
    sentence: z.string(),
  })
  .readonly()
  .meta({ id: 'ModelDrift' });
export type ModelDrift = z.infer<typeof driftSchema>;

export const calibrationBinSchema = z
  .object({ customers: z.number(), predicted: z.number(), observed: z.number(), low: z.number(), high: z.number() })
  .readonly();
export const liftRowSchema = z
  .object({ tenth: z.int(), customers: z.number(), positives: z.number(), rate: z.number(), lift: z.number().nullable(), gain: z.number().nullable() })
  .readonly();

export const classifierQualitySchema = z
  .object({
    customers: z.number(),
    positives: z.number(),
    auc: z.number().nullable(),
    auc_error: z.number().nullable(),
    average_precision: z.number().nullable(),
    log_loss: z.number(),
    brier: z.number(),
    calibration_error: z.number(),
    calibration: z.array(calibrationBinSchema).readonly(),
    lift: z.array(liftRowSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'ClassifierQuality' });
export type ClassifierQuality = z.infer<typeof classifierQualitySchema>;

export const classifierCandidateSchema = z
  .object({
    kind: z.string(),
    label: z.string(),
    chosen: z.boolean(),
    auc: z.number().nullable(),
    average_precision: z.number().nullable(),
    log_loss: z.number(),
    above: z.number().meta({ description: 'Log-loss above the best' }),
    error: z.number().meta({ description: 'Standard error of that difference' }),
  })
  .readonly();

const cutOffSchema = z.object({ date: z.string(), customers: z.number(), positives: z.number() }).readonly();

export const classifierDetailsSchema = z
  .object({
    kind: z.literal('classifier'),
    outcome: z.string().meta({ description: 'The condition that is foretold, in the segment language, at the end of the horizon' }),
    among: z.string().nullable(),
    base_rate: z.number().nullable().meta({ description: 'Share with the outcome at the newest cut-off' }),
    cut_offs: z.array(cutOffSchema).readonly(),
    candidates: z.array(classifierCandidateSchema).readonly(),
    newest: classifierQualitySchema.nullable().meta({ description: 'On the newest cut-off alone, which was held back' }),
    overall: classifierQualitySchema.nullable().meta({ description: 'Over all cut-offs that were tests' }),
  })
  .readonly()
  .meta({ id: 'ClassifierDetails' });
export type ClassifierDetails = z.infer<typeof classifierDetailsSchema>;

export const groupsDetailsSchema = z
  .object({ kind: z.literal('groups'), algorithm: z.string(), groups: z.int(), natural: z.boolean().nullable() })
  .readonly()
  .meta({ id: 'GroupsDetails' });

export const rankedCandidateSchema = z
  .object({
    kind: z.string(),
    label: z.string(),
    chosen: z.boolean(),
    ndcg: z.number(),
    error: z.number(),
    precision: z.number(),
    coverage: z.number().meta({ description: 'Share of the products that it proposes to anybody' }),
  })
  .readonly();

export const recommendationsDetailsSchema = z
  .object({
    kind: z.literal('recommendations'),
    products: z.number(),
    purchases: z.number(),
    tested: z.number().meta({ description: 'Customers who bought in the time that was held back' }),
    candidates: z.array(rankedCandidateSchema).readonly(),
    again: z.boolean().meta({ description: 'Whether customers of this shop buy the same products again' }),
  })
  .readonly()
  .meta({ id: 'RecommendationsDetails' });

export const timingDetailsSchema = z
  .object({
    kind: z.literal('timing'),
    candidates: z
      .array(z.object({ kind: z.string(), label: z.string(), chosen: z.boolean(), hit: z.number(), error: z.number() }).readonly())
      .readonly()
      .meta({ description: 'Share of later moments that fell on the weekday, or into the three hours, that was foretold' }),
    best_weekday: z.int().nullable(),
    best_hour: z.int().nullable(),
    hours: z.array(z.number()).readonly().meta({ description: 'Share of what customers did by hour of the day, 24 numbers' }),
    weekdays: z.array(z.number()).readonly().meta({ description: 'The same by weekday from Monday, 7 numbers' }),
  })
  .readonly()
  .meta({ id: 'TimingDetails' });

export const modelDetailsSchema = z.discriminatedUnion('kind', [
  valueDetailsSchema,
  classifierDetailsSchema,
  groupsDetailsSchema,
  recommendationsDetailsSchema,
  timingDetailsSchema,
]);
export type ModelDetails = z.infer<typeof modelDetailsSchema>;

export const modelCardSchema = z
  .object({
    model: z.string(),
    version: z.number().int(),
    status: z.enum(modelStatuses),
    kind: z.enum(modelKinds),
    title: z.string(),
    question: z.string().meta({ description: 'What it answers and for when, in a sentence' }),
    horizon_days: z.number().nullable(),
    method: z.string().meta({ description: 'What kind of model answers' }),
    seed: z.number(),
    trained_at: z.string(),
    as_of: z.string(),
    age_days: z.number(),
    predicts: z.array(z.object({ trait: z.string(), label: z.string(), meaning: z.string() }).readonly()).readonly(),
    seen: z.string().meta({ description: 'Which data it learned from, in a sentence' }),
    enough: z.array(modelNeedSchema).readonly(),
    chosen_because: z.string(),
    quality: z
      .array(modelFigureSchema)
      .readonly()
      .meta({ description: 'On data that was held back, the most telling figure first; empty where nothing could be held back' }),
    drivers: z.array(driverSchema).readonly(),
    limits: z.array(z.string()).readonly(),
    fairness: z.array(fairnessSchema).readonly(),
    drift: driftSchema.nullable(),
    no_better: noBetterSchema,
    adds_up_to: z.number().nullable().meta({
      description: 'What customers’ pages say of the money of the next 12 months, added up, by all models that act; null but for the value model that acts',
    }),
    details: modelDetailsSchema,
  })
  .readonly()
  .meta({ id: 'ModelCard' });
export type ModelCard = z.infer<typeof modelCardSchema>;

/** What training writes; version, status, age and drift are added when it is read. */
export type WrittenCard = Omit<ModelCard, 'version' | 'status' | 'age_days' | 'trained_at' | 'drift' | 'no_better' | 'adds_up_to'>;

export const backtestSchema = z
  .object({
    model: z.string(),
    as_of: z.string(),
    horizon_days: z.number().nullable(),
    cut_offs: z.array(z.string()).readonly(),
    quality: z.array(modelFigureSchema).readonly(),
    chosen: z.string(),
    because: z.string(),
    needs: z.array(modelNeedSchema).readonly(),
    details: modelDetailsSchema,
  })
  .readonly()
  .meta({ id: 'Backtest' });
export type Backtest = z.infer<typeof backtestSchema>;
