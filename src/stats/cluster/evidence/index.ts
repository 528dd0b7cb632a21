export * from './adjusted-rand.ts';
export * from './gap.ts';
export * from './silhouette.ts';
export * from './stability.ts';
