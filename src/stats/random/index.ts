export * from './draws.ts';
export * from './generator.ts';
