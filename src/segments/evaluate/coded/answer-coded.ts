import { randomUUID } from 'node:crypto';
import { type AggregateLeaf, type AggregateQuery, fragmentKey } from '../../../language/index.ts';
import { ident, sql } from '../../../sql/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import type { Answer, Population } from '../answer.ts';
import { collectVerdicts } from '../collect-verdicts.ts';
import { batches, setsAtOnce } from '../travelling-sets.ts';
import { codedQuery, type CodedWork } from './coded-query.ts';
import { type CodedColumn, codedColumns, factsWithin, gatheredColumn } from './columns.ts';
import { cutTime } from './cut-time.ts';
import { readLargest } from './largest.ts';
import { mostValues } from './pack-values.ts';

/** With fewer aggregates of a kind, passes with filters cost less than finding out what decides them. */
const fewestToCode = 8;
/** A look-up with more rows would fall out of the processor's cache. */
const mostCodes = 2 ** 16;

/** As `answerCoded`; where a look-up fails nothing is answered: passes with filters find out which of the conditions is at fault. */
export async function answerCodedOrNot(
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

/**
 * Many aggregates over one kind of fact in one pass that looks up what each fact gives to all of them. Returns the leaves that are not
 * for it: too few of their kind, over columns with many values or properties, the least and largest of something.
 */
export async function answerCoded(
  warehouse: Warehouse,
  leaves: readonly AggregateLeaf[],
  population: Population,
  answers: Map<string, Answer>,
): Promise<readonly AggregateLeaf[]> {
  // A few profiles' rows are read quicker than what decides about all rows is found out.
  if (population.scope.parts.length > 0 || population.few === true) return leaves;
  const kinds = Map.groupBy(leaves, ({ aggregate: { facts } }) => `${facts.table} ${fragmentKey(facts.base)}`);
  const left: AggregateLeaf[] = [];
  for (const kind of kinds.values()) left.push(...(await answerKind(warehouse, kind, population, answers)));
  return left;
}

async function answerKind(
  warehouse: Warehouse,
  kind: readonly AggregateLeaf[],
  population: Population,
  answers: Map<string, Answer>,
): Promise<readonly AggregateLeaf[]> {
  const possible = kind.filter(({ aggregate: { gathers, facts } }) => gathers !== undefined && facts.decidedBy !== undefined);
  const work = enough(possible) ? await prepare(warehouse, distinct(possible)) : undefined;
  if (work === undefined) return kind;
  const coded = new Set(work.aggregates.map(({ key }) => key));
  const answered = possible.filter(({ aggregate }) => coded.has(aggregate.key));
  if (!enough(answered)) return kind;
  for (const part of batches(answered, setsAtOnce(population.universe.largest))) {
    const aggregates = distinct(part);
    const query = codedQuery({ ...work, aggregates });
    // A name of its own: the connection may be asked something else in between.
    const table = ident(`codes_${randomUUID()}`);
    await warehouse.run(sql`create temp table ${table} as ${query.lookUp}`);
    try {
      const verdicts = part.map((leaf) => ({
        present: leaf.test(query.names.get(leaf.aggregate.key) ?? sql`null`),
        absent: leaf.test(leaf.aggregate.empty),
      }));
      await collectVerdicts(warehouse, { leaves: part, verdicts, rows: { from: sql`(${query.values(table)})` } }, population, answers);
    } finally {
      await warehouse.run(sql`drop table ${table}`);
    }
  }
  return kind.filter((leaf) => !answered.includes(leaf));
}

const distinct = (leaves: readonly AggregateLeaf[]): readonly AggregateQuery[] => [
  ...new Map(leaves.map(({ aggregate }) => [aggregate.key, aggregate])).values(),
];

const enough = (leaves: readonly AggregateLeaf[]): boolean => new Set(leaves.map(({ aggregate }) => aggregate.key)).size >= fewestToCode;

/** What decides these aggregates, and which of them it is small enough for. */
async function prepare(warehouse: Warehouse, aggregates: readonly AggregateQuery[]): Promise<CodedWork | undefined> {
  const [first] = aggregates;
  const time = cutTime(aggregates);
  if (first === undefined || time === undefined) return undefined;
  const facts = sql`${factsWithin(first.facts.table, sql`${first.facts.base} and profile is not null`, time.span)}`;
  const columns = fewestCodes(await codedColumns(warehouse, aggregates, facts), aggregates, time.pieces);
  const largest = await readLargest(warehouse, aggregates, facts);
  const sizes = new Map(columns.map(({ column, size }) => [column, size]));
  const codable = aggregates.filter(({ facts: { decidedBy = [] }, gathers }) => {
    if (![...decidedBy, ...gatheredColumn(gathers)].every(({ column }) => sizes.has(column))) return false;
    if (gathers?.kind === 'values') return (sizes.get(gathers.column) ?? 0) <= mostValues;
    return gathers?.kind === 'facts' || gathers === undefined || largest.amounts.has(fragmentKey(gathers.amount));
  });
  return { aggregates: codable, columns, time, largest, facts };
}

/** The columns that most aggregates ask for, as many as give no more codes than are quickly looked up. */
function fewestCodes(columns: readonly CodedColumn[], aggregates: readonly AggregateQuery[], pieces: number): readonly CodedColumn[] {
  const asking = ({ column }: CodedColumn): number =>
    aggregates.filter(({ facts, gathers }) => [...(facts.decidedBy ?? []), ...gatheredColumn(gathers)].some((each) => each.column === column)).length;
  const kept: CodedColumn[] = [];
  let codes = pieces;
  for (const column of columns.toSorted((a, b) => asking(b) - asking(a))) {
    if (codes * column.size > mostCodes) continue;
    kept.push(column);
    codes *= column.size;
  }
  return kept;
}
