import { type CohortAnalysisAnswer, cohortAnalysisRequest, type CohortAnalysisRequest } from '../../contract/schemas.ts';
import { type Instant, startOfDate, startOfPeriod } from '../../core/index.ts';
import { cohortAnalysis as compute } from '../../insight/index.ts';
import { approvedModels, expectedAt, type ValueModel } from '../../predict/index.ts';
import { readSegment } from '../../segments/index.ts';
import { didYouMean, nearest } from '../../language/index.ts';
import type { App } from '../open.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { insightAt } from './context.ts';

/** With more customers than this, looking back at each period's end would take longer than somebody waits. */
const mostCustomers = 100_000;

/** Cohorts by any start and any measure, with intervals, and customer equity over time. Throws `segment.unknown`. */
export async function cohortAnalysis(app: App, request: CohortAnalysisRequest): Promise<CohortAnalysisAnswer> {
  const { as_of, start, ...wish } = cohortAnalysisRequest.parse(request);
  const named = start.kind === 'segment' ? { ...start, segment: (await readSegment(app.control, start.segment)).slug } : start;
  const context = await insightAt(app, as_of);
  const found = await compute(context, { start: named, ...wish });
  const unseen = start.kind === 'event' && found.rows.length === 0 ? await neverHappened(app, start.event) : null;
  return { ...found, sentence: unseen ?? found.sentence, equity: await withExpected(app, found, context.at) };
}

/** An event's name that nothing is known of, with what was probably meant; null for one that happened. */
async function neverHappened(app: App, event: string): Promise<string | null> {
  const { events } = await vocabularyOf(app);
  if (events.includes(event)) return null;
  const near = nearest(event, events).map((name) => `"${name}"`);
  return `No event called "${event}" has been seen. ${didYouMean(near, 'There is nobody to follow until the first one comes.')}`;
}

/** What all customers so far were worth at the end of each period: the money to come, beside that which came. The last one is what their pages add up to. */
async function withExpected(
  app: App,
  { equity, by, expected_12m: pages }: Pick<CohortAnalysisAnswer, 'equity' | 'by' | 'expected_12m'>,
  at: Instant,
): Promise<CohortAnalysisAnswer['equity']> {
  const { warehouse, workspace, control } = app;
  const models = await approvedModels(control);
  const acting = models.find(({ model }) => model === 'value');
  if (acting === undefined || (equity.at(-1)?.customers ?? 0) > mostCustomers) return equity;
  const value = acting.content as ValueModel;
  // What else pages go by was learned from what came after each earlier period.
  const byOrdersAlone = value.lean === undefined && value.rhythm === undefined && models.every(({ model }) => model !== 'churn');
  const rows: CohortAnalysisAnswer['equity'][number][] = [];
  for (const row of equity) {
    const start = startOfDate(row.starts, workspace.zone);
    const end = row.complete ? startOfPeriod(start, workspace.zone, by, 1, workspace.weekStart) : at;
    const orders = await expectedAt(warehouse, workspace, value, end);
    rows.push({ ...row, by_orders_12m: orders, expected_12m: end >= at ? (pages ?? orders) : byOrdersAlone ? orders : null });
  }
  return rows;
}
