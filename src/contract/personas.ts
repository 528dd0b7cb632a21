import { z } from 'zod';

/** One thing that is known of a persona's people, and where the number comes from. */
export const personaFactSchema = z.object({
  /** What it is about, and what is said: `favourite category`, `Espresso`. */
  label: z.string(),
  value: z.string(),
  /** Of those for whom it is known; null for numbers such as a median. */
  share: z.number().nullable(),
  people: z.int(),
  /** The segment text that selects these people; null where the language can not say it. */
  expression: z.string().nullable(),
  /** The trait, feature or table it was read from. */
  source: z.string(),
});
export type PersonaFact = z.infer<typeof personaFactSchema>;

export const personaCardSchema = z.object({
  as_of: z.string(),
  sentence: z.string(),
  how: z.string(),
  people: z.int(),
  share: z.number(),
  expression: z.string(),
  demographics: z.array(personaFactSchema),
  habits: z.array(personaFactSchema),
  motives: z.array(personaFactSchema),
  channels: z.array(personaFactSchema),
  objections: z.array(personaFactSchema),
  /** What sets them apart from everybody else, in plain words. */
  distinct: z.array(z.string()),
  /** A real sentence of one of them; names, mails and numbers taken out. Null where too few have written. */
  quote: z.object({ text: z.string(), about: z.string(), rating: z.number().nullable() }).nullable(),
  offers: z.array(z.object({ text: z.string(), because: z.string() })),
});
export type PersonaCard = z.infer<typeof personaCardSchema>;

const written = z.string().max(4_000);
export const personaEditsSchema = z.object({
  summary: written.optional(),
  goals: written.optional(),
  frustrations: written.optional(),
  offer: written.optional(),
  say: written.optional(),
});
export type PersonaEdits = z.infer<typeof personaEditsSchema>;

export const personaNoteSchema = z.object({ id: z.string(), text: z.string(), author: z.string(), at: z.string() });
export const personaSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    segment: z.object({ slug: z.string(), name: z.string() }),
    /** What people wrote; it stands above what the data say. */
    edits: personaEditsSchema,
    card: personaCardSchema,
    /** Since the card was last drawn (`drawn_at`). */
    changed: z.array(z.object({ label: z.string(), sentence: z.string() })),
    drawn_at: z.string(),
    notes: z.array(personaNoteSchema),
    has_picture: z.boolean(),
    created_by: z.string(),
    updated_at: z.string(),
  })
  .readonly();
export type Persona = z.infer<typeof personaSchema>;
export const personaEntrySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    segment: z.object({ slug: z.string(), name: z.string() }),
    people: z.int(),
    sentence: z.string(),
    drawn_at: z.string(),
    has_picture: z.boolean(),
    updated_at: z.string(),
  })
  .readonly();
export type PersonaEntry = z.infer<typeof personaEntrySchema>;

export const newPersonaSchema = z.object({ segment: z.string().trim().min(1).max(200), name: z.string().trim().min(1).max(120) });
export const personaChangeSchema = z.object({ name: z.string().trim().min(1).max(120).optional(), edits: personaEditsSchema.optional() });
/** Base64 of a PNG, JPEG or WebP of at most 512 kB; null takes it away. */
export const personaPictureSchema = z.object({ data: z.string().max(720_000).nullable() });
