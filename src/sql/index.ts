export * from './fragment.ts';
