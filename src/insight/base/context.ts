import { formatInstant, type Instant, type Workspace } from '../../core/index.ts';
import { type Fragment, ident, sql, timestamp } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type Words, wordsIn } from '../report/words.ts';

/** What an answer is computed from: facts up to and with `at`, and the table of features as of then. Nothing is written. */
export type InsightContext = {
  readonly warehouse: Warehouse;
  readonly workspace: Workspace;
  readonly at: Instant;
  readonly asOf: string;
  readonly features: Fragment;
  readonly featuresTable: string;
  readonly words: Words;
};

export const insightContext = (warehouse: Warehouse, workspace: Workspace, at: Instant, featuresTable = 'features'): InsightContext => ({
  warehouse,
  workspace,
  at,
  asOf: formatInstant(at),
  features: ident(featuresTable),
  featuresTable,
  words: wordsIn(workspace.currency),
});

/** Orders and returns that count, up to the moment; with `orders` only orders. */
export const countingUpTo = ({ at }: Pick<InsightContext, 'at'>): Fragment => sql`counts and ordered_at <= ${timestamp(at)}`;
export const ordersUpTo = (context: Pick<InsightContext, 'at'>): Fragment => sql`${countingUpTo(context)} and not is_return`;
