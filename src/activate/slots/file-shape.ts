import { z } from 'zod';
import { newSlotSchema, slotDefinitionSchema } from '../../contract/schemas.ts';

const definition = slotDefinitionSchema.unwrap();

const fileSlot = z.strictObject({
  slug: newSlotSchema.shape.slug.unwrap(),
  name: newSlotSchema.shape.name,
  published: z.boolean().default(true),
  ...definition.shape,
  // What a hand-written file leaves out is what a new slot begins with.
  rules: definition.shape.rules.default([]),
  schedule: definition.shape.schedule.default(null),
  browser: definition.shape.browser.default('no'),
});

/** The file of `slots export` and `slots apply`. */
export const slotFileSchema = z.strictObject({
  version: z.literal(1, 'must be 1'),
  slots: z.array(fileSlot).refine((slots) => new Set(slots.map(({ slug }) => slug)).size === slots.length, 'two slots have the same slug'),
});
