export * from './change.ts';
export * from './check.ts';
export type { SlotContext } from './context.ts';
export * from './file.ts';
export * from './read.ts';
export * from './schedule.ts';
