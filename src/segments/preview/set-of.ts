import type { Condition, Moment } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { combine, type Lists } from '../evaluate/combine.ts';
import { compileAll } from '../evaluate/evaluate.ts';
import type { ProfileSet } from '../evaluate/profile-set.ts';
import { keptAnswers } from './kept-answers.ts';
import type { PreviewCache } from './preview-cache.ts';

/** Whom a condition holds for; what was asked before is taken from `cache`. Throws a `ClienteleError` for one that can not be computed. */
export async function setOfCondition(
  warehouse: Warehouse,
  tree: Condition,
  moment: Moment,
  lists: Lists,
  cache: PreviewCache | undefined,
): Promise<ProfileSet> {
  const { compiled, moment: prepared } = await compileAll(warehouse, [{ slug: 'asked', tree }], moment, { rethrow: true });
  const [first] = compiled.flatMap((each) => (each.ok ? [each.compiled] : []));
  const { answers, universe } = await keptAnswers(warehouse, first?.leaves ?? new Map(), prepared, cache);
  return first === undefined ? universe.all : combine(first.plan, answers, universe, lists);
}
