import type { Leaf } from '../../language/index.ts';
import { empty, type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Answer, Population } from './answer.ts';
import { difference } from './profile-set.ts';
import { arrivedSet, inRange, setColumn } from './travelling-sets.ts';

/** What is asked of each leaf: its verdict over a row, and its verdict over no row at all. */
export type Verdicts = { readonly present: Fragment; readonly absent: Fragment };

/** Rows with a column `profile`; `nothing` is a row that verdicts over no row are read from, where they are not constants. */
export type Rows = { readonly from: Fragment; readonly nothing?: Fragment };

/**
 * Keeps the answers to leaves that are tests over the same rows. Who has no row gets the verdict over none, so only the profiles whose
 * verdict differs from that leave the engine.
 */
export async function collectVerdicts(
  warehouse: Warehouse,
  leaves: readonly Leaf[],
  verdicts: readonly Verdicts[],
  { from, nothing }: Rows,
  { universe }: Population,
  answers: Map<string, Answer>,
): Promise<void> {
  const { largest, all } = universe;
  const differing = verdicts.map(({ present, absent }, index) => sql`${setColumn(sql`profile`, largest, sql`${present} <> ${absent}`)} as ${set(index)}`);
  const absents = join(verdicts.map(({ absent }, index) => sql`${absent} as ${none(index)}`));
  const prefix = nothing === undefined ? empty : sql`with nothing as materialized (${nothing}) `;
  const beside = nothing === undefined ? empty : sql`, nothing`;
  const alone = nothing === undefined ? empty : sql` from nothing`;
  const found = await warehouse.row(
    sql`${prefix}select * from (select ${join(differing)} from ${from}${beside} where ${inRange(sql`profile`, largest)}), (select ${absents}${alone})`,
  );
  leaves.forEach((leaf, index) => {
    const differ = arrivedSet(found?.[`set${index}`], largest);
    answers.set(leaf.key, { ok: true, set: found?.[`none${index}`] === true ? difference(all, differ) : differ });
  });
}

const set = (index: number): Fragment => ident(`set${index}`);
const none = (index: number): Fragment => ident(`none${index}`);
