import { z } from 'zod';
import { findingShape, groupShape, momentShape, unknownable } from './insight-common.ts';

/** A feature or trait by its name in the language. `cuts` are inner borders of bands for numbers: `[10, 50]` makes under 10, 10 to 50, from 50. */
export const axisRequest = z.object({
  attribute: z.string(),
  cuts: z.array(z.number()).max(20).optional(),
  /** Bands of about as many people each, where no cuts are given. */
  bands: z.number().int().min(2).max(10).optional(),
});
export const crossTabulationRequest = z.object({
  ...momentShape,
  rows: axisRequest,
  columns: axisRequest,
  measure: z.enum(['people', 'revenue', 'average_revenue', 'orders']).default('people'),
});
export type CrossTabulationRequest = z.input<typeof crossTabulationRequest>;

const headSchema = z.object({ label: z.string(), kind: z.enum(['value', 'band', 'month', 'other', 'unknown']), value: z.number(), ...groupShape });
export const crossTabulationAnswer = z.object({
  ...findingShape,
  measure: z.enum(['people', 'revenue', 'average_revenue', 'orders']),
  row_attribute: z.object({ name: z.string(), label: z.string() }),
  column_attribute: z.object({ name: z.string(), label: z.string() }),
  rows: z.array(headSchema),
  columns: z.array(headSchema),
  /** `cells[row][column]`. `expected` people if the two had nothing to do with each other; `residual` is (people − expected) / √expected. */
  cells: z.array(z.array(z.object({ value: unknownable, expected: z.number(), residual: z.number(), ...groupShape }))),
  /** Unknown values left out. Null where there are fewer than two rows or columns. */
  test: z
    .object({
      chi_square: z.number(),
      degrees_of_freedom: z.int(),
      p_value: z.number(),
      cramers_v: z.number(),
      /** Share of cells with fewer than 5 expected: above a fifth the p-value is not to be trusted. */
      thin_cells: z.number(),
    })
    .nullable(),
});
export type CrossTabulationAnswer = z.infer<typeof crossTabulationAnswer>;
export type AxisRequest = z.input<typeof axisRequest>;
