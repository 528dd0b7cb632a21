// The contract's second door, for the API: zod takes a tenth of a second to load, which commands would pay for nothing.
export * from './access.ts';
export * from './jobs.ts';
