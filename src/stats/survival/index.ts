export * from './cox.ts';
export * from './kaplan-meier.ts';
export * from './log-rank.ts';
