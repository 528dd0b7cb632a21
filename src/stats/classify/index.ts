export * from './calibrate/index.ts';
export * from './drivers/index.ts';
export * from './linear/index.ts';
export * from './metrics/index.ts';
export * from './table/index.ts';
export * from './trees/index.ts';
