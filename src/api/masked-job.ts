import { maskRow } from '../access/index.ts';
import type { Job } from '../contract/index.ts';

/** A job for somebody who may not see personal data: examples of rejected cells and the like are masked by name and by looks. */
export function maskedJob(job: Job): Job {
  return {
    ...job,
    request: hidden(job.request),
    result: hidden(job.result),
    error: job.error === null ? null : { ...job.error, ...maskedParameters(job.error) },
  };
}

const hidden = (value: unknown): unknown => (typeof value === 'object' && value !== null && !Array.isArray(value) ? maskRow({ ...value }) : value);

function maskedParameters(error: Readonly<Record<string, unknown>>): { readonly parameters?: unknown } {
  return 'parameters' in error ? { parameters: hidden(error['parameters']) } : {};
}
