import { z } from 'zod';

// What the page of one segment asks for beyond its definition. Names are masked for whoever may not see them.

const count = z.int().nonnegative();

export const segmentFlowSchema = z
  .object({
    as_of: z.string(),
    sentence: z.string(),
    entered: count,
    left: count,
    days: z.array(z.object({ date: z.string(), entered: count, left: count }).readonly()).readonly(),
    people: z
      .array(z.object({ profile: z.int(), name: z.string().nullable(), email: z.string().nullable(), entered: z.boolean(), at: z.string() }).readonly())
      .readonly()
      .meta({ description: 'Newest first, at most 100' }),
  })
  .readonly()
  .meta({ id: 'SegmentFlow' });
export type SegmentFlow = z.infer<typeof segmentFlowSchema>;

const valueSchema = z
  .object({
    value: z.string(),
    members: count,
    share: z.number().meta({ description: 'Of the members whose value is known' }),
    base_share: z.number().meta({ description: 'Of all customers whose value is known' }),
    /** Cohen's h of the two shares. */
    effect: z.number(),
    expression: z.string(),
  })
  .readonly();

export const compositionSchema = z
  .object({
    as_of: z.string(),
    members: count,
    customers: count.meta({ description: 'All customers: where a trait’s base_known is less, its shares are of those of whom it is known' }),
    sentence: z.string(),
    how: z.string(),
    traits: z
      .array(
        z
          .object({
            name: z.string(),
            label: z.string(),
            known: z.number(),
            base_known: z.number(),
            strongest: z.number(),
            values: z.array(valueSchema).readonly(),
          })
          .readonly(),
      )
      .readonly()
      .meta({ description: 'Traits with few values, the most telling first' }),
    numbers: z
      .array(
        z
          .object({
            name: z.string(),
            label: z.string(),
            unit: z.string().nullable(),
            median: z.number().nullable(),
            quartiles: z.object({ low: z.number(), high: z.number() }).readonly().nullable(),
            base_median: z.number().nullable(),
            base_quartiles: z.object({ low: z.number(), high: z.number() }).readonly().nullable(),
            effect: z.number().nullable().meta({ description: 'Hedges’ g of members against other customers' }),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'SegmentComposition' });
export type SegmentComposition = z.infer<typeof compositionSchema>;

export const segmentValueSchema = z
  .object({
    as_of: z.string(),
    sentence: z.string(),
    how: z.string(),
    months: z
      .array(z.object({ month: z.string(), whole: z.boolean(), revenue: z.number(), orders: count, buyers: count, base_revenue: z.number() }).readonly())
      .readonly()
      .meta({
        description:
          'What today’s members brought in each month of the last twelve, beside all customers; a month at either end need not lie in them as a whole',
      }),
    average_order_value: z.number().nullable(),
    base_average_order_value: z.number().nullable(),
    revenue_12_months: z.number(),
    share_12_months: z.number().nullable(),
    per_member_12_months: z.number().nullable(),
    base_per_customer_12_months: z.number().nullable(),
  })
  .readonly()
  .meta({ id: 'SegmentValue' });
export type SegmentValue = z.infer<typeof segmentValueSchema>;

export const segmentMemberSchema = z
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
    since: z.string().nullable().meta({ description: 'When the log saw them enter; null for those who were in from its beginning' }),
    listed: z.boolean().meta({ description: 'In by hand, whatever the definition says' }),
  })
  .readonly()
  .meta({ id: 'SegmentMember' });
export type SegmentMember = z.infer<typeof segmentMemberSchema>;
