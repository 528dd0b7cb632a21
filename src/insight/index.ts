export { collectReport, type ReportRequest } from './collect-report.ts';
export { overlapPairs } from './overlap.ts';
export { renderReport } from './report/render.ts';
export { type ScorecardRequest, scorecards } from './scorecard/scorecards.ts';
