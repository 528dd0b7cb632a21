import { type CohortAnalysisAnswer, cohortAnalysisRequest, type CohortAnalysisRequest } from '../../contract/schemas.ts';
import { cohortAnalysis as compute } from '../../insight/index.ts';
import { readSegment } from '../../segments/index.ts';
import type { App } from '../open.ts';
import { insightAt } from './context.ts';

/** Cohorts by any start and any measure, with intervals, and customer equity over time. Throws `segment.unknown`. */
export async function cohortAnalysis(app: App, request: CohortAnalysisRequest): Promise<CohortAnalysisAnswer> {
  const { as_of, start, ...wish } = cohortAnalysisRequest.parse(request);
  const named = start.kind === 'segment' ? { ...start, segment: (await readSegment(app.control, start.segment)).slug } : start;
  return compute(await insightAt(app, as_of), { start: named, ...wish });
}
