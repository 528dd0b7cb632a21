export { collectReport, type ReportRequest } from './collect-report.ts';
export { overlapPairs } from './overlap.ts';
export { renderReport } from './report/lazily.ts';
export { type ScorecardRequest, scorecards } from './scorecard/scorecards.ts';
export { type InsightContext, insightContext } from './base/context.ts';
export { homeFigures } from './home/figures.ts';
export { rfmMap } from './home/rfm-map.ts';
export { valueConcentration } from './home/value-concentration.ts';
