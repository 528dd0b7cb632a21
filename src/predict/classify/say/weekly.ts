/** Away for less, and nobody would speak of a time before; with less than so many days of the 90 before it, there is none to tell of. */
const fewestAway = 14;
const fewestBefore = 21;

/**
 * How often a week somebody came before their last visit `away` days ago, from the visits of 90 days, of which all lie before it: a whole number. Undefined where that is too long or
 * too short ago to tell, and for less than once a week. Who was `firstSeen` fewer than 90 days ago came in fewer weeks.
 */
export function weeklyBefore(away: number, visits90: number | undefined, firstSeen?: number): number | undefined {
  const before = Math.min(90, firstSeen === undefined || !Number.isFinite(firstSeen) ? 90 : firstSeen) - away;
  if (visits90 === undefined || !Number.isFinite(visits90) || !(away >= fewestAway) || before < fewestBefore) return undefined;
  const rate = Math.round((7 * visits90) / before);
  return rate >= 1 ? rate : undefined;
}

/** `about 2 visits a week` */
export const weekly = (rate: number): string => `about ${rate === 1 ? 'one visit' : `${rate} visits`} a week`;
