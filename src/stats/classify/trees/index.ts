export * from './bins.ts';
export * from './boosting.ts';
export * from './exchanged-scores.ts';
export * from './forest.ts';
export type { Loss } from './gradients.ts';
export * from './membership-tree.ts';
export * from './score-trees.ts';
export { goesLeft, type Tree, unknownBin } from './tree.ts';
