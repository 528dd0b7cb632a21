import { z } from 'zod';

/** A backup that lies beside the workspace. */
export const backupFileSchema = z.object({ name: z.string(), bytes: z.number().int(), made_at: z.string() }).readonly();
export type BackupFile = z.infer<typeof backupFileSchema>;

const slugs = z.array(z.string()).readonly();

/** What a file of segments changes, or would change. */
export const segmentFileReportSchema = z
  .object({
    created: slugs,
    changed: slugs,
    unchanged: slugs,
    deleted: slugs,
    skipped: slugs.meta({ description: 'Ready segments that need data which this workspace has not' }),
    warnings: z.array(z.looseObject({ segment: z.string(), message: z.string(), hint: z.string().optional() })).readonly(),
    differences: z
      .array(z.object({ slug: z.string(), name: z.string(), before: z.string().nullable(), after: z.string().nullable() }).readonly())
      .readonly()
      .meta({ description: 'Definitions that are made, changed or deleted: null where there was none before, or is none after' }),
  })
  .readonly();
export type SegmentFileReport = z.infer<typeof segmentFileReportSchema>;
