import type { PredictionReason } from '../../contract/index.ts';
import type { FeatureTable } from '../../stats/index.ts';
import type { Candidate } from './candidates/candidate.ts';
import { explainCandidate } from './candidates/score.ts';
import { labelOfColumn } from './card.ts';
import type { Reference } from './reference.ts';
import { capital } from './say/amount.ts';
import { pullOf } from './say/outcome.ts';
import { type Looked, sayReason } from './say/reason.ts';
import type { ClassifierTask, Shop } from './task.ts';

const mostReasons = 5;
/** Less than this share of the largest is not worth a sentence. */
const worthSaying = 0.1;

/** What explains a score: the model, what it was asked, and who it learned from. */
export type Explained = { readonly candidate: Candidate; readonly reference: Reference; readonly task: Pick<ClassifierTask, 'buyer' | 'horizonDays'> };

/** Why customers (rows of the table) score as they do: plain sentences, what weighs most first. */
export function reasonsOf(
  { candidate, reference, task }: Explained,
  table: FeatureTable,
  rows: Uint32Array,
  shop: Shop,
): readonly (readonly PredictionReason[])[] {
  return explainCandidate(candidate, table, rows, reference).map(({ drivers }, place) => {
    const most = Math.abs(drivers[0]?.contribution ?? 0);
    const felt = drivers.filter(({ contribution }) => Math.abs(contribution) >= worthSaying * most).slice(0, mostReasons);
    return felt.map(({ name, contribution }) => reasonOf(name, contribution, { table, row: rows[place] ?? 0, reference, shop, asked: task }));
  });
}

function reasonOf(name: string, effect: number, looked: Looked): PredictionReason {
  const { columns } = looked.table;
  // Linear models have a term of their own for "unknown", and one for each level.
  const column = columns.find((own) => own.name === name) ?? columns.find((own) => name.startsWith(own.name));
  const label = labelOfColumn(column?.name ?? name, looked.shop.vocabulary);
  if (column === undefined) return { column: name, label, effect, value: null, sentence: `${capital(label)}, ${pullOf(looked.asked, effect)}.` };
  return { column: column.name, label, effect, ...sayReason(column, label, effect, looked) };
}
