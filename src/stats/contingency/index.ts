export * from './chi-square.ts';
export * from './incomplete-gamma.ts';
