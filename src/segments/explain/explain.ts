import { formatInstant } from '../../core/index.ts';
import { type Condition, describe, type Moment } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { answerLeaves } from '../evaluate/answer-leaves.ts';
import { combine, type Listed, type Lists } from '../evaluate/combine.ts';
import { definitionsOf } from '../evaluate/definitions.ts';
import { compileAll } from '../evaluate/evaluate.ts';
import { has } from '../evaluate/profile-set.ts';
import { universeOf } from '../evaluate/universe.ts';
import { budgetOf } from '../next-change/budget.ts';
import { changeOf } from '../next-change/leaves-at.ts';
import { compileAt, type Question, scopeOf } from '../next-change/verdicts-at.ts';
import { actualOf, type Actual } from './actual.ts';
import { behindValue, type FeatureRules, usualRules } from './behind-value.ts';
import { conditionsOf } from './conditions.ts';
import { type DecidingFact, factsBehind } from './facts-behind.ts';
import { toEnter } from './to-enter.ts';

export type ExplainedCondition = {
  /** Canonical text, and the same in plain words. */
  readonly text: string;
  readonly sentence: string;
  readonly holds: boolean;
  /** The value that was compared, null where it is unknown or there is none. Instants as ISO 8601. */
  readonly actual: Actual;
  /** What a tier, score, stage or level rests on, and what it takes to have the one that is asked for; else null. */
  readonly because: string | null;
  /** The facts that count, newest first, at most 20 of `facts_count`. */
  readonly facts: readonly DecidingFact[];
  readonly facts_count: number;
};

export type Explanation = {
  readonly member: boolean;
  /** What a person or a freeze decided about this customer, whatever the conditions say. */
  readonly listed: 'included' | 'excluded' | 'frozen' | null;
  readonly conditions: readonly ExplainedCondition[];
  /** For one who is not a member: what would have to change. */
  readonly to_enter: readonly string[];
  /** For a member: the first instant at which time alone ends the membership; null where it never does. */
  readonly leaves_at: string | null;
  /** For one who is not a member: the first instant at which time alone makes a member. */
  readonly enters_at: string | null;
};

/** How far a verdict is followed into the future. */
const mostLookups = 40;

/**
 * Why one customer is in a segment or not, from the same compiled conditions, read from this customer's rows alone. `own` are the
 * segment's manual lists or frozen members, `lists` those of the segments it refers to, `rules` what the workspace has set about tiers, scores and stages.
 */
export async function explain(
  warehouse: Warehouse,
  tree: Condition,
  moment: Moment,
  profile: number,
  lists: Lists = new Map(),
  own: Listed = {},
  rules: FeatureRules = usualRules,
): Promise<Explanation> {
  const at = await preparedMoment(warehouse, tree, moment);
  const question: Question = { tree, definitions: definitionsOf([], moment.vocabulary), lists, moment: at };
  const parts = conditionsOf(tree);
  const trees = [tree, ...parts.map(({ condition }) => condition)];
  // Each waits for the engine most of its time, so they wait together.
  const [[held = false, ...verdicts], behind] = await Promise.all([
    verdictsOf(warehouse, trees, question, profile),
    factsBehindEach(
      warehouse,
      parts.map(({ condition }) => condition),
      at,
      profile,
    ),
  ]);
  const listed = listedAs(own, profile);
  const member = listed === null ? held : listed === 'frozen' ? includes(own.static, profile) : listed === 'included';
  const conditions: ExplainedCondition[] = [];
  for (const [index, { condition, text }] of parts.entries()) {
    const { facts, count } = behind[index] ?? { facts: [], count: 0 };
    const actual = await actualOf(warehouse, condition, question, profile, count);
    const because = await behindValue(warehouse, condition, at, profile, rules);
    conditions.push({ text, sentence: describe(condition, moment.vocabulary), holds: verdicts[index] ?? false, actual, because, facts, facts_count: count });
  }
  const change = listed === null ? await changeOf(warehouse, question, profile, at.now, { budget: budgetOf(mostLookups), before: held }) : undefined;
  const when = change === undefined || !change.exact ? null : formatInstant(change.at);
  return {
    member,
    listed,
    conditions,
    to_enter: member || listed !== null ? [] : toEnter(tree, conditions, moment.vocabulary),
    leaves_at: member ? when : null,
    enters_at: member ? null : when,
  };
}

/** The facts behind each condition, read over a connection of their own. */
async function factsBehindEach(
  warehouse: Warehouse,
  conditions: readonly Condition[],
  moment: Moment,
  profile: number,
): Promise<readonly Awaited<ReturnType<typeof factsBehind>>[]> {
  const other = await warehouse.another();
  try {
    const found: Awaited<ReturnType<typeof factsBehind>>[] = [];
    for (const condition of conditions) found.push(await factsBehind(other, condition, moment, profile));
    return found;
  } finally {
    await other.close();
  }
}

/** The whole and its conditions hold or not, from one look at the customer's rows for each thing that they compare. */
async function verdictsOf(warehouse: Warehouse, trees: readonly Condition[], question: Question, profile: number): Promise<readonly boolean[]> {
  const compiled = trees.map((tree) => compileAt({ ...question, tree }, question.moment.now));
  const leaves = new Map(compiled.flatMap((each) => [...each.leaves]));
  const universe = universeOf([profile]);
  const answers = await answerLeaves(warehouse, leaves.values(), { universe, scope: scopeOf([profile]) }, question.moment.featuresTable);
  return compiled.map(({ plan }) => has(combine(plan, answers, universe, question.lists), profile));
}

function listedAs({ include, exclude, static: frozen }: Listed, profile: number): Explanation['listed'] {
  if (includes(exclude, profile)) return 'excluded';
  if (includes(include, profile)) return 'included';
  return frozen === undefined ? null : 'frozen';
}

const includes = (profiles: ArrayLike<number> | undefined, profile: number): boolean =>
  profiles !== undefined && Array.prototype.includes.call(profiles, profile);

/** The moment, knowing whether there are odd texts among the columns that the definition compares. */
async function preparedMoment(warehouse: Warehouse, tree: Condition, moment: Moment): Promise<Moment> {
  const { moment: prepared } = await compileAll(warehouse, [{ slug: 'explained', tree }], moment, { rethrow: true });
  return prepared;
}
