export * from './cox.ts';
export * from './kaplan-meier.ts';
