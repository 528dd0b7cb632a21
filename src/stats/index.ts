export * from './classify/index.ts';
export * from './gini.ts';
export * from './mean.ts';
export * from './median-absolute-deviation.ts';
export * from './quantile.ts';
export * from './random/index.ts';
export * from './variance.ts';
