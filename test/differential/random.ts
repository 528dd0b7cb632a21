/** A seeded source of choices (mulberry32): the same seed makes the same worlds and trees on every machine. */
export type Random = {
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(choices: readonly T[]) => T;
  /** Between `least` and `most` picks, repetitions allowed. */
  readonly some: <T>(choices: readonly T[], least: number, most: number) => readonly T[];
};

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(choices: readonly T[]): T => {
    const choice = choices[below(choices.length)];
    if (choice === undefined) throw new Error('nothing to choose from');
    return choice;
  };
  return {
    below,
    chance: (probability) => next() < probability,
    pick,
    some: (choices, least, most) => Array.from({ length: least + below(most - least + 1) }, () => pick(choices)),
  };
}
