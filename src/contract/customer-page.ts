import { z } from 'zod';

// What the page of one customer and the lists that people keep are made of.

/** What a timeline can be narrowed to. */
export const storyKinds = ['order', 'return', 'visit', 'contract', 'mail', 'review', 'ticket', 'survey', 'segment'] as const;
export type StoryKind = (typeof storyKinds)[number];

const line = z
  .object({ at: z.string().nullable(), text: z.string(), detail: z.string().nullable(), quantity: z.number().nullable(), amount: z.number().nullable() })
  .readonly();

/** Whether an order counts, was never a sale (cancelled, void, a test), or gave its money back, all of it or a part. */
export const orderStandings = ['counts', 'not_counted', 'refunded', 'partly_refunded'] as const;
export type OrderStanding = (typeof orderStandings)[number];

export const storyEntrySchema = z
  .object({
    at: z.string(),
    kind: z.string(),
    title: z.string(),
    detail: z.string().nullable(),
    state: z.string().nullable(),
    amount: z.number().nullable().meta({ description: 'Of an order: what it came to, before refunds' }),
    refunded: z.number().nullable().meta({ description: 'Of an order: what of it went back' }),
    standing: z.enum(orderStandings).nullable(),
    rating: z.number().nullable(),
    source: z.string().nullable(),
    lines: z.array(line).readonly(),
  })
  .readonly()
  .meta({ id: 'StoryEntry' });
export type StoryEntryAnswer = z.infer<typeof storyEntrySchema>;

/** Orders by calendar month without holes (at most two years), and the days from each order to the one before it. */
export const rhythmSchema = z
  .object({
    months: z.array(z.object({ month: z.string(), orders: z.int(), money: z.number() }).readonly()).readonly(),
    gaps: z.array(z.object({ at: z.string(), days: z.number() }).readonly()).readonly(),
  })
  .readonly()
  .meta({ id: 'Rhythm' });

/** A segment that time alone will have a customer enter, or leave. */
export const comingChangeSchema = z.object({ slug: z.string(), name: z.string(), at: z.string(), enters: z.boolean() }).readonly().meta({ id: 'ComingChange' });

export const noteSchema = z
  .object({ id: z.string(), text: z.string(), author: z.string(), at: z.string(), edited_at: z.string().nullable() })
  .readonly()
  .meta({ id: 'Note' });

export const savedViewSchema = z
  .object({ id: z.string(), name: z.string(), state: z.record(z.string(), z.unknown()) })
  .readonly()
  .meta({ id: 'SavedView' });
