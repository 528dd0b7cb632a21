export * from './evaluate/index.ts';
export * from './preview/preview.ts';
