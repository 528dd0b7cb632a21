/**
 * How soon something may be done again that costs the same however much has happened: a few times at once, as somebody's own clicks are, and once per `every` where it goes on; an
 * allowance of one comes back with each of those.
 */
export function pace(every: number, atOnce: number): { readonly wait: (now: number) => number; readonly done: (now: number) => void } {
  let spent = 0;
  return {
    wait: (now) => Math.max(0, spent - (atOnce - 1) * every - now),
    done: (now) => {
      spent = Math.max(spent, now) + every;
    },
  };
}
