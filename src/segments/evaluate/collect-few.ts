import { empty, type Fragment, instants, join, literal, saysInstants, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Answer, Population } from './answer.ts';
import type { Question } from './collect-verdicts.ts';
import { add, difference, emptySet, union } from './profile-set.ts';
import { batches } from './travelling-sets.ts';
import { verdictsOfWord } from './travelling-words.ts';

/** Stands for a profile without a row. */
const nobody = -1;

/**
 * Several questions about a few profiles in one statement, because there statements cost more than rows: a row for each profile that a question has one of, its
 * verdicts the bits of a few numbers, and one for whoever has none, where that may be true. A string of bits for each verdict takes the engine six times as long to
 * set up. Its text is the same whoever is asked about, so that it is planned once.
 */
export async function collectOfFew(
  warehouse: Warehouse,
  questions: readonly Question[],
  { universe }: Population,
  answers: Map<string, Answer>,
): Promise<void> {
  const { largest, all } = universe;
  const words = Math.max(0, ...questions.map(({ leaves }) => Math.ceil(leaves.length / verdictsOfWord)));
  if (words === 0) return;
  const sets = questions.map(({ leaves }) => leaves.map(() => emptySet(largest)));
  const absent = questions.map(({ leaves }) => leaves.map(() => false));
  const withRow = questions.map(() => emptySet(largest));
  const asked = join(
    questions.map((question, index) => partOf(question, index, words)),
    ' union all ',
  );
  await warehouse.chunks(asked, ([question, profiles, ...columns], rows) => {
    for (let row = 0; row < rows; row += 1) {
      const index = Number(question?.values[row]);
      const profile = Number(profiles?.values[row]);
      if (profile > largest) continue;
      const leaves = sets[index]?.length ?? 0;
      if (profile !== nobody) add(withRow[index] ?? all, profile);
      for (let leaf = 0; leaf < leaves; leaf += 1) {
        const word = Number(columns[Math.floor(leaf / verdictsOfWord)]?.values[row]);
        if (((word >>> (leaf % verdictsOfWord)) & 1) === 0) continue;
        if (profile === nobody) (absent[index] ?? [])[leaf] = true;
        else add(sets[index]?.[leaf] ?? all, profile);
      }
    }
  });
  questions.forEach(({ leaves }, index) => {
    const without = difference(all, withRow[index] ?? all);
    leaves.forEach((leaf, at) => {
      const set = sets[index]?.[at] ?? emptySet(largest);
      answers.set(leaf.key, { ok: true, set: absent[index]?.[at] === true ? union(set, without) : set });
    });
  });
}

/** The rows of one question, as many numbers each as the longest needs. */
function partOf({ verdicts, rows: { from, nothing, noneAs } }: Question, index: number, words: number): Fragment {
  const numbers = (tests: readonly Fragment[]): Fragment => {
    const some = batches(tests, verdictsOfWord).map(wordOf);
    return join([...some, ...Array.from({ length: words - some.length }, () => sql`cast(0 as integer)`)]);
  };
  const present = numbers(verdicts.map((each) => each.present));
  const head = sql`select cast(${literal(index)} as integer), cast(profile as integer), ${present}`;
  // The same tests over one row more take the engine half as long to plan as tests of their own.
  if (noneAs !== undefined)
    return sql`(${head} from (select * from ${from} where profile is not null union all ${noneAs(literal(nobody))})${saysInstants(present) ? instants('beside') : empty})`;
  const prefix = nothing === undefined ? empty : sql`with nothing as materialized (${nothing}) `;
  const beside = nothing === undefined ? empty : sql`, nothing`;
  const alone = nothing === undefined ? empty : sql` from nothing`;
  const absents = sql`select cast(${literal(index)} as integer), cast(${literal(nobody)} as integer), ${numbers(verdicts.map(({ absent }) => absent))}${alone}`;
  return sql`(${prefix}${head} from ${from}${beside} where profile is not null union all ${absents})`;
}

/** As a list that is added up: of a chain of operators over parameters the engine looks at each link from all others. A cast takes half of what `case` does. */
function wordOf(tests: readonly Fragment[]): Fragment {
  const bits = tests.map((test, at) => sql`cast((${test}) as integer) * ${literal(2 ** at)}`);
  return sql`cast(list_sum([${join(bits)}]) as integer)`;
}
