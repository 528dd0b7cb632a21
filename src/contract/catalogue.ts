import { z } from 'zod';

/** What is known of customers and how full it is. Where `estimated`, in a large shop, `distinct` and an event's `customers` are known within a few per cent. */
export const catalogueSchema = z
  .object({
    customers: z.int(),
    estimated: z.boolean(),
    traits: z
      .array(
        z
          .object({
            name: z.string(),
            label: z.string(),
            type: z.string(),
            computed: z.boolean(),
            sources: z.array(z.string()).readonly(),
            filled: z.int(),
            distinct: z.int(),
            examples: z.array(z.string()).readonly(),
            used_by: z.array(z.object({ slug: z.string(), name: z.string() }).readonly()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    events: z
      .array(
        z
          .object({
            name: z.string(),
            events: z.int(),
            customers: z.int(),
            sources: z.array(z.string()).readonly(),
            first_seen: z.string(),
            last_seen: z.string(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'Catalogue' });
