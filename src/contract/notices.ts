import { z } from 'zod';
import { findingShape, groupShape } from './insight-common.ts';

/** Where a notice comes from: the watch over figures, a forecast that reality left, a live source's records, a model, a job. */
export const noticeKinds = ['unusual', 'forecast', 'source', 'model', 'job'] as const;
export type NoticeKind = (typeof noticeKinds)[number];
export const noticeSubjects = ['segment', 'metric', 'model', 'source', 'job'] as const;
export const noticeStatuses = ['new', 'acknowledged'] as const;

/** What it is about: `id` is a segment's slug, a metric's name, a model's name or a source's slug. */
export const noticeSubjectSchema = z.object({ type: z.enum(noticeSubjects), id: z.string(), name: z.string() });

/** A part of the whole that made the change: how much of it, and who they are. */
export const contributorSchema = z.object({
  /** `country`, `channel`, `lifecycle` …, and the value, in words. */
  dimension: z.string(),
  label: z.string(),
  /** What it was expected to be and what it was, in the notice's unit. */
  expected: z.number(),
  actual: z.number(),
  /** Share of the whole change; parts that went the other way are negative. */
  share: z.number(),
  ...groupShape,
});
export type Contributor = z.infer<typeof contributorSchema>;

export const noticeSchema = z
  .object({
    id: z.string(),
    kind: z.enum(noticeKinds),
    severity: z.enum(['info', 'warning', 'urgent']),
    subject: noticeSubjectSchema,
    /** A line, and the finding in plain words with what it is compared with. */
    title: z.string(),
    sentence: z.string(),
    /** The instant or period that it is about, as the screen shows it: ISO 8601. */
    at: z.string(),
    raised_at: z.string(),
    /** Null where there is no number to it. */
    figure: z
      .object({ unit: z.enum(['people', 'money', 'count', 'share']), actual: z.number(), expected: z.number(), low: z.number(), high: z.number() })
      .nullable(),
    contributors: z.array(contributorSchema).readonly(),
    status: z.enum(noticeStatuses),
    acknowledged_at: z.string().nullable(),
    acknowledged_by: z.string().nullable(),
    /** Grows with every change of any notice: what `/events` sends and a list can be resumed from. */
    revision: z.number().int(),
  })
  .readonly();
export type Notice = z.infer<typeof noticeSchema>;

export const noticePageSchema = z.object({ items: z.array(noticeSchema).readonly(), total: z.int(), new: z.int(), next: z.string().nullable() }).readonly();

/** Nothing more is told about this subject until `until` (for good where null). */
export const noticeMuteSchema = z
  .object({ id: z.string(), subject: noticeSubjectSchema, kind: z.enum(noticeKinds).nullable(), until: z.string().nullable(), by: z.string(), at: z.string() })
  .readonly();
export type NoticeMute = z.infer<typeof noticeMuteSchema>;
export const newNoticeMuteSchema = z.object({
  subject: noticeSubjectSchema,
  /** Every kind where left out. */
  kind: z.enum(noticeKinds).nullable().default(null),
  until: z.string().nullable().default(null),
});

/**
 * What a room hands over to be told. `key` makes it once: a notice with the same key is not told again, whatever it says then, so it holds the subject and
 * the period or happening, such as `metric:revenue:2026-W26` or `source:web:field-type:price`.
 */
export type NoticeDraft = Pick<Notice, 'kind' | 'severity' | 'subject' | 'title' | 'sentence' | 'at'> & {
  readonly key: string;
  readonly figure?: Notice['figure'];
  readonly contributors?: Notice['contributors'];
};

export const watchRunSchema = z.object({ as_of: z.string(), looked_at: z.int(), raised: z.array(noticeSchema).readonly() }).readonly();
export type WatchRun = z.infer<typeof watchRunSchema>;

/** Everything that is watched, with what its newest week was expected to be. */
export const watchAnswer = z.object({
  ...findingShape,
  series: z.array(
    z.object({
      key: z.string(),
      subject: noticeSubjectSchema,
      measure: z.string(),
      label: z.string(),
      unit: z.enum(['people', 'money', 'count', 'share']),
      /** First day of the newest whole week. */
      week: z.string().nullable(),
      actual: z.number().nullable(),
      expected: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      /** Distance from the expected in robust standard deviations. */
      score: z.number().nullable(),
      unusual: z.boolean(),
      since: z.string().nullable(),
      /** Where it has stood at another level for four weeks and more: since which week, and what a usual week was before and is now. */
      level: z.object({ since: z.string(), weeks: z.int(), before: z.number(), after: z.number() }).nullable(),
      /** False while there are fewer than sixteen weeks: nothing is judged. */
      enough: z.boolean(),
      muted: z.boolean(),
      weeks: z.array(z.object({ starts: z.string(), value: z.number() })),
    }),
  ),
});
export type WatchAnswer = z.infer<typeof watchAnswer>;
