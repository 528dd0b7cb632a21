import type { Instant } from '../../core/index.ts';
import type { Moment } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { everybody } from '../evaluate/answer.ts';
import { answerLeaves } from '../evaluate/answer-leaves.ts';
import { combine, type Lists } from '../evaluate/combine.ts';
import { readDefinition, type SegmentInput } from '../evaluate/definition.ts';
import { definitionsOf } from '../evaluate/definitions.ts';
import { compileAll } from '../evaluate/evaluate.ts';
import { readUniverse } from '../evaluate/universe.ts';
import { nextChange } from './next-change.ts';

/**
 * The earliest instant at which time alone changes each segment, by slug; null where it never does. An instant that could not be
 * verified within `lookups` is one before which nothing changes. Frozen segments and those that can not be computed are left out.
 */
export async function nextChanges(
  warehouse: Warehouse,
  segments: readonly SegmentInput[],
  moment: Moment,
  lists: Lists = new Map(),
  lookups = 30,
): Promise<ReadonlyMap<string, Instant | null>> {
  const universe = await readUniverse(warehouse);
  const { compiled, moment: prepared } = await compileAll(warehouse, segments, moment);
  const definitions = definitionsOf(segments, moment.vocabulary);
  const listed: Lists = new Map([...lists, ...segments.map((segment): [string, SegmentInput] => [segment.slug, segment])]);
  const found = new Map<string, Instant | null>();
  for (const each of compiled) {
    if (!each.ok || each.segment.static !== undefined) continue;
    const answers = await answerLeaves(warehouse, each.compiled.leaves.values(), everybody(universe), moment.featuresTable);
    if ([...answers.values()].some((answer) => !answer.ok)) continue;
    const question = { tree: readDefinition(each.segment, moment.vocabulary), definitions, lists: listed, moment: prepared };
    const members = combine(each.compiled.plan, answers, universe, listed);
    found.set(each.segment.slug, (await nextChange(warehouse, question, { compiled: each.compiled, answers, universe, members }, lookups))?.at ?? null);
  }
  return found;
}
