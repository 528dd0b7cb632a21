import { z } from 'zod';

// Slots: places on a site (or in an application) whose content depends on who is there. And what is decided about them.

const key = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9_.-]{0,79}$/i, 'must be 1 to 80 letters, digits, dots, hyphens or underscores');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:30');
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, 'must be a date such as 2026-12-01, or 2026-12-01T09:00, in the time zone of the workspace');

/** What stands in a slot. A text is only ever shown as text; JSON is for whoever asked, the snippet shows its known parts as text. */
export const slotContentSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('text'), value: z.string().max(20_000) }).readonly(),
    z
      .object({ type: z.literal('json'), value: z.unknown().refine((value) => (JSON.stringify(value) ?? '').length <= 50_000, 'is larger than 50 kB') })
      .readonly(),
  ])
  .meta({ id: 'SlotContent' });
export type SlotContent = z.infer<typeof slotContentSchema>;

export const slotVariantSchema = z.object({ variant: key, content: slotContentSchema }).readonly();

export const slotRuleSchema = z
  .object({
    when: z.string().max(20_000).meta({ description: 'A condition in the segment language; `context.` words may be used' }),
    variant: key,
    content: slotContentSchema,
    note: z.string().max(500).exactOptional(),
  })
  .readonly();
export type SlotRule = z.infer<typeof slotRuleSchema>;

export const slotScheduleSchema = z
  .object({
    from: moment.exactOptional(),
    until: moment.exactOptional().meta({ description: 'A date includes its whole day' }),
    weekly: z
      .array(z.object({ days: z.array(z.int().min(1).max(7)).min(1).max(7).readonly(), from: clock, until: clock }).readonly())
      .max(50)
      .readonly()
      .exactOptional()
      .meta({ description: 'Hours in which the rules are in force, Monday is 1; past midnight where `until` is not after `from`' }),
  })
  .readonly()
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, 'ends before it begins');
export type SlotSchedule = z.infer<typeof slotScheduleSchema>;

export const slotDefinitionSchema = z
  .object({
    rules: z.array(slotRuleSchema).max(100).readonly().meta({ description: 'The first whose condition holds decides' }),
    default: slotVariantSchema.meta({ description: 'What is served where no rule holds, out of hours, and without consent' }),
    schedule: slotScheduleSchema.nullable(),
    browser: z.enum(['no', 'content', 'why']).meta({
      description: 'What a browser gets with a publishable key: nothing, the content alone, or also which rule decided (which may name segments)',
    }),
  })
  .readonly()
  .meta({ id: 'SlotDefinition' });
export type SlotDefinition = z.infer<typeof slotDefinitionSchema>;

export const slotSummarySchema = z
  .object({
    slug: key,
    name: z.string(),
    status: z.enum(['draft', 'live', 'changed']).meta({ description: '`draft` was never published; `changed` is live and has an unpublished draft' }),
    version: z.int().nullable().meta({ description: 'The published version' }),
    rules: z.int(),
    variants: z.array(z.string()).readonly(),
    open: z.boolean().nullable().meta({ description: 'Whether its schedule is in force now; null where it is not live' }),
    updated_at: z.string(),
  })
  .readonly();
export type SlotSummary = z.infer<typeof slotSummarySchema>;

export const slotDiagnosticSchema = z.object({ rule: z.int(), severity: z.enum(['error', 'warning']), message: z.string(), hint: z.string() }).readonly();

export const slotSchema = z
  .object({
    slug: key,
    name: z.string(),
    revision: z.int().meta({ description: 'Grows with every change; the `ETag`' }),
    published: z.object({ version: z.int(), note: z.string(), author: z.string(), at: z.string(), definition: slotDefinitionSchema }).readonly().nullable(),
    draft: z.object({ definition: slotDefinitionSchema, author: z.string(), at: z.string() }).readonly().nullable(),
    sentences: z.array(z.string()).readonly().meta({ description: 'The rules of the draft, or else of the published version, in words' }),
    warnings: z.array(slotDiagnosticSchema).readonly(),
    versions: z.array(z.object({ version: z.int(), note: z.string(), author: z.string(), at: z.string() }).readonly()).readonly(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .readonly()
  .meta({ id: 'Slot' });
export type Slot = z.infer<typeof slotSchema>;

export const newSlotSchema = z.object({ name: z.string().trim().min(1).max(200), slug: key.exactOptional(), definition: slotDefinitionSchema.exactOptional() });

export const slotFileReportSchema = z.object({
  created: z.array(z.string()).readonly(),
  changed: z.array(z.string()).readonly(),
  unchanged: z.array(z.string()).readonly(),
  deleted: z.array(z.string()).readonly(),
});
