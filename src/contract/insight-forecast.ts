import { z } from 'zod';
import { findingShape, localDateSchema, momentShape, unknownable } from './insight-common.ts';

export const forecastMeasures = ['revenue', 'orders', 'customers', 'new_customers', 'segment'] as const;
export const forecastRequest = z.object({
  ...momentShape,
  measure: z.enum(forecastMeasures).default('revenue'),
  /** Slug or name, with `measure: segment`. */
  segment: z.string().optional(),
  weeks: z.coerce.number().int().min(1).max(26).default(13),
});
export type ForecastRequest = z.input<typeof forecastRequest>;

const weekShape = { starts: localDateSchema, ends: localDateSchema, holidays: z.array(z.string()) } as const;
const intervalShape = {
  expected: z.number(),
  /** Made to hold four in five, and nineteen in twenty. */
  low: z.number(),
  high: z.number(),
  low95: z.number(),
  high95: z.number(),
} as const;

export const forecastAnswer = z.object({
  ...findingShape,
  measure: z.enum(forecastMeasures),
  segment: z.object({ slug: z.string(), name: z.string() }).nullable(),
  unit: z.enum(['money', 'count', 'people']),
  /** Country whose public holidays are marked; null where the workspace names none that is known. */
  holidays_of: z.string().nullable(),
  /** Whole weeks, oldest first. A size is that at the week's end; `reconstructed` where it was worked out later. */
  history: z.array(z.object({ ...weekShape, value: z.number(), reconstructed: z.boolean() })),
  /** The week that still runs, as far as it has come. */
  running: z.object({ ...weekShape, value: z.number() }).nullable(),
  points: z.array(z.object({ ...weekShape, ...intervalShape })),
  total: z.object({ expected: z.number() }).nullable(),
  chosen: z.object({ kind: z.string(), label: z.string(), holidays: z.boolean(), because: z.string() }).nullable(),
  candidates: z.array(
    z.object({
      kind: z.string(),
      label: z.string(),
      holidays: z.boolean(),
      /** Mean absolute error in the back-test, and in parts of what there was to foretell. */
      mae: unknownable,
      wape: unknownable,
      above_best: z.number(),
      standard_error: z.number(),
      chosen: z.boolean(),
    }),
  ),
  /** How often intervals of four in five held in the back-test: the model's own, and as they are shown (widened by `factor`, which was read off other weeks). */
  coverage: z.object({ weeks: z.int(), raw: z.number(), shown: z.number(), factor: z.number() }).nullable(),
  /** What each candidate needs and what there is. */
  enough: z.array(z.object({ kind: z.string(), label: z.string(), needs: z.int(), has: z.int(), enough: z.boolean() })),
  /** The newest whole week, held against what was foretold at its start. */
  last_week: z.object({ ...weekShape, ...intervalShape, actual: z.number(), outside: z.boolean() }).nullable(),
});
export type ForecastAnswer = z.infer<typeof forecastAnswer>;
