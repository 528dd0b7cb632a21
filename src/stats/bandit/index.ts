export * from './bayesian-linear.ts';
export * from './off-policy.ts';
export * from './thompson.ts';
