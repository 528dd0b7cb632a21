import type { Leaf } from '../../language/index.ts';
import type { Fragment } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Answer, Population } from './answer.ts';
import { difference, emptySet, type ProfileSet } from './profile-set.ts';
import { unpack } from './verdict-bits.ts';

/** The profile number under which the verdicts over nothing at all come. */
export const nobody = -1;

/**
 * Runs a query of `profile` and a column of bits for each group of leaves, and keeps its answers. The bits are of the verdicts that
 * differ from those of a profile without any row, which come themselves as the row of `nobody`.
 */
export async function collectVerdicts(
  warehouse: Warehouse,
  query: Fragment,
  groups: readonly (readonly Leaf[])[],
  { universe }: Population,
  answers: Map<string, Answer>,
): Promise<void> {
  const columns = groups.map((leaves) => ({ leaves, sets: leaves.map(() => emptySet(universe.largest)), absent: 0 }));
  await warehouse.chunks(query, ([profile, ...bits], rows) => {
    columns.forEach((column, index) => {
      column.absent = absentIn(profile?.values ?? [], bits[index]?.values ?? [], rows) ?? column.absent;
      unpack(profile?.values ?? [], bits[index], rows, column.sets);
    });
  });
  for (const { leaves, sets, absent } of columns) {
    leaves.forEach((leaf, bit) => {
      const differing: ProfileSet = sets[bit] ?? emptySet(universe.largest);
      answers.set(leaf.key, { ok: true, set: ((absent >> bit) & 1) === 1 ? difference(universe.all, differing) : differing });
    });
  }
}

function absentIn(profiles: ArrayLike<unknown>, bits: ArrayLike<unknown>, rows: number): number | undefined {
  for (let row = 0; row < rows; row += 1) if (profiles[row] === nobody) return Number(bits[row]);
  return undefined;
}
