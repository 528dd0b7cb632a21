import { z } from 'zod';

// The state of each part of Predict in its address.
const one = <const Values extends readonly [string, ...string[]]>(values: Values, standard: Values[number]) =>
  z
    .enum(values)
    .default(standard as never)
    .catch(standard as never);
const share = z.number().min(0).max(1).optional().catch(undefined);

export const modelTabs = ['card', 'people', 'backtest', 'versions'] as const;

export const modelsSearch = z.object({});
export const modelSearch = z.object({
  show: one(modelTabs, 'card'),
  version: z.number().int().positive().optional().catch(undefined),
  sort: z.enum(['score', 'stake']).optional().catch(undefined),
  least: share,
});
export const newPredictionSearch = z.object({});
export const callsSearch = z.object({ reach: one(['any', 'phone', 'email'], 'any'), limit: z.number().int().min(5).max(100).default(20).catch(20) });
export const groupsSearch = z.object({ map: one(['components', 'neighbours'], 'components'), group: z.number().int().optional().catch(undefined) });
export const offersSearch = z.object({ search: z.string().max(200).optional().catch(undefined), days: z.number().int().min(1).max(365).default(14).catch(14) });
const definition = z.string().min(1).max(2000).optional().catch(undefined);
export const upliftSearch = z.object({
  treated: definition,
  control: definition,
  since: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .catch(undefined),
  outcome: definition,
  days: z.number().int().min(1).max(366).default(14).catch(14),
});
export type UpliftSearch = z.output<typeof upliftSearch>;
const event = z.string().min(1).max(200);
export const subscriptionsSearch = z.object({
  start: event.optional().catch(undefined),
  end: event.optional().catch(undefined),
  renewal: event.optional().catch(undefined),
  term: z.number().min(1).max(1100).default(31).catch(31),
  by: event.optional().catch(undefined),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .catch(undefined),
});
export const productSearch = z.object({});
export const forecastSearch = z.object({
  measure: one(['revenue', 'orders', 'customers', 'new_customers', 'segment'], 'revenue'),
  segment: z.string().max(200).optional().catch(undefined),
  weeks: z.number().int().min(1).max(26).default(13).catch(13),
});
