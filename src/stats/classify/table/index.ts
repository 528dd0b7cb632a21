export * from './feature-table.ts';
export * from './folds.ts';
