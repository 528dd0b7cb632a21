import { type AggregateLeaf, type AggregateQuery, fragmentKey } from '../../language/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { verdictsOver } from './aggregate-query.ts';
import { type Answer, attempt, type Population } from './answer.ts';
import { answerCoded } from './coded/answer-coded.ts';
import { collectVerdicts } from './collect-verdicts.ts';
import { batches, setsAtOnce } from './travelling-sets.ts';

/** With at least so many different sets of facts of one kind, one pass over the kind costs less than a pass for each. */
const fewestToShare = 3;
/** So many values are kept for each profile at once: more would fall out of the processor's cache. */
const mostShared = 8;
/** Where only a few profiles are asked about, statements cost more than rows. */
const mostSharedByFew = 100;

/**
 * Each distinct aggregate once, whoever compares it. Few aggregates over a kind of fact get a narrow pass each, whose filter is pushed
 * down to the scan; many share passes, and the most a single one that looks up what each fact counts for (`coded/`). Only profiles whose verdicts differ from those of a profile without facts leave the engine.
 */
export async function answerAggregates(
  warehouse: Warehouse,
  leaves: readonly AggregateLeaf[],
  population: Population,
  answers: Map<string, Answer>,
): Promise<void> {
  const others = await coded(warehouse, leaves, population, answers);
  for (const pass of passes(others, population.few === true ? mostSharedByFew : mostShared))
    await attempt(pass, answers, (some) => answerPass(warehouse, some, population, answers));
}

/** Where a look-up fails, passes with filters find out which of the conditions is at fault. */
async function coded(
  warehouse: Warehouse,
  leaves: readonly AggregateLeaf[],
  population: Population,
  answers: Map<string, Answer>,
): Promise<readonly AggregateLeaf[]> {
  const found = new Map<string, Answer>();
  try {
    const others = await answerCoded(warehouse, leaves, population, found);
    for (const [key, answer] of found) answers.set(key, answer);
    return others;
  } catch {
    return leaves;
  }
}

/** Leaves that are answered together. */
function passes(leaves: readonly AggregateLeaf[], most: number): readonly (readonly AggregateLeaf[])[] {
  const distincts = leaves.filter(({ aggregate }) => aggregate.filtered === undefined);
  const byValues = [...Map.groupBy(distincts, ({ aggregate }) => valuesKey(aggregate)).values()];
  const others = leaves.filter(({ aggregate }) => aggregate.filtered !== undefined);
  const byKind = [...Map.groupBy(others, ({ aggregate }) => `${aggregate.facts.table} ${fragmentKey(aggregate.facts.base)}`).values()];
  const shared = byKind.flatMap((kind) => {
    const byFacts = [...Map.groupBy(kind, ({ aggregate }) => aggregate.factsKey).values()];
    if (byFacts.length < fewestToShare) return byFacts;
    // Windows of like length go together, so that a pass over recent facts stays short.
    const inOrder = byFacts.toSorted(([a], [b]) => (b?.aggregate.facts.from ?? 0) - (a?.aggregate.facts.from ?? 0));
    return batches(inOrder, most).map((part) => part.flat());
  });
  return [...byValues, ...shared];
}

/** Equal for the same values of the same facts in windows with the same end. */
const valuesKey = ({ facts, operand }: AggregateQuery): string =>
  `${facts.table} ${facts.to} ${fragmentKey(facts.where)} ${operand === undefined ? '' : fragmentKey(operand)}`;

async function answerPass(warehouse: Warehouse, leaves: readonly AggregateLeaf[], population: Population, answers: Map<string, Answer>): Promise<void> {
  for (const part of batches(leaves, setsAtOnce(population.universe.largest))) {
    const { rows, verdicts } = verdictsOver(part, population.scope);
    await collectVerdicts(warehouse, part, verdicts, rows, population, answers);
  }
}
