import { z } from 'zod';
import { segmentKinds } from './segment-kinds.ts';
import { customerSummarySchema } from './customers.ts';

// What the API answers about segments: the shapes of docs/json.md. Instants are ISO 8601 UTC texts, shares 0 to 1.

const count = z.int().nonnegative();

export const segmentFiguresSchema = z
  .object({
    slug: z.string(),
    name: z.string(),
    folder: z.string(),
    members: count.nullable().meta({ description: 'Null for a segment that could never be computed' }),
    share: z.number().nullable(),
    revenue: z.number().nullable(),
    revenue_share: z.number().nullable(),
    as_of: z.string(),
    status: z.enum(['ok', 'failed']),
    reason: z.string().nullable(),
    text: z.string(),
    note: z.string(),
    mode: z.enum(['live', 'static']),
    origin: z.enum(['built-in', 'user']),
  })
  .readonly()
  .meta({ id: 'SegmentFigures' });

const listedSchema = z.object({ namespace: z.string(), value: z.string() }).readonly();
export const segmentVersionSchema = z
  .object({ version: z.int(), text: z.string(), note: z.string(), author: z.string(), at: z.string() })
  .readonly()
  .meta({ id: 'SegmentVersion' });

export const segmentSchema = segmentFiguresSchema
  .unwrap()
  .extend({
    sentence: z.string(),
    note: z.string(),
    version: z.int(),
    behind: z.boolean().meta({ description: 'The members are those of an older definition: the newest is still being worked out for everybody' }),
    next_change: z.string().nullable(),
    versions: z.array(segmentVersionSchema).readonly(),
    include: z.array(listedSchema).readonly(),
    exclude: z.array(listedSchema).readonly(),
    nobody: z.array(listedSchema).readonly().meta({ description: 'Entries of the lists that name nobody who is known now' }),
    used_by: z.array(z.string()).readonly(),
  })
  .readonly()
  .meta({ id: 'Segment' });
export type SegmentAnswer = z.infer<typeof segmentSchema>;

export const previewSchema = z
  .object({
    members: count,
    share: z.number(),
    sentence: z.string(),
    text: z.string().meta({ description: 'The definition in its canonical form' }),
    clauses: z.array(z.object({ text: z.string(), members: count })).readonly(),
    next_change: z.string().nullable(),
    next_change_exact: z.boolean(),
    sample: z.array(z.int()).readonly(),
    as_of: z.string(),
    warnings: z.array(z.string()).readonly(),
  })
  .readonly()
  .meta({ id: 'Preview' });
export type PreviewAnswerShape = z.infer<typeof previewSchema>;

const factSchema = z.object({ at: z.string(), kind: z.string(), id: z.string().nullable(), title: z.string().nullable() }).readonly();
export const explanationSchema = z
  .object({
    member: z.boolean(),
    listed: z.enum(['included', 'excluded', 'frozen']).nullable(),
    conditions: z
      .array(
        z
          .object({
            text: z.string(),
            sentence: z.string(),
            holds: z.boolean(),
            actual: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]).nullable(),
            because: z.string().nullable().meta({ description: 'What a tier, score, stage or level rests on, and what the one asked for takes' }),
            facts: z.array(factSchema).readonly(),
            facts_count: count,
          })
          .readonly(),
      )
      .readonly(),
    to_enter: z.array(z.string()).readonly(),
    leaves_at: z.string().nullable(),
    enters_at: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'Explanation' });

export const historyPointSchema = z
  .object({ at: z.string(), members: count, revenue: z.number(), change: z.number().nullable(), reconstructed: z.boolean() })
  .readonly()
  .meta({ id: 'HistoryPoint' });

export const createdSegmentSchema = z
  .object({ slug: z.string(), name: z.string(), text: z.string(), sentence: z.string(), members: count.nullable(), warnings: z.array(z.string()).readonly() })
  .readonly()
  .meta({ id: 'CreatedSegment' });

export const segmentChangeSchema = z
  .object({
    slug: z.string(),
    text: z.string(),
    sentence: z.string(),
    members: count.nullable(),
    entered: count,
    left: count,
    used_by: z.array(z.string()).readonly(),
    backfill: z.string().nullable().default(null).meta({ description: 'The job that works the members out, where that was to be done in the background' }),
  })
  .readonly()
  .meta({ id: 'SegmentChange' });

export const sharedMembersSchema = z
  .object({ a: z.string(), b: z.string(), both: count, share_of_a: z.number(), share_of_b: z.number(), jaccard: z.number() })
  .readonly()
  .meta({ id: 'SharedMembers' });

