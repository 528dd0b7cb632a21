export * from './cholesky.ts';
