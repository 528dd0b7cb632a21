import { z } from 'zod';
import { customerSummarySchema } from './customers.ts';

// What to offer to whom, and why.

export const offeredProductSchema = z
  .object({ key: z.string(), name: z.string(), category: z.string().nullable(), buyers: z.number() })
  .readonly()
  .meta({ id: 'OfferedProduct' });

export const recommendationSchema = z
  .object({
    product: offeredProductSchema,
    why: z.enum(['like-theirs', 'again', 'reorder', 'popular', 'similar', 'looked', 'discovery']),
    because: offeredProductSchema.nullable().meta({ description: 'What of theirs it goes with' }),
    sentence: z.string(),
    score: z.number().nullable(),
  })
  .readonly()
  .meta({ id: 'Recommendation' });
export type RecommendationAnswer = z.infer<typeof recommendationSchema>;

export const reorderSchema = z
  .object({
    product: offeredProductSchema,
    times: z.number(),
    every_days: z.number(),
    last_at: z.string(),
    due: z.string(),
    overdue: z.boolean(),
    sentence: z.string(),
  })
  .readonly()
  .meta({ id: 'ReorderReminder' });

export const customerRecommendationsSchema = z
  .object({
    profile: z.int(),
    as_of: z.string(),
    model: z.string().meta({ description: 'Name, version and kind of the recommender' }),
    bought: z.number().meta({ description: 'Different products so far' }),
    items: z.array(recommendationSchema).readonly(),
    reorders: z.array(reorderSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'CustomerRecommendations' });
export type CustomerRecommendations = z.infer<typeof customerRecommendationsSchema>;

const not_selling = z
  .string()
  .nullable()
  .meta({ description: 'Why it is offered to nobody although no setting says so: it has not sold for long, or never cost anything' });

export const productListSchema = z
  .object({ items: z.array(offeredProductSchema.unwrap().extend({ unavailable: z.boolean(), not_selling }).readonly()).readonly(), total: z.number() })
  .readonly()
  .meta({ id: 'OfferedProducts' });
export type ProductList = z.infer<typeof productListSchema>;

export const productRecommendationsSchema = z
  .object({
    product: offeredProductSchema
      .unwrap()
      .extend({ unavailable: z.boolean().meta({ description: 'It is not offered now, to anybody' }), not_selling })
      .readonly(),
    as_of: z.string(),
    model: z.string(),
    goes_with: z.array(z.object({ product: offeredProductSchema, likeness: z.number(), sentence: z.string() }).readonly()).readonly(),
    customers: z
      .array(z.object({ customer: customerSummarySchema, score: z.number(), sentence: z.string() }).readonly())
      .readonly()
      .meta({ description: 'Who would most likely take it and has not yet' }),
  })
  .readonly()
  .meta({ id: 'ProductRecommendations' });
export type ProductRecommendations = z.infer<typeof productRecommendationsSchema>;

export const basketRulesSchema = z
  .object({
    orders: z.number().meta({ description: 'Orders looked at' }),
    items: z
      .array(
        z
          .object({
            when: z.array(offeredProductSchema).readonly(),
            offer: offeredProductSchema,
            orders: z.number(),
            support: z.number(),
            confidence: z.number(),
            lift: z.number(),
            of: z.number().meta({ description: 'Orders with all of `when`' }),
            people: z.number().meta({ description: 'Different customers who have all of it in one order' }),
            low: z.number().meta({ description: 'Lower end of the 95% interval of the confidence' }),
            high: z.number(),
            sentence: z.string(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'BasketRules' });
export type BasketRules = z.infer<typeof basketRulesSchema>;

export const dueReordersSchema = z
  .object({
    as_of: z.string(),
    within_days: z.int(),
    total: z.int().meta({ description: 'Due in all, however many are listed' }),
    items: z.array(reorderSchema.unwrap().extend({ customer: customerSummarySchema }).readonly()).readonly(),
  })
  .readonly()
  .meta({ id: 'DueReorders' });
export type DueReorders = z.infer<typeof dueReordersSchema>;

export const recommendationSettingsSchema = z
  .object({
    unavailable: z
      .array(z.string())
      .max(20_000)
      .readonly()
      .meta({ description: 'Products that are not offered now, by id or by name: out of stock, or off the list' }),
    only_new: z.boolean().nullable().meta({ description: 'Leave out what a customer has bought; null lets the back-test say' }),
    discovery: z.number().min(0).max(0.5).meta({ description: 'Share of places for what their past would not have brought up' }),
    most_of_category: z.int().min(1).max(50),
  })
  .readonly()
  .meta({ id: 'RecommendationSettings' });
export type RecommendationSettings = z.infer<typeof recommendationSettingsSchema>;
