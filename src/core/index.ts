export * from './calendar.ts';
export * from './count.ts';
export * from './effects.ts';
export * from './errors.ts';
export * from './instant.ts';
export * from './result.ts';
export * from './slug.ts';
export * from './workspace.ts';
