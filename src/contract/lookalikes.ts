import { z } from 'zod';
import { findingShape, groupShape, momentShape, unknownable } from './insight-common.ts';

export const lookalikeRequest = z.object({
  ...momentShape,
  /** A segment by slug or name, or a definition. */
  segment: z.string().trim().min(1).max(20_000),
  seed: z.coerce.number().int().default(1),
});
export type LookalikeRequest = z.input<typeof lookalikeRequest>;
export const lookalikeAnswer = z.object({
  ...findingShape,
  segment: z.object({ name: z.string(), slug: z.string().nullable(), ...groupShape }),
  /** Which kind of model answers, and why. */
  method: z.string(),
  because: z.string(),
  /** Judged on customers that were held back. */
  quality: z.object({ auc: unknownable, average_precision: unknownable, base_rate: z.number(), calibration_error: unknownable }),
  /** Features that the definition itself speaks of, which would only give it back. */
  left_out: z.array(z.string()),
  drivers: z.array(z.object({ name: z.string(), label: z.string(), importance: z.number() })),
  /** Nearest first: how many who are not members are at least as likely, how likely they are on average (`lift`: so many times as all who are no members), which share of true members (held back) would be found so, and, once kept, the condition that finds exactly them. */
  sizes: z.array(
    z.object({ people: z.int(), at_least: z.number(), mean: z.number(), members_found: z.number(), lift: unknownable, expression: z.string().nullable() }),
  ),
  /** The trait, once it is kept (`POST /lookalikes`). */
  trait: z.string().nullable(),
});
export type LookalikeAnswer = z.infer<typeof lookalikeAnswer>;
export const keptLookalikeSchema = z
  .object({
    slug: z.string(),
    segment: z.string(),
    trait: z.string(),
    trained_at: z.string(),
    as_of: z.string(),
    by: z.string(),
    method: z.string(),
    auc: unknownable,
  })
  .readonly();
export type KeptLookalikeEntry = z.infer<typeof keptLookalikeSchema>;

export const upliftRequest = z.object({
  ...momentShape,
  /** Who was treated and who was not, by chance: segments or definitions, as of now. Left out of `control`: everybody who is not treated. */
  treated: z.string().trim().min(1).max(20_000),
  control: z.string().trim().min(1).max(20_000).optional(),
  /** When the treatment was given: features are as of then. */
  since: z.string().min(4).max(40),
  /** What it was for: a definition asked so many days later. */
  outcome: z.string().trim().min(1).max(20_000),
  days: z.coerce.number().int().min(1).max(366).default(14),
  seed: z.coerce.number().int().default(1),
});
export type UpliftRequest = z.input<typeof upliftRequest>;
const upliftCurve = z.array(z.object({ targeted: z.number(), gain: z.number() }));
export const upliftAnswer = z.object({
  ...findingShape,
  treated: z.object({ people: z.int(), rate: z.number() }),
  control: z.object({ people: z.int(), rate: z.number() }),
  effect: z.object({ difference: z.number(), low: z.number(), high: z.number(), p: z.number() }).nullable(),
  /** Whether chance alone would have made the two groups so alike in what was known before; below 0.5% something else decided who was treated. */
  balance: z.object({ auc: unknownable, suspicious: z.boolean() }),
  /** Each judged on customers that it was not fitted on. */
  models: z.array(
    z.object({
      kind: z.enum(['none', 'two-model', 'transformed']),
      label: z.string(),
      qini: z.number(),
      qini_error: z.number(),
      relative: unknownable,
      auuc: z.number(),
      top_30: unknownable,
      bottom_half: unknownable,
      chosen: z.boolean(),
      curve: upliftCurve,
    }),
  ),
  /** Of a point that the chosen model's own scores tell apart, how much came among people it had not seen, and its standard error: what is expected is drawn to that. Null where nothing tells anybody apart. */
  calibration: z.object({ slope: z.number(), error: z.number() }).nullable(),
  /** By tenths of what the chosen model expects, highest first: what came of it, and between which bounds in nineteen cases of twenty. */
  tenths: z.array(z.object({ expected: z.number(), uplift: unknownable, low: unknownable, high: unknownable, treated: z.int(), control: z.int() })),
});
export type UpliftAnswer = z.infer<typeof upliftAnswer>;

export const keepUpliftRequest = upliftRequest.extend({
  /** What it is called: becomes the trait `predicted.uplift_…`. */
  name: z.string().trim().min(1).max(60),
});
export type KeepUpliftRequest = z.input<typeof keepUpliftRequest>;
export const keptUpliftSchema = z
  .object({
    slug: z.string(),
    name: z.string(),
    trait: z.string(),
    treated: z.string(),
    control: z.string().nullable(),
    since: z.string(),
    outcome: z.string(),
    days: z.int(),
    kept_at: z.string(),
    by: z.string(),
    method: z.string(),
    /** What the treatment changed on average, and how much more among the 30% whom it changes most. */
    difference: z.number(),
    top_30: unknownable,
    /** Whom to treat: those whom it changes most, as a condition. */
    sizes: z.array(z.object({ share: z.number(), at_least: z.number(), expression: z.string() })).readonly(),
  })
  .readonly();
export type KeptUplift = z.infer<typeof keptUpliftSchema>;