const criterionSchema = z.object({ score: z.number().nullable(), because: z.string() }).readonly();
export const scorecardSchema = z
  .object({
    slug: z.string(),
    name: z.string(),
    members: count,
    share: z.number(),
    revenue: z.number(),
    revenueShare: z.number(),
    criteria: z.record(z.string(), criterionSchema),
    overall: z.number().nullable(),
    differences: z
      .array(z.object({ feature: z.string(), label: z.string(), phrase: z.string(), effect: z.number(), members: z.number(), others: z.number() }).readonly())
      .readonly(),
    nearest: z.object({ slug: z.string(), name: z.string() }).readonly().nullable(),
    warnings: z.array(z.looseObject({ kind: z.string() })).readonly(),
  })
  .readonly()
  .meta({ id: 'Scorecard' });

export const scorecardReportSchema = z
  .object({
    scorecards: z.array(scorecardSchema).readonly(),
    merges: z.array(z.object({ keep: z.string(), merge: z.string(), jaccard: z.number(), because: z.string() }).readonly()).readonly(),
  })
  .readonly();

/** A definition while it is being written: every condition in it with its head count, and a few of its people. */
export const previewDetailSchema = z
  .object({
    members: count,
    share: z.number(),
    sentence: z.string(),
    nodes: z
      .array(
        z
          .object({
            path: z.array(z.int()).readonly().meta({ description: 'Indices into `of` from the root of the tree; 0 for what a `not` denies' }),
            members: count,
          })
          .readonly(),
      )
      .readonly(),
    hints: z
      .array(
        z
          .object({
            path: z.array(z.int()).readonly(),
            what: z.string(),
            value: z.string(),
            near: z.array(z.string()).readonly(),
          })
          .readonly(),
      )
      .readonly()
      .meta({
        description:
          'Of conditions that hold for nobody: texts in them that occur nowhere, and those written nearly so. None without the permission for personal data',
      }),
    people: z.array(customerSummarySchema).readonly(),
    as_of: z.string(),
  })
  .readonly()
  .meta({ id: 'PreviewDetail' });
export type PreviewDetail = z.infer<typeof previewDetailSchema>;

export const reachSchema = z
  .object({
    members: count,
    channels: z
      .array(
        z
          .object({
            channel: z.enum(['email', 'sms', 'post']),
            missing: z.enum(['address', 'consent']).nullable().meta({ description: 'What no source has brought so far' }),
            contactable: count.meta({ description: 'Members with an address of the channel' }),
            consented: count.meta({ description: 'Of those, who said yes' }),
            reachable: count.meta({ description: 'Of those, without a bounce, a complaint or an unsubscription since' }),
            refused: count.meta({ description: 'Contactable, said no' }),
            unasked: count.meta({ description: 'Contactable, never asked' }),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'Reach' });
export type ReachAnswer = z.infer<typeof reachSchema>;

const movedSchema = z.object({ count, people: z.array(customerSummarySchema).readonly() }).readonly();
const shiftSchema = z.object({ before: count.nullable(), after: count, entering: movedSchema, leaving: movedSchema });
/** What publishing a definition would change. */
export const impactSchema = shiftSchema
  .extend({
    slug: z.string(),
    text: z.string(),
    same_definition: z.boolean(),
    dependants: z.array(shiftSchema.extend({ slug: z.string(), name: z.string(), direct: z.boolean() }).readonly()).readonly(),
  })
  .readonly()
  .meta({ id: 'Impact' });
export type Impact = z.infer<typeof impactSchema>;

export const draftContentSchema = z.object({
  segment: z.string().max(200).nullable().meta({ description: 'Slug of the segment that is changed; null for a new one' }),
  base_version: z.int().positive().nullable().meta({ description: 'The version that is changed' }),
  name: z.string().max(200),
  folder: z.string().max(100),
  text: z.string().max(20_000).meta({ description: 'As typed: it may not be readable yet' }),
  note: z.string().max(2000),
});
export const draftSchema = draftContentSchema.extend({ key: z.string(), updated_at: z.string() }).readonly().meta({ id: 'SegmentDraft' });
export type SegmentDraft = z.infer<typeof draftSchema>;

export const segmentFolderSchema = z.object({ name: z.string(), segments: count }).readonly().meta({ id: 'SegmentFolder' });

export const templateSchema = z
  .object({
    id: z.string(),
    kind: z.enum(segmentKinds),
    name: z.string(),
    note: z.string(),
    text: z.string(),
    sentence: z.string().nullable().meta({ description: 'Null where the data that it needs is missing' }),
    members: count.nullable(),
    share: z.number().nullable(),
    needs: z.string().nullable().meta({ description: 'What has to be imported before it can be used' }),
    existing: z.string().nullable().meta({ description: 'Slug of a segment with this very definition' }),
  })
  .readonly()
  .meta({ id: 'SegmentTemplate' });
export type SegmentTemplate = z.infer<typeof templateSchema>;
