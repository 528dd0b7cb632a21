import { z } from 'zod';

// The language's `Vocabulary` as JSON: the browser parses, checks and completes definitions with the very functions of the server.

const valueType = z.enum(['text', 'number', 'boolean', 'date', 'instant', 'list']);

export const attributeWordSchema = z
  .object({
    name: z.string(),
    label: z.string(),
    type: valueType,
    aliases: z.array(z.string()).readonly().exactOptional(),
    unit: z.string().exactOptional(),
    least: z.number().exactOptional(),
    most: z.number().exactOptional(),
    table: z.enum(['attributes', 'features']),
    column: z.string(),
    values: z.array(z.string()).readonly().exactOptional(),
    anniversary: z.boolean().exactOptional(),
  })
  .readonly()
  .meta({ id: 'AttributeWord' });

export const vocabularySchema = z
  .object({
    attributes: z.array(attributeWordSchema).readonly(),
    events: z.array(z.string()).readonly(),
    event_properties: z.record(z.string(), valueType),
    recorded: z
      .record(z.string(), z.object({ properties: z.array(z.string()).readonly(), empty: z.array(z.string()).readonly() }).readonly())
      .meta({ description: 'Of orders, items and feedback: further columns that imports kept, and fixed ones that nothing fills' }),
    segments: z.array(z.object({ slug: z.string(), name: z.string(), text: z.string() }).readonly()).readonly(),
    currency: z.string(),
    standard_words: z.record(z.string(), z.string()),
  })
  .readonly()
  .meta({ id: 'Vocabulary' });
/** A place that a condition can be near. Degrees, north and east positive. */
export const townSchema = z
  .object({ name: z.string(), country: z.string(), latitude: z.number(), longitude: z.number(), population: z.int(), text: z.string() })
  .readonly()
  .meta({ id: 'Town' });

export type VocabularyAnswer = z.infer<typeof vocabularySchema>;
