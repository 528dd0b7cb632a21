import { type AggregateQuery, fragmentKey } from '../../../language/index.ts';
import { type Fragment, ident, join, sql } from '../../../sql/index.ts';
import type { CutTime } from './cut-time.ts';

/**
 * What is added up for each customer lies in a row of numbers, and so does what a fact of each code brings to it: counts in 32 bits, then for each summed column its sums in doubles, then the sets of
 * different values, a bit each in 64. Places are in bytes; every part fills whole lanes of 16.
 */
export type Gathering = {
  readonly bytes: number;
  /** Conditions that facts are picked by, each once, over an example of a code. */
  readonly picks: readonly Fragment[];
  /** What is asked for the different values of a column, over the same. */
  readonly operands: readonly Operand[];
  /** How many facts there are, whatever they are, at place 0; how many have a text that was not known beforehand, at place 4; then how many of each pick. */
  readonly counts: readonly { readonly at: number; readonly pick: number }[];
  readonly sums: readonly { readonly column: string; readonly from: number; readonly picked: readonly { readonly at: number; readonly pick: number }[] }[];
  readonly sets: readonly { readonly at: number; readonly pick: number; readonly operand: number }[];
  /** Where the sets begin. */
  readonly setsFrom: number;
  /** What each aggregate is read from, by its key. */
  readonly readings: ReadonlyMap<string, Reading>;
};

export type Operand = { readonly column: string; readonly operand: Fragment };

export type Reading =
  | { readonly kind: 'count' | 'values'; readonly at: number }
  | { readonly kind: 'sum'; readonly at: number; readonly column: string }
  | { readonly kind: 'mean'; readonly at: number; readonly column: string; readonly known: number };

/** A set has a bit for each of so many values. */
export const mostValues = 64;

export function gathering(aggregates: readonly AggregateQuery[], time: CutTime): Gathering {
  const picks = new Numbered();
  const operands = new Numbered();
  const operandColumns: string[] = [];
  const picked = ({ facts: { extra, from, to } }: AggregateQuery, also?: Fragment): number => {
    const tests = [extra, time.within({ from, to }), also].filter((test) => test !== undefined);
    return picks.placeOf(tests.length === 0 ? sql`true` : join(tests, ' and '));
  };
  const counts = new Places<number>(4);
  const sums = new Map<string, Places<number>>();
  const sets = new Places<{ readonly pick: number; readonly operand: number }>(8);
  const asked = aggregates.map((aggregate): readonly [string, (starts: Starts) => Reading] => {
    const { gathers, key } = aggregate;
    switch (gathers?.kind) {
      case 'sum':
      case 'mean': {
        const { column, kind } = gathers;
        const ofColumn = sums.get(column) ?? new Places<number>(8);
        sums.set(column, ofColumn);
        const pick = picked(aggregate);
        const sum = ofColumn.placeOf(String(pick), pick);
        if (kind === 'sum') return [key, ({ ofSums }) => ({ kind, column, at: (ofSums.get(column) ?? 0) + sum })];
        const own = picked(aggregate, sql`${ident(column)} is not null`);
        const known = counts.placeOf(String(own), own);
        return [key, ({ ofCounts, ofSums }) => ({ kind, column, at: (ofSums.get(column) ?? 0) + sum, known: ofCounts + known })];
      }
      case 'values': {
        const one = { pick: picked(aggregate), operand: operands.placeOf(gathers.operand) };
        operandColumns[one.operand] = gathers.column;
        const set = sets.placeOf(`${one.pick} ${one.operand}`, one);
        return [key, ({ ofSets }) => ({ kind: 'values', at: ofSets + set })];
      }
      default: {
        const pick = picked(aggregate);
        const count = counts.placeOf(String(pick), pick);
        return [key, ({ ofCounts }) => ({ kind: 'count', at: ofCounts + count })];
      }
    }
  });
  const ofCounts = 8;
  const ofSums = new Map<string, number>();
  let end = lanes(ofCounts + counts.bytes);
  for (const [column, places] of sums) {
    ofSums.set(column, end);
    end += lanes(places.bytes);
  }
  const starts: Starts = { ofCounts, ofSums, ofSets: end };
  return {
    bytes: end + lanes(sets.bytes),
    picks: picks.all(),
    operands: operands.all().map((operand, index) => ({ operand, column: operandColumns[index] ?? '' })),
    counts: counts.all().map(([at, pick]) => ({ at: ofCounts + at, pick })),
    sums: [...sums].map(([column, places]) => {
      const from = ofSums.get(column) ?? 0;
      return { column, from, picked: places.all().map(([at, pick]) => ({ at: from + at, pick })) };
    }),
    sets: sets.all().map(([at, one]) => ({ at: end + at, ...one })),
    setsFrom: end,
    readings: new Map(asked.map(([key, reading]) => [key, reading(starts)])),
  };
}

type Starts = { readonly ofCounts: number; readonly ofSums: ReadonlyMap<string, number>; readonly ofSets: number };

const lanes = (bytes: number): number => Math.ceil(bytes / 16) * 16;

/** Equal fragments have one number. */
class Numbered {
  readonly #found = new Map<string, Fragment>();
  readonly #places = new Map<string, number>();

  placeOf(fragment: Fragment): number {
    const key = fragmentKey(fragment);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.#found.size);
    this.#found.set(key, fragment);
    return this.#found.size - 1;
  }

  all(): readonly Fragment[] {
    return [...this.#found.values()];
  }
}

/** Numbers of one width side by side, equal ones once. */
class Places<T> {
  readonly #width: number;
  readonly #found = new Map<string, readonly [number, T]>();

  constructor(width: number) {
    this.#width = width;
  }

  placeOf(key: string, one: T): number {
    const [at] = this.#found.get(key) ?? [this.bytes];
    if (!this.#found.has(key)) this.#found.set(key, [at, one]);
    return at;
  }

  get bytes(): number {
    return this.#found.size * this.#width;
  }

  all(): readonly (readonly [number, T])[] {
    return [...this.#found.values()];
  }
}
