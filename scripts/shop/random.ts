/**
 * Seeded randomness that is the same on every machine: sfc32 on 32-bit integers, seeded by name, so that one part of
 * the shop can change without moving the others. `Math.log` and the like only ever feed values that are rounded to
 * minutes, pence or counts afterwards.
 */
export type Random = {
  /** Uniform in [0, 1). */
  readonly unit: () => number;
  /** Uniform whole number, both ends included. */
  readonly whole: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(values: readonly [T, ...T[]]) => T;
  /** One of the values, each as often as its weight says. */
  readonly weighted: <T>(values: readonly (readonly [T, number])[]) => T;
  /** Waiting time with this mean. */
  readonly exponential: (mean: number) => number;
  /** Gamma with this shape and mean shape × scale (Marsaglia & Tsang 2000). */
  readonly gamma: (shape: number, scale: number) => number;
  readonly poisson: (mean: number) => number;
  readonly shuffled: <T>(values: readonly T[]) => readonly T[];
};

export function seededRandom(seed: number, name: string): Random {
  const unit = sfc32(hashText(`${seed}/${name}`));
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  const exponential = (mean: number): number => -mean * Math.log(1 - unit());
  const whole = (from: number, to: number): number => from + Math.floor(unit() * (to - from + 1));

  const gamma = (shape: number, scale: number): number => {
    if (shape < 1) return gamma(shape + 1, scale) * (1 - unit()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - unit()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v * scale;
    }
  };

  const poisson = (mean: number): number => {
    let arrivals = 0;
    for (let at = exponential(1); at < mean; at += exponential(1)) arrivals += 1;
    return arrivals;
  };

  const weighted = <T>(values: readonly (readonly [T, number])[]): T => {
    let rest = unit() * values.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of values) {
      rest -= weight;
      if (rest < 0) return value;
    }
    throw new RangeError('weighted() needs values with positive weights');
  };

  const shuffled = <T>(values: readonly T[]): readonly T[] => {
    const keyed = values.map((value) => [unit(), value] as const);
    return keyed.sort(([a], [b]) => a - b).map(([, value]) => value);
  };

  return {
    unit,
    whole,
    chance: (probability) => unit() < probability,
    pick: (values) => values[whole(0, values.length - 1)] ?? values[0],
    weighted,
    exponential,
    gamma,
    poisson,
    shuffled,
  };
}

/** Four 32-bit words out of a text (FNV-1a, started four times). */
function hashText(text: string): readonly [number, number, number, number] {
  const word = (start: number): number => {
    let hash = start >>> 0;
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619) >>> 0;
    return hash;
  };
  return [word(2166136261), word(84696351), word(3332679571), word(1013904223)];
}

/** Chris Doty-Humphrey's small fast counting generator. */
function sfc32([first, second, third, fourth]: readonly [number, number, number, number]): () => number {
  let [a, b, c, counter] = [first, second, third, fourth];
  const next = (): number => {
    const mixed = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return (mixed >>> 0) / 4294967296;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}
