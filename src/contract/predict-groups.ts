import { z } from 'zod';
import { groupMethodNames, modelStatuses } from './predict-kinds.ts';

// Natural groups: what was found, why so many, what sets each apart, where customers lie, and how each is said as a segment.

const distinctionSchema = z
  .object({
    kind: z.enum(['number', 'category']),
    column: z.string(),
    label: z.string(),
    level: z.string().nullable().meta({ description: 'Of a category: the value whose share differs' }),
    inside: z.number().meta({ description: 'Median in the group, or share with the level' }),
    outside: z.number(),
    effect: z.number().meta({ description: 'Cohen’s d of numbers, h of shares: 0.5 can be seen with the eye' }),
    sentence: z.string(),
  })
  .readonly();

export const naturalGroupSchema = z
  .object({
    number: z.int().meta({ description: 'Lasting number: a group that is found again keeps it; the value of `cluster.group`' }),
    name: z.string(),
    renamed: z.boolean(),
    description: z.string(),
    customers: z.number(),
    share: z.number(),
    revenue: z.number().nullable(),
    revenue_share: z.number().nullable(),
    distinctions: z.array(distinctionSchema).readonly(),
    rule: z
      .object({ text: z.string(), sentence: z.string(), precision: z.number(), recall: z.number(), agreement: z.number() })
      .readonly()
      .nullable()
      .meta({ description: 'The group as a condition, and how well that says it; null where a few plain conditions can not' }),
    overlap: z.number().nullable().meta({ description: 'Share of the customers common to it and the group of this number before' }),
    segment: z.string().nullable().meta({ description: 'Slug of the live segment that was made of it' }),
  })
  .readonly()
  .meta({ id: 'NaturalGroup' });
export type NaturalGroup = z.infer<typeof naturalGroupSchema>;

export const groupsAnswerSchema = z
  .object({
    version: z.int(),
    status: z.enum(modelStatuses),
    as_of: z.string(),
    trained_at: z.string(),
    method: z.enum(groupMethodNames),
    natural: z.boolean().nullable().meta({ description: 'False where these are useful slices of a whole rather than groups; null where the number was given' }),
    because: z.string(),
    customers: z.number(),
    outside: z.number().meta({ description: 'Customers who belong to no group' }),
    columns: z.array(z.object({ column: z.string(), label: z.string() }).readonly()).readonly(),
    left_out: z.array(z.object({ column: z.string(), label: z.string(), reason: z.string() }).readonly()).readonly(),
    evidence: z
      .array(
        z
          .object({
            k: z.int(),
            silhouette: z.number(),
            stability: z.number(),
            gap: z.number().nullable(),
            gap_error: z.number().nullable(),
            smallest: z.number(),
            classes: z.object({ stability: z.number(), gain: z.number(), gain_error: z.number() }).readonly().nullable().meta({
              description:
                'Where as many classes by what each order says were judged, too: how alike those of two halves are, and by how many nats they say an unseen customer better than groups by distances',
            }),
            chosen: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
    groups: z.array(naturalGroupSchema).readonly(),
    ended: z.array(z.int()).readonly().meta({ description: 'Numbers of the grouping before that no group continues' }),
    map: z
      .object({
        points: z
          .array(z.object({ group: z.int().nullable(), x: z.number(), y: z.number(), near_x: z.number(), near_y: z.number() }).readonly())
          .readonly()
          .meta({ description: 'A sample of the customers: x and y along the principal components, near_x and near_y on the map of neighbours' }),
        shown: z.array(z.number()).readonly().meta({ description: 'Share of all differences that x and y show' }),
        axes: z.array(z.array(z.object({ column: z.string(), label: z.string(), weight: z.number() }).readonly()).readonly()).readonly(),
      })
      .readonly(),
  })
  .readonly()
  .meta({ id: 'Groups' });
export type GroupsAnswer = z.infer<typeof groupsAnswerSchema>;

export const groupOffersSchema = z
  .object({
    items: z
      .array(
        z
          .object({
            number: z.int(),
            /** What to do, and the number that it follows from. */
            offers: z.array(z.object({ text: z.string(), because: z.string() }).readonly()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'GroupOffers' });
export type GroupOffers = z.infer<typeof groupOffersSchema>;

export const groupSegmentRequest = z
  .object({
    by: z.enum(['rule', 'model']).default('rule').meta({ description: 'By its rule, or by `cluster.group`, which follows the model that acts' }),
    name: z.string().trim().min(1).max(200).optional(),
  })
  .readonly();
