import type { PredictionReason } from '../../contract/index.ts';
import type { FeatureTable } from '../../stats/index.ts';
import type { Candidate } from './candidates/candidate.ts';
import { explainCandidate } from './candidates/score.ts';
import { labelOfColumn } from './card.ts';
import { tellFamilies } from './families.ts';
import type { Reference } from './reference.ts';
import { capital } from './say/amount.ts';
import type { Looked } from './say/looked.ts';
import { pullOf } from './say/outcome.ts';
import { sayReason } from './say/reason.ts';
import type { ClassifierTask, Shop } from './task.ts';

const mostReasons = 5;

/** What explains a score: the model, what it was asked, and who it learned from. */
export type Explained = {
  readonly candidate: Candidate;
  readonly reference: Reference;
  readonly task: Pick<ClassifierTask, 'buyer' | 'horizonDays' | 'ends'>;
};

/** Why customers (rows of the table) score as they do: plain sentences, what weighs most first, each thing once. */
export function reasonsOf(
  { candidate, reference, task }: Explained,
  table: FeatureTable,
  rows: Uint32Array,
  shop: Shop,
): readonly (readonly PredictionReason[])[] {
  return explainCandidate(candidate, table, rows, reference).map(({ drivers }, place) => {
    const looked = { table, row: rows[place] ?? 0, reference, shop, asked: task };
    const added = drivers.map(({ name, contribution }) => ({ column: columnOf(name, table)?.name ?? name, contribution }));
    return tellFamilies(added, looked)
      .slice(0, mostReasons)
      .map(({ column, effect }) => reasonOf(column, effect, looked));
  });
}

/** Linear models have a term of their own for "unknown", and one for each level: they begin with the column's name. */
function columnOf(name: string, { columns }: FeatureTable): FeatureTable['columns'][number] | undefined {
  const exact = columns.find((own) => own.name === name);
  return exact ?? columns.filter((own) => name.startsWith(own.name)).toSorted((a, b) => b.name.length - a.name.length)[0];
}

const gone = (label: string, pull: string): Pick<PredictionReason, 'fact' | 'sentence'> => {
  const fact = `${capital(label)} is not known any more`;
  return { fact: `${fact}.`, sentence: `${fact}; ${pull}.` };
};

function reasonOf(name: string, effect: number, looked: Looked): PredictionReason {
  const column = looked.table.columns.find((own) => own.name === name);
  const label = labelOfColumn(name, looked.shop.vocabulary);
  if (column === undefined) return { column: name, label, effect, value: null, odd: false, ...gone(label, pullOf(looked.asked, effect)) };
  return { column: column.name, label, effect, ...sayReason(column, label, effect, looked) };
}
