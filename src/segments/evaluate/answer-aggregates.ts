import { type AggregateLeaf, type AggregateQuery, fragmentKey } from '../../language/index.ts';
import { verdictsOver } from './aggregate-query.ts';
import type { Population } from './answer.ts';
import { type Asked, asked } from './asked.ts';
import { fewestForWords } from './collect-verdicts.ts';
import { batches, setsAtOnce } from './travelling-sets.ts';

/** With at least so many different sets of facts of one kind, one pass over the kind costs less than a pass for each. */
const fewestToShare = 3;
/** So many values are kept for each profile at once: more would fall out of the processor's cache. */
const mostShared = 8;
/** Where only a few profiles are asked about, statements cost more than rows. */
const mostSharedByFew = 100;

/**
 * Each distinct aggregate once, whoever compares it. Few aggregates over a kind of fact get a narrow pass each, whose filter is pushed
 * down to the scan; many share passes, and the most a single one that counts outside the engine (`coded/`). Only profiles whose verdicts differ from those of a profile without facts leave the engine.
 */
export function aggregatesAsked(leaves: readonly AggregateLeaf[], population: Population): readonly Asked[] {
  const most = setsAtOnce(population.universe.largest);
  return passes(leaves, population.few === true ? mostSharedByFew : mostShared).flatMap((pass) =>
    batches(pass, most).map((part) =>
      asked(part, (some) => ({ leaves: some, ...verdictsOver(some, population.scope, population.few !== true && some.length < fewestForWords) })),
    ),
  );
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
