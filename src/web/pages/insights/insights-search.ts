import { z } from 'zod';
import { periodSearch } from '../../components/period/period.ts';

// The state of each part of Insights in its address.
const period = periodSearch.shape.period;
const one = <const Values extends readonly [string, ...string[]]>(values: Values, standard: Values[number]) =>
  z
    .enum(values)
    .default(standard as never)
    .catch(standard as never);

export const overviewSearch = z.object({});
export const rfmSearch = z.object({ across: one(['frequency', 'monetary'], 'frequency') });
export const cohortsSearch = z.object({
  by: one(['month', 'quarter'], 'month'),
  measure: one(['retention', 'revenue', 'orders'], 'retention'),
  category: z.string().max(200).optional().catch(undefined),
});
export const retentionSearch = z.object({
  start: one(['first_order', 'first_channel', 'first_category', 'segment', 'event'], 'first_order'),
  /** The segment or event, where the start is one. */
  of: z.string().max(200).optional().catch(undefined),
  by: one(['week', 'month', 'quarter'], 'month'),
  measure: one(['retention', 'orders', 'revenue', 'margin'], 'retention'),
});
export const flowsSearch = z.object({
  period: period.catch('last90').default('last90'),
  what: z.string().min(1).max(200).default('lifecycle').catch('lifecycle'),
  by: one(['ends', 'month'], 'ends'),
});
export const watchSearch = z.object({ show: one(['new', 'all'], 'new') });
const slug = z.string().min(1).max(200).optional().catch(undefined);
export const apartSearch = z.object({ a: slug, b: slug });
export const concentrationSearch = z.object({});
/** Without a level, categories where there are any, else products. */
export const productsSearch = z.object({
  level: z.enum(['category', 'product']).optional().catch(undefined),
  within: one(['customer', 'order'], 'customer'),
});
export const rhythmSearch = z.object({});
export const whenSearch = z.object({});
export const whereSearch = z.object({ level: one(['country', 'region', 'city'], 'city') });

const attribute = (standard: string) => z.string().min(1).max(200).default(standard).catch(standard);
export const crossingSearch = z.object({
  rows: attribute('lifecycle'),
  /** Left out, something of which enough is known. */
  columns: z.string().min(1).max(200).optional().catch(undefined),
  measure: one(['people', 'revenue', 'average_revenue', 'orders'], 'people'),
});

/** Without steps the usual way to an order is shown. `within` is in days between one step and the next; undefined for any time. */
export const funnelSearch = z.object({
  period: period.catch('last90').default('last90'),
  steps: z.array(z.string().min(1).max(200)).max(8).default([]).catch([]),
  within: z.number().int().min(1).max(365).optional().catch(undefined),
  /** Held beside each other on the same way. */
  segments: z.array(z.string().min(1).max(200)).max(6).default([]).catch([]),
});
/** Without a measure, the one of which there are answers. */
export const satisfactionSearch = z.object({
  measure: z.enum(['nps', 'csat']).optional().catch(undefined),
  by: one(['month', 'quarter'], 'quarter'),
  segments: z.array(z.string().min(1).max(200)).max(6).default([]).catch([]),
});
export type SatisfactionSearch = z.output<typeof satisfactionSearch>;
export const pathsSearch = z.object({ period: period.catch('last90').default('last90'), depth: z.number().int().min(2).max(6).default(4).catch(4) });

export type FunnelSearch = z.infer<typeof funnelSearch>;
