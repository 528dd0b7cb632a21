import { formatCanReceive } from './operators/can-receive/text.ts';
import { formatComparison } from './operators/compare/text.ts';
import { formatDateCondition } from './operators/date/text.ts';
import { formatLogic } from './operators/group/text.ts';
import { formatInSegment } from './operators/in-segment/text.ts';
import { formatPresence } from './operators/presence/text.ts';
import { formatRandom } from './operators/random/text.ts';
import { formatSequence } from './operators/sequence/text.ts';
import { formatWithin } from './operators/within/text.ts';
import type { LeafCondition } from './parse/leaf.ts';
import type { Condition } from './tree.ts';

/** Tree → canonical text on one line; `parse` gives the same tree back. */
export const format = (tree: Condition): string => formatLogic<LeafCondition>(tree, formatLeaf);

function formatLeaf(leaf: LeafCondition): string {
  switch (leaf.kind) {
    case 'compare':
      return formatComparison(leaf);
    case 'known':
    case 'unknown':
      return formatPresence(leaf);
    case 'date':
      return formatDateCondition(leaf);
    case 'in-segment':
      return formatInSegment(leaf);
    case 'can-receive':
      return formatCanReceive(leaf);
    case 'random':
      return formatRandom(leaf);
    case 'within':
      return formatWithin(leaf);
    case 'sequence':
      return formatSequence(leaf);
  }
}
