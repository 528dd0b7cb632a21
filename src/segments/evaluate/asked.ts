import type { Leaf } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Answer, Population } from './answer.ts';
import { collectOfFew } from './collect-few.ts';
import { collectVerdicts, type Question } from './collect-verdicts.ts';

/** Leaves that are asked together. */
export type Asked = {
  readonly leaves: readonly Leaf[];
  readonly question: () => Question;
  /** The same, each leaf on its own. */
  readonly alone: () => readonly Asked[];
};

export const asked = <L extends Leaf>(leaves: readonly L[], question: (leaves: readonly L[]) => Question): Asked => ({
  leaves,
  question: () => question(leaves),
  alone: () => leaves.map((leaf) => asked([leaf], question)),
});

/**
 * Answers what is asked. Of a few profiles everything in one statement, because there statements cost more than rows; of everybody one after another. Where that
 * fails each leaf is asked on its own, so that only the broken one is marked.
 */
export async function answerAsked(warehouse: Warehouse, all: readonly Asked[], population: Population, answers: Map<string, Answer>): Promise<void> {
  if (population.few === true && (await answeredTogether(warehouse, all, population, answers))) return;
  for (const each of all) {
    try {
      await collectVerdicts(warehouse, each.question(), population, answers);
    } catch (error) {
      const [only, ...more] = each.leaves;
      if (only !== undefined && more.length === 0) answers.set(only.key, { ok: false, reason: error instanceof Error ? error.message : String(error) });
      else await answerAsked(warehouse, each.alone(), { ...population, few: false }, answers);
    }
  }
}

async function answeredTogether(warehouse: Warehouse, all: readonly Asked[], population: Population, answers: Map<string, Answer>): Promise<boolean> {
  const found = new Map<string, Answer>();
  try {
    const questions = all.map(({ question }) => question());
    // Queries of their own speak of instants wherever they like, so their plans are not kept.
    const isOwn = ({ leaves }: Question): boolean => leaves.some(({ kind }) => kind === 'members');
    for (const some of [questions.filter((each) => !isOwn(each)), questions.filter(isOwn)]) await collectOfFew(warehouse, some, population, found);
  } catch {
    return false;
  }
  for (const [key, answer] of found) answers.set(key, answer);
  return true;
}
