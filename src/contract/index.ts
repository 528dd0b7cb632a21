export * from './design-tokens.ts';
export * from './insight.ts';
export * from './imports.ts';
export * from './kinds.ts';
export * from './mapping.ts';
export * from './staged.ts';
export * from './quality.ts';
