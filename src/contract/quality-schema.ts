import { z } from 'zod';
import { qualityDimensions } from './quality.ts';

const sample = z.object({ id: z.string(), import: z.string().nullable(), detail: z.string() }).readonly();

/** `QualityReport` as the API answers it. */
export const qualityReportSchema = z
  .object({
    as_of: z.string(),
    figures: z
      .array(
        z
          .object({
            dimension: z.enum(qualityDimensions),
            source: z.string().nullable(),
            kind: z.string(),
            field: z.string().nullable(),
            rule: z.string(),
            explanation: z.string(),
            score: z.number().nullable(),
            rows: z.number(),
            bad: z.number(),
            age_days: z.number().nullable(),
            sample: z.array(sample).readonly(),
            fix: z.string(),
            severity: z.enum(['good', 'look', 'act']),
          })
          .readonly(),
      )
      .readonly(),
    sources: z
      .array(z.object({ source: z.string(), kind: z.string(), records: z.number(), first: z.string().nullable(), last: z.string().nullable() }).readonly())
      .readonly(),
  })
  .readonly()
  .meta({ id: 'QualityReport' });
