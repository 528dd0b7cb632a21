/** Delays in whole milliseconds, counted: however many there are takes no more memory. What took longer than a minute counts as a minute. */
const longest = 60_000;

export function delays() {
  const counts = new Uint32Array(longest + 1);
  const within = (share: number, changes: number): number => {
    let left = Math.floor(changes * share);
    return changes === 0 ? Number.NaN : counts.findIndex((count) => (left -= count) < 0);
  };
  return {
    note: (milliseconds: number): void => {
      const place = Math.min(longest, Math.max(0, Math.round(milliseconds)));
      counts[place] = (counts[place] ?? 0) + 1;
    },
    told: () => {
      const changes = counts.reduce((all, count) => all + count, 0);
      return { changes, median: within(0.5, changes), p99: within(0.99, changes), most: counts.findLastIndex((count) => count > 0) };
    },
    clear: (): void => void counts.fill(0),
  };
}
