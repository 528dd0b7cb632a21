/** `38%`; a share that is not all is never told as all, nor one that is not none as none: `more than 99%`, `less than 1%`. */
export function shareOf(share: number): string {
  const percent = Math.round(100 * share);
  if (percent === 0 && share > 0) return 'less than 1%';
  if (percent === 100 && share < 1) return 'more than 99%';
  return `${percent}%`;
}

/** What is foretold is never certain. */
export const chanceOf = (chance: number): string => shareOf(Math.min(0.999, Math.max(0.001, chance)));
