import { z } from 'zod';

// What the API answers about customers: the shapes of docs/json.md. Names, e-mails and phones are masked for whoever may not see them.

export const customerSummarySchema = z
  .object({
    profile: z.int(),
    customer_id: z.string().nullable(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    orders: z.number(),
    total_spent: z.number(),
    last_order_at: z.string().nullable(),
    rfm_segment: z.string().nullable(),
    lifecycle: z.string().nullable(),
    values: z.record(z.string(), z.unknown()).optional().meta({ description: 'Traits and features that `columns` asked for' }),
  })
  .readonly()
  .meta({ id: 'CustomerSummary' });
export type CustomerSummary = z.infer<typeof customerSummarySchema>;

export const timelineEntrySchema = z
  .object({
    at: z.string(),
    kind: z.string(),
    title: z.string(),
    detail: z.string().nullable(),
    amount: z.number().nullable(),
    source: z.string(),
    id: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'TimelineEntry' });

export const customerSchema = z
  .object({
    profile: z.int(),
    name: z.string().nullable(),
    identifiers: z.array(z.object({ namespace: z.string(), value: z.string(), source: z.string().nullable() }).readonly()).readonly(),
    traits: z.record(z.string(), z.unknown()),
    trait_sources: z.record(z.string(), z.object({ source: z.string(), at: z.string().nullable() }).readonly()),
    features: z.record(z.string(), z.unknown()),
    segments: z.array(z.object({ slug: z.string(), name: z.string(), since: z.string().nullable() }).readonly()).readonly(),
    timeline: z.array(timelineEntrySchema).readonly(),
  })
  .readonly()
  .meta({ id: 'Customer' });
export type CustomerAnswer = z.infer<typeof customerSchema>;

export const duplicateSchema = z
  .object({
    a: z.object({ profile: z.int(), label: z.string() }).readonly(),
    b: z.object({ profile: z.int(), label: z.string() }).readonly(),
    reason: z.string(),
    score: z.number(),
  })
  .readonly()
  .meta({ id: 'ProbableDuplicate' });

export const mergeSchema = z
  .object({
    merge: z.int(),
    batch: z.int().nullable(),
    survivor: z.int(),
    absorbed: z.int(),
    namespace: z.string().nullable(),
    value: z.string().nullable(),
    merged_at: z.string(),
    merged_by: z.string().nullable(),
    undone_at: z.string().nullable(),
    undone_by: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'Merge' });

/** More pairs than any list shows: what may be decided at once. */
export const mostPairs = 2000;

export const severalDecidedSchema = z
  .object({
    decision: z.string().meta({ description: 'By which it can be taken back as one' }),
    pairs: z.int(),
    fewer: z.int().meta({ description: 'How many customers fewer there are' }),
    message: z.string(),
  })
  .readonly()
  .meta({ id: 'SeveralDecided' });

export const decidedSchema = z.object({ profile: z.int().nullable(), message: z.string() }).readonly();
