export * from './benjamini-hochberg.ts';
export * from './effects.ts';
export * from './normal.ts';
export * from './proportions.ts';
export * from './student.ts';
export * from './welch.ts';
