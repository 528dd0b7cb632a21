import {
  applyBins,
  type BinnedTable,
  type ColumnBins,
  type FeatureColumn,
  type FeatureTable,
  findBins,
  growMembershipTree,
  type Tree,
  unknownBin,
} from '../../../stats/index.ts';

/** One test on the way to a leaf. `unknown`: whether an unknown value passes it. */
export type Step =
  | { readonly kind: 'number'; readonly column: string; readonly low: number | null; readonly high: number | null; readonly unknown: boolean }
  | { readonly kind: 'category'; readonly column: string; readonly levels: readonly string[]; readonly unknown: boolean };

/** All must hold. */
export type Path = readonly Step[];

export type TreeLimits = { readonly mostLeaves: number; readonly deepest: number; readonly fewestShare: number };
const limits: TreeLimits = { mostLeaves: 6, deepest: 4, fewestShare: 0.01 };
/** Coarse on purpose: rules with rounder limits are rules that one can remember. */
const mostBins = 64;

/** A small decision tree (Breiman et al., 1984) for "is in this group or not": the paths to the leaves where most are. Empty where no leaf has most. */
export function groupPaths(table: FeatureTable, isMember: Uint8Array, chosen: TreeLimits = limits): readonly Path[] {
  const bins = findBins(table, mostBins, 1);
  const binned: BinnedTable = applyBins(table, bins);
  const tree = growMembershipTree(binned, isMember, {
    mostLeaves: chosen.mostLeaves,
    deepest: chosen.deepest,
    fewestRows: Math.max(5, Math.round(chosen.fewestShare * table.rows)),
  });
  const gaps = new Set(bins.filter((_, place) => binned.columns[place]?.includes(unknownBin)).map(({ name }) => name));
  const counts = new Set(table.columns.filter(isCount).map(({ name }) => name));
  return pathsTo(tree, { bins, gaps, counts }, 0, new Map()).map((path) => [...path.values()]);
}

type Steps = ReadonlyMap<string, Step>;
/** `gaps`: columns with unknown values; of others there is no need to speak of them. `counts`: whole numbers throughout. */
type Columns = { readonly bins: readonly ColumnBins[]; readonly gaps: ReadonlySet<string>; readonly counts: ReadonlySet<string> };

function pathsTo(tree: Tree, columns: Columns, node: number, steps: Steps): readonly Steps[] {
  const left = tree.left[node] ?? 0;
  if (left === 0) return (tree.value[node] ?? 0) > 0.5 ? [steps] : [];
  const [toLeft, toRight] = [withStep(tree, columns, node, true, steps), withStep(tree, columns, node, false, steps)];
  const [first, second] = [pathsTo(tree, columns, left, toLeft), pathsTo(tree, columns, left + 1, toRight)];
  // Where both sides are members throughout, the split said nothing: their only path is the way to them.
  if (first[0] === toLeft && second[0] === toRight) return [steps];
  return [...first, ...second];
}

/** Narrows what is already asked of the column. */
function withStep(tree: Tree, columns: Columns, node: number, isLeft: boolean, steps: Steps): Steps {
  const column = columns.bins[tree.feature[node] ?? 0];
  if (column === undefined) return steps;
  const unknown = columns.gaps.has(column.name) && (tree.unknownLeft[node] === 1) === isLeft;
  const before = steps.get(column.name);
  if (column.kind === 'number') {
    const limit = column.edges[tree.threshold[node] ?? 0] ?? null;
    // Between 4 and 5 of something there is nothing: 4 is the plainer limit.
    const edge = limit !== null && columns.counts.has(column.name) ? Math.floor(limit) : limit;
    const { low = null, high = null, unknown: was = true } = before?.kind === 'number' ? before : {};
    const step: Step = { kind: 'number', column: column.name, low: isLeft ? low : edge, high: isLeft ? edge : high, unknown: was && unknown };
    return new Map([...steps, [column.name, step]]);
  }
  const lefts = new Set(tree.categories[node]);
  const own = column.levels.filter((_, code) => lefts.has(code) === isLeft);
  const levels = before?.kind === 'category' ? own.filter((level) => before.levels.includes(level)) : own;
  return new Map([...steps, [column.name, { kind: 'category', column: column.name, levels, unknown: (before?.unknown ?? true) && unknown }]]);
}

const isCount = (column: FeatureColumn): boolean => column.kind === 'number' && column.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
