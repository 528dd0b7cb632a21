import { type AggregateLeaf, type AggregateQuery, timeBounds } from '../../language/index.ts';
import { type Fragment, ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type Answer, attempt, type Population } from './answer.ts';
import { difference, emptySet, type ProfileSet } from './profile-set.ts';
import { batches, bitsPerColumn, packed, unpack } from './verdict-bits.ts';

/**
 * One narrow aggregation per distinct set of facts: its filter is pushed down to the scan, and only profiles whose verdicts differ
 * from those of a profile without such facts leave the engine.
 */
export async function answerAggregates(
  warehouse: Warehouse,
  leaves: readonly AggregateLeaf[],
  population: Population,
  answers: Map<string, Answer>,
): Promise<void> {
  const byFacts = Map.groupBy(leaves, (leaf) => leaf.aggregate.factsKey);
  for (const group of byFacts.values()) {
    for (const part of batches(group, bitsPerColumn)) await attempt(part, answers, (some) => pass(warehouse, some, population, answers));
  }
}

async function pass(warehouse: Warehouse, leaves: readonly AggregateLeaf[], { universe, scope }: Population, answers: Map<string, Answer>): Promise<void> {
  const sets = leaves.map(() => emptySet(universe.largest));
  const absent = { bits: 0 };
  await warehouse.chunks(verdictsQuery(leaves, scope), ([profile, bits], rows) => {
    if (profile === undefined || bits === undefined) return;
    for (let row = 0; row < rows; row += 1) if (profile.values[row] === nobody) absent.bits = Number(bits.values[row]);
    unpack(profile.values, bits, rows, sets);
  });
  leaves.forEach((leaf, bit) => {
    const differing: ProfileSet = sets[bit] ?? emptySet(universe.largest);
    answers.set(leaf.key, { ok: true, set: ((absent.bits >> bit) & 1) === 1 ? difference(universe.all, differing) : differing });
  });
}

/** The profile number under which the verdicts over no facts at all come. */
const nobody = -1;

/** `profile`, `bits`: verdicts that differ from those over nothing, which come as a row of their own. */
export function verdictsQuery(leaves: readonly AggregateLeaf[], scope: Fragment): Fragment {
  const values = new Map(leaves.map(({ aggregate }) => [aggregate.key, aggregate]));
  const names = new Map([...values.keys()].map((key, index) => [key, ident(`v${index}`)]));
  const aggregates = [...values].map(([key, { value }]) => sql`${value} as ${names.get(key) ?? ident('v')}`);
  const verdicts = packed(leaves.map((leaf) => leaf.test(names.get(leaf.aggregate.key) ?? ident('v'))));
  const absent = packed(leaves.map((leaf) => leaf.test(leaf.aggregate.empty)));
  const [first] = leaves;
  if (first === undefined) return sql`select cast(null as integer), cast(null as integer) where false`;
  const { facts } = first.aggregate;
  const rows = sql`select profile, ${join(aggregates)} from ${ident(facts.table)} where ${facts.where} and ${timeBounds(facts)}${scope} group by profile`;
  return sql`select profile, bits from (select profile, xor(${verdicts}, ${absent}) as bits from (${rows})) where bits <> 0 union all select ${nobody}, ${absent}`;
}

/** The value itself over the rows of a scope, one row. */
export function valueOver({ facts, value }: AggregateQuery, scope: Fragment): Fragment {
  return sql`select ${value} as value from ${ident(facts.table)} where ${facts.where} and ${timeBounds(facts)}${scope}`;
}
