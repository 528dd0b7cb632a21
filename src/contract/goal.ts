import { z } from 'zod';
import { goalSchema } from './insight-home.ts';

/** What a target counts. */
export const targetMeasures = ['repeat_rate', 'revenue', 'orders', 'active_customers', 'new_customers', 'average_order_value', 'reachable_customers'] as const;

/** What a business wants to achieve, until when, and how it will know. `number` is in the measure's own unit: percent, money or a count. */
export const goalSettingSchema = z
  .object({
    goal: goalSchema,
    target: z.object({ measure: z.enum(targetMeasures), number: z.number().positive().max(1e12) }).nullable(),
    by: z.iso.date().nullable(),
  })
  .meta({ id: 'GoalSetting' });
export type GoalSetting = z.infer<typeof goalSettingSchema>;
