import { z } from 'zod';

// Whom to call: customers whose coming back (of members: whose staying) is worth most and least certain, with what speaks for a call now. Money in the workspace's currency, times
// ISO 8601 UTC, probabilities 0 to 1.

export const callListRequest = z
  .object({
    reach: z.enum(['any', 'phone', 'email']).default('any').meta({ description: 'Only those with a phone number, or an e-mail address' }),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    as_of: z.string().max(40).optional(),
  })
  .readonly();
export type CallListRequest = z.input<typeof callListRequest>;

const rangeSchema = z.object({ expected: z.number(), low: z.number(), high: z.number() }).readonly();

export const callSchema = z
  .object({
    profile: z.int(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    customer_id: z.string().nullable(),
    at_stake: z.number().meta({
      description:
        'Value expected in 12 months times the probability of no order in that time, both by the model of who stays away where that acts; of members times the probability that they leave',
    }),
    value_12m: rangeSchema.meta({ description: 'Expected, and the interval that holds it in four of five cases' }),
    return_90d: z.number().nullable().meta({ description: 'Probability of an order in 90 days if nothing is done' }),
    order: z.object({ days: z.number(), probability: z.number(), low: z.number(), high: z.number() }).readonly().nullable().meta({
      description:
        'The same within so many days by the model of who stays away, with the bounds of what customers with such a score did; null where that does not act',
    }),
    leaving: z.object({ days: z.number(), probability: z.number(), low: z.number(), high: z.number(), usual: z.number() }).readonly().nullable().meta({
      description:
        'Of a member, how likely they leave within so many days, with the bounds of what members with such a score did, and the average of all members; null where customers are no members',
    }),
    due_since: z.string().nullable().meta({ description: 'When the next order was to be expected by their own rhythm' }),
    orders: z.number(),
    reasons: z.array(z.string()).readonly(),
    opening: z.string().nullable().meta({ description: 'What to speak of' }),
    sure: z.enum(['well', 'fairly', 'barely']).meta({
      description:
        'How well this customer is known: eight orders or more, four or more, fewer. Of a member by the bounds of the chance: 20 points wide or less, 40 or less, wider',
    }),
  })
  .readonly()
  .meta({ id: 'Call' });
export type Call = z.infer<typeof callSchema>;

export const callListAnswer = z
  .object({
    as_of: z.string(),
    ready: z.boolean().meta({ description: 'False where no value model acts yet' }),
    asks: z
      .enum(['order', 'leaving'])
      .meta({ description: 'What the list goes by: an order that is overdue, or, where customers are members, who will end their membership' }),
    sentence: z.string(),
    how: z.string(),
    trust: z.string().nullable().meta({ description: 'How far the model could be trusted where it was held against what happened' }),
    model: z.object({ model: z.string(), version: z.int(), method: z.string(), as_of: z.string() }).readonly().nullable(),
    overdue: z.number().meta({
      description: 'Customers of whom an order is overdue by their own rhythm; members who are at least twice as likely to leave as members are on average',
    }),
    gone: z.number().meta({ description: 'Of these, how many are as good as gone (less than 2% likely to order in 90 days): they are not in the list' }),
    at_stake: z.number().meta({ description: 'Of those in the list' }),
    expression: z.string().nullable().meta({ description: 'Selects those in the list' }),
    items: z.array(callSchema).readonly(),
  })
  .readonly();
export type CallListAnswer = z.infer<typeof callListAnswer>;
