export * from './resolve.ts';
export * from './guards.ts';
