// The contract's second door, for the API: zod takes a tenth of a second to load, which commands would pay for nothing.
export * from './access.ts';
export * from './customers.ts';
export * from './jobs.ts';
export * from './segments.ts';
export * from './insight-common.ts';
export * from './insight-crossing.ts';
export * from './insight-goods.ts';
export * from './insight-habits.ts';
export * from './insight-home.ts';
export * from './insight-journeys.ts';
export * from './feature-settings.ts';
export * from './quality-schema.ts';
export * from './vocabulary.ts';
export * from './imports-schema.ts';
export * from './predict.ts';
export * from './goal.ts';
export * from './segment-page.ts';
