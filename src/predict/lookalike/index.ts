export { type FittedLookalike, fitLookalike, type Lookalike, type LookalikeSize, lookalikeSizes, type LookalikeWish, scoreLookalike } from './lookalike.ts';
