import type { Instant } from '../../core/index.ts';
import { marksOf, type Plan } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import type { Answers } from '../evaluate/answer.ts';
import { answerLeaves } from '../evaluate/answer-leaves.ts';
import type { Lists } from '../evaluate/combine.ts';
import { has } from '../evaluate/profile-set.ts';
import { universeOf } from '../evaluate/universe.ts';
import { compileAt, type Question, scopeOf } from './verdicts-at.ts';

/**
 * True where those conditions on which time has no hold (traits, say) decide one profile's verdict, whatever becomes of the others: who
 * lives in France will not enter a segment of Britain by waiting.
 */
export async function isSettled(warehouse: Warehouse, question: Question, from: Instant, profile: number): Promise<boolean> {
  const { plan, leaves } = compileAt(question, from);
  const steady = [...leaves.values()].filter((leaf) => marksOf(leaf.condition, { ...question.moment, now: from }).length === 0);
  if (steady.length === 0 || steady.length === leaves.size) return steady.length > 0;
  const population = { universe: universeOf([profile]), scope: scopeOf([profile]) };
  const answers = await answerLeaves(warehouse, steady, population, question.moment.featuresTable);
  return settledVerdict(plan, answers, question.lists, profile) !== undefined;
}

/** Undefined where it hangs on a condition that is not among the answers. */
function settledVerdict(plan: Plan, answers: Answers, lists: Lists, profile: number): boolean | undefined {
  const each = (of: readonly Plan[]): readonly (boolean | undefined)[] => of.map((part) => settledVerdict(part, answers, lists, profile));
  switch (plan.kind) {
    case 'leaf': {
      const answer = answers.get(plan.leaf);
      return answer?.ok === true ? has(answer.set, profile) : undefined;
    }
    case 'all': {
      const parts = each(plan.of);
      return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
    }
    case 'any': {
      const parts = each(plan.of);
      return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
    }
    case 'not': {
      const part = settledVerdict(plan.of, answers, lists, profile);
      return part === undefined ? undefined : !part;
    }
    case 'segment': {
      const { include, exclude, static: frozen } = lists.get(plan.slug) ?? {};
      if (holds(exclude, profile)) return false;
      if (holds(include, profile)) return true;
      return frozen === undefined ? settledVerdict(plan.of, answers, lists, profile) : holds(frozen, profile);
    }
  }
}

const holds = (profiles: ArrayLike<number> | undefined, profile: number): boolean => profiles !== undefined && Array.prototype.includes.call(profiles, profile);
