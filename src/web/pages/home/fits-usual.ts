/** What a workspace begins with, in days: docs/features.md, lifecycle. */
const usual = { atRiskDays: 90, churnedDays: 180 };

/** Whether a shop's own limits are near the usual ones: within a third, either way. */
export const fitsUsual = (own: { readonly atRiskDays: number; readonly churnedDays: number }): boolean =>
  near(own.atRiskDays, usual.atRiskDays) && near(own.churnedDays, usual.churnedDays);

const near = (own: number, other: number): boolean => own <= other * (4 / 3) && own >= other / (4 / 3);
