import type { Leaf } from '../../language/index.ts';
import { sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { aggregatesAsked } from './answer-aggregates.ts';
import { profileTestsAsked } from './answer-profile-tests.ts';
import type { Answer, Answers, Population } from './answer.ts';
import { answerAsked, asked } from './asked.ts';
import { answerCoded } from './coded/answer-coded.ts';

/** Each distinct leaf is answered once. A leaf that fails fails alone. */
export async function answerLeaves(warehouse: Warehouse, leaves: Iterable<Leaf>, population: Population, featuresTable: string): Promise<Answers> {
  const answers = new Map<string, Answer>();
  const all = [...leaves];
  const tests = all.filter((leaf) => leaf.kind === 'profile');
  const aggregates = all.filter((leaf) => leaf.kind === 'aggregate');
  const queries = all.filter((leaf) => leaf.kind === 'members');
  const others = await answerCoded(warehouse, aggregates, population, answers);
  await answerAsked(
    warehouse,
    [
      ...profileTestsAsked(tests, population, featuresTable),
      ...aggregatesAsked(others, population),
      ...queries.map((query) =>
        asked([query], ([leaf = query]) => ({
          leaves: [leaf],
          verdicts: [isMember],
          rows: { from: sql`(${leaf.query(population.scope)})` },
        })),
      ),
    ],
    population,
    answers,
  );
  return answers;
}

/** Whoever a query names is a member. */
const isMember = { present: sql`true`, absent: sql`false` };
