export { findUplift, type JudgedUplift, judgeUplift, type UpliftFound, type UpliftWish } from './uplift.ts';
