type Limits = { readonly atRiskDays: number; readonly churnedDays: number; readonly usual: { readonly atRisk: number; readonly churned: number } };

/** Whether a shop's own limits are near the usual ones: within a third, either way. */
export const fitsUsual = ({ atRiskDays, churnedDays, usual }: Limits): boolean => near(atRiskDays, usual.atRisk) && near(churnedDays, usual.churned);

const near = (own: number, other: number): boolean => own <= other * (4 / 3) && own >= other / (4 / 3);
