export { findUplift, type FittedUplift, type JudgedUplift, judgeUplift, scoreUplift, type UpliftFound, type UpliftWish } from './uplift.ts';
