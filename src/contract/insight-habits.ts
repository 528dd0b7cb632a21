import { z } from 'zod';
import { findingShape, groupShape, localDateSchema, momentShape, unknownable } from './insight-common.ts';

export const cohortsRequest = z.object({
  ...momentShape,
  by: z.enum(['month', 'quarter']).default('month'),
  measure: z.enum(['retention', 'revenue', 'orders']).default('retention'),
  /** Left out: the first order of all. Else the first order with something of this category. */
  category: z.string().optional(),
});
export type CohortsRequest = z.input<typeof cohortsRequest>;
export const cohortsAnswer = z.object({
  ...findingShape,
  by: z.enum(['month', 'quarter']),
  measure: z.enum(['retention', 'revenue', 'orders']),
  category: z.string().nullable(),
  cohorts: z.array(
    z.object({
      starts: localDateSchema,
      ends: localDateSchema,
      /** `periods[k]`: k periods after the start; the last one may still be running (`complete` false). */
      periods: z.array(
        z.object({
          after: z.int(),
          starts: localDateSchema,
          complete: z.boolean(),
          /** Those who ordered in it, and their share of the cohort. */
          share: z.number(),
          revenue: z.number(),
          orders: z.int(),
          /** What the measure asks for. */
          value: z.number(),
          ...groupShape,
        }),
      ),
      ...groupShape,
    }),
  ),
  /** Over the cohorts that have come so far, weighted by their people. */
  average: z.array(z.object({ after: z.int(), share: z.number(), people: z.int() })),
});
export type CohortsAnswer = z.infer<typeof cohortsAnswer>;

export const purchaseGapsAnswer = z.object({
  ...findingShape,
  gaps: z.int(),
  median: unknownable,
  p25: unknownable,
  p75: unknownable,
  /** Days from one order to the next. `people` are customers whose own median gap lies in the bin: `from <= days < to`, the last open. */
  bins: z.array(z.object({ from_days: z.number(), to_days: z.number().nullable(), gaps: z.int(), ...groupShape })),
  /** From order n to order n + 1. `expression` selects those who have made both. */
  by_order: z.array(z.object({ order: z.int(), median: z.number(), p25: z.number(), p75: z.number(), ...groupShape })),
  /** When those who came back did so for the first time, and who is between the quartiles of it now. */
  second_order: z
    .object({ usual_day: z.number(), early_day: z.number(), late_day: z.number(), share_came_back: z.number(), due: z.object(groupShape) })
    .nullable(),
});
export type PurchaseGapsAnswer = z.infer<typeof purchaseGapsAnswer>;

export const whenTheyBuyAnswer = z.object({
  ...findingShape,
  zone: z.string(),
  /** False when orders carry dates without clock times. */
  hours_known: z.boolean(),
  /** Weekday 1 is Monday; cells without orders are left out. */
  cells: z.array(z.object({ weekday: z.int(), hour: z.int(), orders: z.int(), revenue: z.number() })),
  /** Customers by the weekday, and by the hour, of most of their orders. */
  weekdays: z.array(z.object({ weekday: z.int(), name: z.string(), orders: z.int(), revenue: z.number(), ...groupShape })),
  hours: z.array(z.object({ hour: z.int(), orders: z.int(), revenue: z.number(), ...groupShape })),
});
export type WhenTheyBuyAnswer = z.infer<typeof whenTheyBuyAnswer>;

export const whereTheyBuyRequest = z.object({
  ...momentShape,
  level: z.enum(['country', 'region', 'city']).default('city'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type WhereTheyBuyRequest = z.input<typeof whereTheyBuyRequest>;
export const whereTheyBuyAnswer = z.object({
  ...findingShape,
  level: z.enum(['country', 'region', 'city']),
  /** How many different places there are, beyond those listed. */
  places_total: z.int(),
  places: z.array(
    z.object({
      /** All null: where they live is not known. */
      country: z.string().nullable(),
      region: z.string().nullable(),
      city: z.string().nullable(),
      latitude: unknownable,
      longitude: unknownable,
      buyers: z.int(),
      revenue: z.number(),
      share: z.number(),
      ...groupShape,
    }),
  ),
});
export type WhereTheyBuyAnswer = z.infer<typeof whereTheyBuyAnswer>;
