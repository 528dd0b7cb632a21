import { z } from 'zod';
import { findingShape, groupShape, momentShape, unknownable } from './insight-common.ts';

const levelSchema = z.enum(['product', 'category']);

export const productAffinityRequest = z.object({
  ...momentShape,
  /** Where none is named, categories; products in a shop whose lines name no category. */
  level: levelSchema.optional(),
  /** Bought by the same customer at any time, or in the same order. */
  within: z.enum(['customer', 'order']).default('customer'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ProductAffinityRequest = z.input<typeof productAffinityRequest>;
export const productAffinityAnswer = z.object({
  ...findingShape,
  level: levelSchema,
  within: z.enum(['customer', 'order']),
  /** Customers (or orders) with anything on them. */
  baskets: z.int(),
  items: z.array(z.object({ key: z.string(), name: z.string(), baskets: z.int(), ...groupShape })),
  /** Strongest lift first, of pairs that are frequent enough to mean something. */
  pairs: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      a_name: z.string(),
      b_name: z.string(),
      baskets: z.int(),
      /** baskets / all; baskets / those with a; that over the share of b among all. */
      support: z.number(),
      confidence: z.number(),
      confidence_back: z.number(),
      lift: z.number(),
      /** Customers who ever bought both, and those who bought a and never b. */
      ...groupShape,
      not_yet: z.object(groupShape),
    }),
  ),
});
export type ProductAffinityAnswer = z.infer<typeof productAffinityAnswer>;

export const categoryTableRequest = z.object({
  ...momentShape,
  level: levelSchema.default('category'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type CategoryTableRequest = z.input<typeof categoryTableRequest>;
export const categoryTableAnswer = z.object({
  ...findingShape,
  level: levelSchema,
  /** Of all lines, listed or not. */
  revenue: z.number(),
  /** Lines that name no price: what they brought is not known. */
  unpriced: z.int(),
  distinct: z.int(),
  rows: z.array(
    z.object({
      /** Null: lines that name none. */
      key: z.string().nullable(),
      name: z.string().nullable(),
      /** Null where no line names a price. */
      revenue: unknownable,
      revenue_share: unknownable,
      orders: z.int(),
      quantity: z.number(),
      /** Share of its buyers who bought it in two orders or more. */
      repeat: unknownable,
      returned_share: unknownable,
      first_bought_by: z.int(),
      ...groupShape,
    }),
  ),
});
export type CategoryTableAnswer = z.infer<typeof categoryTableAnswer>;
