import type { Condition, Moment } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { combine, type Lists } from '../evaluate/combine.ts';
import { compileAll } from '../evaluate/evaluate.ts';
import type { ProfileSet } from '../evaluate/profile-set.ts';
import type { Universe } from '../evaluate/universe.ts';
import { keptAnswers } from './kept-answers.ts';
import type { PreviewCache } from './preview-cache.ts';

/**
 * Whom each of several conditions holds for, in their order: what they share is computed once, what a cache still knows not at all.
 * Throws a `ClienteleError` for one that can not be computed.
 */
export async function setsOf(
  warehouse: Warehouse,
  trees: readonly Condition[],
  moment: Moment,
  lists: Lists = new Map(),
  cache?: PreviewCache,
): Promise<{ readonly universe: Universe; readonly sets: readonly ProfileSet[] }> {
  const inputs = trees.map((tree, index) => ({ slug: `condition ${index}`, tree }));
  const { compiled, moment: prepared } = await compileAll(warehouse, inputs, moment, { rethrow: true });
  const segments = compiled.flatMap((each) => (each.ok ? [each.compiled] : []));
  const leaves = new Map(segments.flatMap((each) => [...each.leaves]));
  const { answers, universe } = await keptAnswers(warehouse, leaves, prepared, cache);
  return { universe, sets: segments.map(({ plan }) => combine(plan, answers, universe, lists)) };
}
