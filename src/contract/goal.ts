import { z } from 'zod';
import { goalSchema } from './insight-home.ts';

/** What a target counts. */
export const targetMeasures = ['repeat_rate', 'revenue', 'orders', 'active_customers', 'new_customers', 'average_order_value', 'reachable_customers'] as const;

const targetSchema = z
  .object({ measure: z.enum(targetMeasures), number: z.number().positive().max(1e12) })
  .refine(({ measure, number }) => measure !== 'repeat_rate' || number <= 100, {
    path: ['number'],
    message: 'A share of the customers who ordered is at most 100 percent.',
  });

/** What a business wants to achieve, until when, and how it will know. `number` is in the measure's own unit: percent, money or a count. */
export const goalSettingSchema = z.object({ goal: goalSchema, target: targetSchema.nullable(), by: z.iso.date().nullable() }).meta({ id: 'GoalSetting' });
export type GoalSetting = z.infer<typeof goalSettingSchema>;

/** The goal beside where its measure stands. */
export const goalProgressSchema = z
  .object({
    goal: goalSchema,
    target: targetSchema.nullable(),
    by: z.iso.date().nullable(),
    value: z.number().nullable().meta({
      description: "Where the measure stands, in the target's unit; of what happens in time, over the last twelve months. Null where it can not be told",
    }),
    reached: z.boolean().nullable(),
    days_left: z.int().nullable().meta({ description: 'Days until `by`; negative once it is over' }),
  })
  .meta({ id: 'GoalProgress' });
export type GoalProgress = z.infer<typeof goalProgressSchema>;
