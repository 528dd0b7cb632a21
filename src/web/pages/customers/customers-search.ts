import { z } from 'zod';

/** Words shown beside the name where nobody chose others. */
export const usualColumns = 'orders_count,total_spent,last_order_at,lifecycle';

export const customersSearch = z.object({
  search: z.string().max(200).default('').catch(''),
  /** A condition of the segment language: how other screens hand over their people. */
  where: z.string().max(20_000).default('').catch(''),
  /** What is typed above the columns, by the column's word. */
  filters: z.record(z.string(), z.string().max(500)).default({}).catch({}),
  sort: z.string().max(200).default('total_spent').catch('total_spent'),
  descending: z.boolean().default(true).catch(true),
  columns: z.string().max(4000).default(usualColumns).catch(usualColumns),
});
export type CustomersSearch = z.infer<typeof customersSearch>;
