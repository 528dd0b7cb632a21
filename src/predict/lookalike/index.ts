export { type FittedLookalike, fitLookalike, type Lookalike, lookalikeSizes, type LookalikeWish, scoreLookalike } from './lookalike.ts';
