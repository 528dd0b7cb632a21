import { z } from 'zod';

const lasting = {
  subscriptions: z.number(),
  ended: z.number(),
  median_days: z.number().nullable().meta({ description: 'Null while more than half outlast what was watched' }),
  median_low: z.number().nullable().meta({ description: '95% interval of the median; null where it does not end' }),
  median_high: z.number().nullable(),
  points: z
    .array(z.object({ days: z.number(), at_risk: z.number(), survival: z.number(), low: z.number(), high: z.number() }).readonly())
    .readonly()
    .meta({ description: 'Share that lasts longer, with its 95% interval' }),
};

const apartSchema = z
  .object({
    name: z.string().meta({ description: 'The property of the start, "began" or "ran"' }),
    date: z.string().nullable().meta({ description: 'By "began" or "ran": the day that splits them' }),
    groups: z.array(z.object({ value: z.string(), ...lasting }).readonly()).readonly(),
    unknown: z.number().meta({ description: 'Subscriptions whose start does not say' }),
    test: z
      .object({ statistic: z.number(), degrees: z.number(), p: z.number() })
      .readonly()
      .nullable()
      .meta({ description: 'Log-rank test that all last alike; null where fewer than two groups could have ended' }),
    sentence: z.string(),
  })
  .readonly();

const hazardsSchema = z
  .object({
    landmark: z.string().meta({ description: 'Date that features are as of; what came after was foretold' }),
    subscriptions: z.number(),
    ended: z.number(),
    concordance: z
      .number()
      .nullable()
      .meta({ description: 'How often who ended first had the higher risk, on the half that was not learned from; 0.5 is chance' }),
    covariates: z
      .array(
        z
          .object({
            name: z.string(),
            value: z.string().nullable().meta({ description: 'Of a property of the start: the value that is held against the others; null for a number' }),
            label: z.string().meta({ description: 'What the ratio is for, in words and with its unit: "each 5 visits more in 30 days"' }),
            step: z.number().meta({ description: 'The difference that the ratio is for: a round number near one standard deviation; 1 of a value' }),
            ratio: z.number(),
            low: z.number(),
            high: z.number(),
            p: z.number(),
            sentence: z.string(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

export const subscriptionCurveSchema = z
  .object({
    as_of: z.string(),
    start: z.string().meta({ description: 'Name of the event that begins a subscription' }),
    end: z.string(),
    ...lasting,
    choices: z.array(z.string()).readonly().meta({
      description:
        'What they can be split by: properties of the start with 2 to 12 values, and by a day "began" (when they began) and "ran" (when they ran: those that began before count in both)',
    }),
    by: apartSchema.nullable().meta({ description: 'A curve for each value; null where nothing was asked' }),
    hazards: hazardsSchema.nullable().meta({ description: 'Proportional hazards; null where fewer than 30 ends were seen' }),
    to_come: z
      .object({
        running: z.number().meta({ description: 'Subscriptions that run now' }),
        periods: z.number().meta({ description: 'Periods of 30 days of the last year that it is taken from' }),
        shares: z.array(z.object({ days: z.number(), share: z.number(), low: z.number(), high: z.number() }).readonly()).readonly(),
      })
      .readonly()
      .nullable()
      .meta({
        description: 'Share of those running now that ends within so many days, with the 95% interval of what may come; null where too little was seen',
      }),
  })
  .readonly();
export type SubscriptionCurve = z.infer<typeof subscriptionCurveSchema>;
