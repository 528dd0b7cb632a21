import { type Fragment, ident, join, literal, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { add, emptySet, type ProfileSet } from './profile-set.ts';
import { batches } from './travelling-sets.ts';

/** Many sets leave the engine as numbers whose bits are the verdicts over one profile, so many to a number (all but the sign). */
export const verdictsOfWord = 31;

/** Columns of such numbers, over rows with a profile. */
export const wordsOf = (tests: readonly Fragment[]): Fragment =>
  join(
    batches(tests, verdictsOfWord).map((some, index) => {
      const bits = some.map((test, at) => sql`case when ${test} then ${literal(2 ** at)} else 0 end`);
      return sql`cast(${join(bits, ' | ')} as integer) as ${ident(`word${index}`)}`;
    }),
  );

/** The sets, in the order of their tests. */
export async function arrivedSets(warehouse: Warehouse, query: Fragment, count: number, largest: number): Promise<readonly ProfileSet[]> {
  const sets = Array.from({ length: count }, () => emptySet(largest));
  await warehouse.chunks(query, ([profiles, ...words], rows) => {
    for (const [index, word] of words.entries()) {
      const of = sets.slice(index * verdictsOfWord, (index + 1) * verdictsOfWord);
      for (let row = 0; row < rows; row += 1) {
        const profile = Number(profiles?.values[row]);
        let left = Number(word.values[row]);
        while (left !== 0) {
          const set = of[31 - Math.clz32(left & -left)];
          if (set !== undefined) add(set, profile);
          left &= left - 1;
        }
      }
    }
  });
  return sets;
}
