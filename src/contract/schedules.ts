import { z } from 'zod';
import { fileToImportSchema } from './imports-schema.ts';
import { jobErrorSchema } from './jobs.ts';
import { jobStatuses } from './roles.ts';

// Imports that come again by themselves. Addresses are answered without the passwords in them.

/** Where to read from: a folder of this machine, a file at an address, or what a database answers. */
export const scheduleFromSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('folder'), path: z.string().trim().min(1).max(1000) }),
    z.object({ kind: z.literal('url'), url: z.string().trim().min(1).max(4000) }),
    z.object({ kind: z.literal('query'), url: z.string().trim().min(1).max(4000), query: z.string().trim().min(1).max(20_000) }),
  ])
  .meta({ id: 'ScheduleFrom' });
export type ScheduleFrom = z.infer<typeof scheduleFromSchema>;

const { kind, source, preset, map, options, mapping, read } = fileToImportSchema.shape;
export const scheduleSaidSchema = z.object({ kind, source, preset, map, options, mapping, read });
export type ScheduleSaid = z.infer<typeof scheduleSaidSchema>;

const when = {
  every: z.enum(['hour', 'day', 'week']),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .meta({ description: 'Clock time in the workspace’s zone, `07:30`; of `hour` only the minute counts' }),
  weekday: z.int().min(1).max(7).nullable().meta({ description: 'Monday is 1; for `week`' }),
};

export const newScheduleSchema = z.object({
  name: z.string().trim().min(1).max(200),
  from: scheduleFromSchema,
  said: scheduleSaidSchema.default({ map: {}, options: {}, read: {} }),
  ...when,
});
export type NewSchedule = z.infer<typeof newScheduleSchema>;

/** What is left out stays as it is; an address sent back as it was answered keeps its password. */
export const scheduleChangeSchema = z.object({
  name: z.string().trim().min(1).max(200).exactOptional(),
  from: scheduleFromSchema.exactOptional(),
  said: scheduleSaidSchema.exactOptional(),
  every: when.every.exactOptional(),
  at: when.at.exactOptional(),
  weekday: when.weekday.exactOptional(),
  enabled: z.boolean().exactOptional(),
});
export type ScheduleChange = z.infer<typeof scheduleChangeSchema>;

export const scheduleSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    from: scheduleFromSchema,
    said: scheduleSaidSchema,
    ...when,
    enabled: z.boolean(),
    next_at: z.string().nullable().meta({ description: 'Null while it is paused' }),
    last: z
      .object({
        job: z.string(),
        at: z.string(),
        status: z.enum(jobStatuses).nullable().meta({ description: 'Null once the job has been forgotten' }),
        error: jobErrorSchema.nullable(),
        rows: z.int().nonnegative(),
        unchanged: z.int().nonnegative().meta({ description: 'Files that were seen before, unchanged, and left alone' }),
      })
      .nullable(),
    created_at: z.string(),
  })
  .meta({ id: 'Schedule' });
export type Schedule = z.infer<typeof scheduleSchema>;

/** What a folder, an address or a database answered when it was tried: in words, and the files or columns that were found. */
export const triedScheduleSchema = z.object({ sentence: z.string(), names: z.array(z.string()) }).meta({ id: 'TriedSchedule' });
export type TriedSchedule = z.infer<typeof triedScheduleSchema>;
