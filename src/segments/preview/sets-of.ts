import type { Condition, Moment } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { everybody } from '../evaluate/answer.ts';
import { answerLeaves } from '../evaluate/answer-leaves.ts';
import { combine, type Lists } from '../evaluate/combine.ts';
import { compileAll } from '../evaluate/evaluate.ts';
import type { ProfileSet } from '../evaluate/profile-set.ts';
import { readUniverse, type Universe } from '../evaluate/universe.ts';

/**
 * Whom each of several conditions holds for, in their order: what they share is computed once. Throws a `ClienteleError` for one that
 * can not be computed.
 */
export async function setsOf(
  warehouse: Warehouse,
  trees: readonly Condition[],
  moment: Moment,
  lists: Lists = new Map(),
): Promise<{ readonly universe: Universe; readonly sets: readonly ProfileSet[] }> {
  const universe = await readUniverse(warehouse);
  const inputs = trees.map((tree, index) => ({ slug: `condition ${index}`, tree }));
  const { compiled } = await compileAll(warehouse, inputs, moment, { rethrow: true });
  const segments = compiled.flatMap((each) => (each.ok ? [each.compiled] : []));
  const leaves = new Map(segments.flatMap((each) => [...each.leaves]));
  const answers = await answerLeaves(warehouse, leaves.values(), everybody(universe), moment.featuresTable);
  return { universe, sets: segments.map(({ plan }) => combine(plan, answers, universe, lists)) };
}
