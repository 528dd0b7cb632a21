export { createJobs, type Jobs, type JobsOptions, type Patience } from './create-jobs.ts';
export * from './handler.ts';
export { forget, type KeptAnswer, type NamedRequest, recall, remember } from './idempotency.ts';
export type { After, JobsContext } from './jobs-context.ts';
export type { JobFilter } from './list.ts';
export type { Submission } from './submit.ts';
