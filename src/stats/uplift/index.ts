export { calibrateUplift, type UpliftCalibration, type UpliftScale } from './calibrate.ts';
export { fitUplift, type UpliftKind, type UpliftModel, upliftScores } from './learners.ts';
export { type Qini, qini, type QiniPoint, upliftBetween, type UpliftRows } from './qini.ts';
export { fitRidge, type RidgeModel, ridgeScores } from './ridge.ts';
