import { z } from 'zod';
import { maskImportReport, maskRow } from '../access/index.ts';
import type { Job } from '../contract/index.ts';
import { importReportSchema } from '../contract/schemas.ts';

/** A job for somebody who may not see personal data: examples of rejected cells and the like are masked by name and by looks. */
export function maskedJob(job: Job): Job {
  return {
    ...job,
    request: hidden(job.request),
    result: maskedResult(job.result),
    error: job.error === null ? null : { ...job.error, ...maskedParameters(job.error) },
  };
}

const imported = z.object({ reports: z.array(importReportSchema) });

/** Examples of rejected cells are masked by the column they stood in. */
function maskedResult(result: unknown): unknown {
  const { data } = imported.safeParse(result);
  return data === undefined ? hidden(result) : { reports: data.reports.map(maskImportReport) };
}

const hidden = (value: unknown): unknown => (typeof value === 'object' && value !== null && !Array.isArray(value) ? maskRow({ ...value }) : value);

function maskedParameters(error: Readonly<Record<string, unknown>>): { readonly parameters?: unknown } {
  return 'parameters' in error ? { parameters: hidden(error['parameters']) } : {};
}
