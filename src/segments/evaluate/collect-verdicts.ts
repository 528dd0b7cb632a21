import type { Leaf } from '../../language/index.ts';
import { empty, type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Answer, Population } from './answer.ts';
import { difference, emptySet, type ProfileSet } from './profile-set.ts';
import { arrivedSet, inRange, setColumn } from './travelling-sets.ts';
import { arrivedSets, wordsOf } from './travelling-words.ts';

/** From so many verdicts on, a few numbers for each profile leave the engine quicker than a string of bits for each verdict. */
export const fewestForWords = 6;

/** What is asked of each leaf: its verdict over a row, and its verdict over no row at all. */
export type Verdicts = { readonly present: Fragment; readonly absent: Fragment };

/**
 * Rows with a column `profile`; `nothing` is a row that verdicts over no row are read from, where they are not constants. `noneAs`: the same columns for a profile
 * number that is given, as they are for whoever has no row.
 */
export type Rows = { readonly from: Fragment; readonly nothing?: Fragment; readonly noneAs?: (profile: Fragment) => Fragment };

/** Tests over the same rows, one for each leaf. */
export type Question = { readonly leaves: readonly Leaf[]; readonly verdicts: readonly Verdicts[]; readonly rows: Rows };

/**
 * Keeps the answers to leaves that are tests over the same rows. Who has no row gets the verdict over none, so only the profiles whose
 * verdict differs from that leave the engine.
 */
export async function collectVerdicts(
  warehouse: Warehouse,
  { leaves, verdicts, rows: { from, nothing } }: Question,
  { universe: { largest, all } }: Population,
  answers: Map<string, Answer>,
): Promise<void> {
  const differing = verdicts.map(({ present, absent }) => sql`${present} <> ${absent}`);
  const absents = join(verdicts.map(({ absent }, index) => sql`${absent} as ${none(index)}`));
  const prefix = nothing === undefined ? empty : sql`with nothing as materialized (${nothing}) `;
  const beside = nothing === undefined ? empty : sql`, nothing`;
  const alone = nothing === undefined ? empty : sql` from nothing`;
  const rows = sql`from ${from}${beside} where ${inRange(sql`profile`, largest)}`;
  const withoutRow = sql`select ${absents}${alone}`;
  const keep = (found: Readonly<Record<string, unknown>> | undefined, differ: (index: number) => ProfileSet): void =>
    leaves.forEach((leaf, index) => {
      const different = differ(index);
      answers.set(leaf.key, { ok: true, set: found?.[`none${index}`] === true ? difference(all, different) : different });
    });
  if (leaves.length < fewestForWords) {
    const sets = join(differing.map((test, index) => sql`${setColumn(sql`profile`, largest, test)} as ${set(index)}`));
    const found = await warehouse.row(sql`${prefix}select * from (select ${sets} ${rows}), (${withoutRow})`);
    keep(found, (index) => arrivedSet(found?.[`set${index}`], largest));
  } else {
    const sets = await arrivedSets(warehouse, sql`${prefix}select profile, ${wordsOf(differing)} ${rows}`, leaves.length, largest);
    keep(await warehouse.row(sql`${prefix}${withoutRow}`), (index) => sets[index] ?? emptySet(largest));
  }
}

const set = (index: number): Fragment => ident(`set${index}`);
const none = (index: number): Fragment => ident(`none${index}`);
