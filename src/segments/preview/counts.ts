import type { Condition, Moment } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Lists } from '../evaluate/combine.ts';
import { members, type ProfileSet, size } from '../evaluate/profile-set.ts';
import { nodesOf } from './nodes.ts';
import type { PreviewCache } from './preview-cache.ts';
import { setsOf } from './sets-of.ts';

export type NodeCounts = {
  readonly members: number;
  readonly profiles: number;
  readonly nodes: readonly { readonly path: readonly number[]; readonly members: number }[];
  /** Profile numbers of members from all over the base, at most `sample`. */
  readonly sample: readonly number[];
};

/** Beyond this many conditions only the outer ones are counted. */
const mostNodes = 150;

/** How many each condition of a definition holds for, groups inside groups included, each on its own. */
export async function countNodes(
  warehouse: Warehouse,
  tree: Condition,
  moment: Moment,
  lists: Lists,
  sample: number,
  cache?: PreviewCache,
): Promise<NodeCounts> {
  const nodes = nodesOf(tree)
    .toSorted((a, b) => a.path.length - b.path.length)
    .slice(0, mostNodes);
  const { universe, sets } = await setsOf(
    warehouse,
    nodes.map((node) => node.tree),
    moment,
    lists,
    cache,
  );
  const [whole] = sets;
  return {
    members: whole === undefined ? 0 : size(whole),
    profiles: universe.count,
    nodes: nodes.map(({ path }, index) => ({ path, members: size(sets[index] ?? { words: new Uint32Array() }) })),
    sample: whole === undefined ? [] : spread(whole, sample),
  };
}

/** Evenly spaced members, so that a sample is not all of the oldest customers. The same ones for the same set. */
export function spread(set: ProfileSet, wanted: number): readonly number[] {
  const all = members(set);
  const step = Math.max(1, all.length / wanted);
  return Array.from({ length: Math.min(wanted, all.length) }, (_, index) => all[Math.floor(index * step)] ?? 0);
}
