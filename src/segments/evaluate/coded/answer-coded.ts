import { type AggregateLeaf, type AggregateQuery, fragmentKey } from '../../../language/index.ts';
import { sql } from '../../../sql/index.ts';
import { type WasmMemory, wasmMemory } from '../../../stats/index.ts';
import type { Warehouse } from '../../../warehouse/index.ts';
import type { Answer, Population } from '../answer.ts';
import { intersection } from '../profile-set.ts';
import { type CodedColumn, codedColumns, factsWithin, gatheredColumn } from './columns.ts';
import { type CodedWork, countFacts } from './count-facts.ts';
import { cutTime } from './cut-time.ts';
import { gathering, mostValues } from './gathering.ts';
import { type Stretches, verdictsByStretch } from './verdicts-by-stretch.ts';

/** With fewer aggregates of a kind, passes with filters cost less than finding out what decides them. */
const fewestToCode = 8;
/** A look-up with more rows, or with so many numbers in them, would fall out of the processor's cache. */
const mostCodes = 2 ** 16;
const mostNumbers = 2 ** 22;

/**
 * Many aggregates over one kind of fact in one pass that looks up what each fact brings to all of them. Returns the leaves that are not
 * for it: too few of their kind, over columns with many values or properties, the least and largest of something. Where it fails nothing of the kind is
 * answered: passes with filters find out which of the conditions is at fault.
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
  const many = [...kinds.values()].filter((kind) => enough(kind.filter(isCounted)));
  const left = [...kinds.values()].filter((kind) => !many.includes(kind)).flat();
  if (many.length === 0) return left;
  const memory = wasmMemory(0);
  try {
    const stretches = await verdictsByStretch(warehouse, many.flat().filter(isCounted));
    for (const kind of many) left.push(...(await answerKindOrNot(warehouse, memory, { leaves: kind, stretches }, population, answers)));
  } catch {
    return leaves;
  }
  return left;
}

async function answerKindOrNot(...[warehouse, memory, kind, population, answers]: Parameters<typeof answerKind>): Promise<readonly AggregateLeaf[]> {
  try {
    return await answerKind(warehouse, memory, kind, population, answers);
  } catch {
    return kind.leaves;
  }
}

const isCounted = ({ aggregate: { gathers, facts }, limits }: AggregateLeaf): boolean =>
  gathers !== undefined && facts.decidedBy !== undefined && limits !== undefined;

type Kind = { readonly leaves: readonly AggregateLeaf[]; readonly stretches: ReadonlyMap<string, Stretches> };

async function answerKind(
  warehouse: Warehouse,
  memory: WasmMemory,
  { leaves, stretches }: Kind,
  { universe: { all, largest } }: Population,
  answers: Map<string, Answer>,
): Promise<readonly AggregateLeaf[]> {
  const possible = leaves.filter((leaf) => isCounted(leaf) && stretches.has(leaf.key));
  for (const firstTexts of [true, false]) {
    const prepared = enough(possible) ? await prepare(warehouse, distinct(possible), firstTexts) : undefined;
    if (prepared === undefined) return leaves;
    const asked = possible.flatMap((leaf) => {
      const [reading, verdicts] = [prepared.rows.readings.get(leaf.aggregate.key), stretches.get(leaf.key)];
      return reading === undefined || verdicts === undefined ? [] : [{ leaf, reading, ...verdicts }];
    });
    if (!enough(asked.map(({ leaf }) => leaf))) return leaves;
    const { sets, inexact, otherTexts } = await countFacts(warehouse, memory, { ...prepared, conditions: asked }, largest);
    if (otherTexts) continue;
    const answered = new Set<AggregateLeaf>();
    for (const [index, { leaf, reading }] of asked.entries()) {
      const set = sets[index];
      if (set === undefined || ('column' in reading && inexact.has(reading.column))) continue;
      answers.set(leaf.key, { ok: true, set: intersection(set, all) });
      answered.add(leaf);
    }
    return leaves.filter((leaf) => !answered.has(leaf));
  }
  return leaves;
}

const distinct = (leaves: readonly AggregateLeaf[]): readonly AggregateQuery[] => [
  ...new Map(leaves.map(({ aggregate }) => [aggregate.key, aggregate])).values(),
];

const enough = (leaves: readonly AggregateLeaf[]): boolean => new Set(leaves.map(({ aggregate }) => aggregate.key)).size >= fewestToCode;

/** What decides these aggregates, and which of them it is small enough for. */
async function prepare(warehouse: Warehouse, aggregates: readonly AggregateQuery[], firstTexts: boolean): Promise<Omit<CodedWork, 'conditions'> | undefined> {
  const [first] = aggregates;
  const time = cutTime(aggregates);
  if (first === undefined || time === undefined) return undefined;
  const facts = factsWithin(first.facts.table, first.facts.base, time.span);
  const found = await codedColumns(warehouse, aggregates, sql`(select * from ${facts} where profile is not null)`, firstTexts);
  const columns = fewestCodes(found, aggregates, time.pieces);
  const sizes = new Map(columns.map(({ column, size }) => [column, size]));
  const codable = aggregates.filter(({ facts: { decidedBy = [] }, gathers }) => {
    if (![...decidedBy, ...gatheredColumn(gathers)].every(({ column }) => sizes.has(column))) return false;
    return gathers?.kind !== 'values' || (sizes.get(gathers.column) ?? 0) <= mostValues;
  });
  return { facts, columns, time, rows: gathering(codable, time) };
}

/** The columns that most aggregates ask for, as many as give no more codes than are quickly looked up. */
function fewestCodes(columns: readonly CodedColumn[], aggregates: readonly AggregateQuery[], pieces: number): readonly CodedColumn[] {
  const asking = ({ column }: CodedColumn): number =>
    aggregates.filter(({ facts, gathers }) => [...(facts.decidedBy ?? []), ...gatheredColumn(gathers)].some((each) => each.column === column)).length;
  const kept: CodedColumn[] = [];
  const most = Math.min(mostCodes, mostNumbers / aggregates.length);
  let codes = pieces;
  for (const column of columns.toSorted((a, b) => asking(b) - asking(a))) {
    if (codes * column.size > most) continue;
    kept.push(column);
    codes *= column.size;
  }
  return kept;
}
