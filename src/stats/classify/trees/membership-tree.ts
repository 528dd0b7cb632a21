import type { BinnedTable } from './bins.ts';
import { growTree, scratchFor } from './grow.ts';
import { curvatureOf, curvatureUnit, gradientOf } from './histogram.ts';
import type { Tree } from './tree.ts';

export type MembershipRules = { readonly mostLeaves: number; readonly deepest: number; readonly fewestRows: number };

/** One decision tree for a label of 0 or 1, split by the Gini impurity; leaves hold the share of ones. */
export function growMembershipTree(table: BinnedTable, labels: Uint8Array, rules: MembershipRules): Tree {
  const packed = Float64Array.from(labels, (label) => label + curvatureUnit);
  const order = Uint32Array.from(labels.keys());
  const columns = Uint32Array.from(table.columns.keys());
  const units = { gradient: 1, curvature: 1, rowsPerCurvature: 1 };
  const grown = growTree({ table, columns, order, packed, units, rules: { ...rules, penalty: 0, smallestGain: 1e-9 }, scratch: scratchFor(table.rows) });
  for (const { node, total } of grown.leaves) grown.tree.value[node] = gradientOf(total, curvatureOf(total)) / Math.max(1, curvatureOf(total));
  return grown.tree;
}
