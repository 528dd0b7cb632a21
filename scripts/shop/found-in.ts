import { adjustedRand } from '../../src/stats/index.ts';

/** How well groups tell types: the share of those who are of their group's most frequent type, and how alike groups and types are (adjusted Rand index). */
export type FoundIn = { readonly share: number; readonly rand: number };

/** `groups` and `types` of the same customers, in the same order. */
export function foundIn(groups: readonly unknown[], types: readonly unknown[]): FoundIn {
  const usual = [...Map.groupBy(types.keys(), (row) => groups[row]).values()].map((rows) =>
    Math.max(...[...Map.groupBy(rows, (row) => types[row]).values()].map(({ length }) => length)),
  );
  return { share: usual.reduce((sum, count) => sum + count, 0) / types.length, rand: adjustedRand(codes(groups), codes(types)) };
}

function codes(values: readonly unknown[]): Int32Array {
  const known = new Map([...new Set(values)].map((value, code) => [value, code]));
  return Int32Array.from(values, (value) => known.get(value) ?? -1);
}
