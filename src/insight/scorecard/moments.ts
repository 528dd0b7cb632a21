import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { behaviours } from './behaviours.ts';

/** Count, mean and sum of squared deviations of a behaviour, of those who have it; `natural` is the mean before any logarithm. */
export type Moments = { readonly n: number; readonly mean: number; readonly squares: number; readonly natural: number };
/** Moments of those who have a behaviour among so many people. */
export type Measured = Moments & { readonly people: number };
/** One per behaviour, in the order of `behaviours`. */
export type Profile = readonly Measured[];

const none: Moments = { n: 0, mean: 0, squares: 0, natural: 0 };
const columns = sql`count(*)::INTEGER as people, ${join(
  behaviours.map(
    ({ value, natural }, index) =>
      sql`count(${value})::INTEGER as ${ident(`n${index}`)}, avg(${value}) as ${ident(`m${index}`)}, coalesce(var_pop(${value}), 0) * count(${value}) as ${ident(`s${index}`)}, avg(${natural}) as ${ident(`a${index}`)}`,
  ),
)}`;

type MomentRow = Readonly<Record<string, number | null>>;

/** The behaviours of all customers, in one pass. */
export async function everyone(warehouse: Warehouse): Promise<Profile> {
  return read(await warehouse.row<MomentRow>(sql`select ${columns} from insight_features`));
}

/** The behaviours of each segment in `insight_members`, in one pass over members and features. */
export async function perSegment(warehouse: Warehouse): Promise<ReadonlyMap<number, Profile>> {
  const rows = await warehouse.rows<MomentRow & { segment: number }>(
    sql`select m.segment, ${columns} from insight_members m join insight_features using (profile) group by m.segment`,
  );
  return new Map(rows.map((row) => [row.segment, read(row)]));
}

function read(row: MomentRow | undefined): Profile {
  const people = row?.['people'] ?? 0;
  return behaviours.map((_, index) => {
    const n = row?.[`n${index}`] ?? 0;
    return n === 0 ? { ...none, people } : { people, n, mean: row?.[`m${index}`] ?? 0, squares: row?.[`s${index}`] ?? 0, natural: row?.[`a${index}`] ?? 0 };
  });
}

/** All but some: the moments of the others follow from those of everyone and of the members (Chan, Golub and LeVeque, 1983, turned round). */
export function without(all: Moments, part: Moments): Moments {
  const n = all.n - part.n;
  if (n <= 0) return none;
  const mean = (all.mean * all.n - part.mean * part.n) / n;
  const between = ((part.mean - mean) ** 2 * part.n * n) / all.n;
  return { n, mean, squares: Math.max(0, all.squares - part.squares - between), natural: (all.natural * all.n - part.natural * part.n) / n };
}
