export * from './auc.ts';
export * from './average-precision.ts';
export * from './calibration-table.ts';
export * from './descending.ts';
export * from './lift-table.ts';
export * from './probability-losses.ts';
export * from './wilson.ts';
