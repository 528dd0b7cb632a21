import { z } from 'zod';
import { jobStatuses } from './roles.ts';

// Long work as the API answers it. Times are ISO 8601 UTC texts.

export const jobProgressSchema = z
  .object({ label: z.string(), done: z.number(), total: z.number().nullable().meta({ description: 'Null where nobody knows' }) })
  .readonly();
export type JobProgress = z.infer<typeof jobProgressSchema>;

export const jobErrorSchema = z.looseObject({ code: z.string(), message: z.string(), hint: z.string() }).readonly();
export type JobError = z.infer<typeof jobErrorSchema>;

export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    lane: z.enum(['write', 'light']),
    status: z.enum(jobStatuses),
    progress: jobProgressSchema.nullable(),
    request: z.unknown(),
    result: z.unknown(),
    error: jobErrorSchema.nullable(),
    person: z.string().nullable(),
    attempt: z.number().int().meta({ description: '1, and one more each time that a restart began it anew' }),
    cancelling: z.boolean().meta({ description: 'Cancel was asked for and the work has not stopped yet' }),
    created_at: z.string(),
    started_at: z.string().nullable(),
    finished_at: z.string().nullable(),
  })
  .readonly();
export type Job = z.infer<typeof jobSchema>;

/** The state a job has come to. `id` grows with every change of any job, so that a stream goes on after the last one seen. */
export const jobEventSchema = z.object({ id: z.number().int(), job: jobSchema }).readonly();
export type JobEvent = z.infer<typeof jobEventSchema>;

export const jobPageSchema = z.object({ items: z.array(jobSchema).readonly(), next: z.string().nullable() }).readonly();
export type JobPage = z.infer<typeof jobPageSchema>;
