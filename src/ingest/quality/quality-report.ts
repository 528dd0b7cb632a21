import type { QualityFigure, QualityReport } from '../../contract/index.ts';
import { formatInstant, type Instant, type Workspace } from '../../core/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { completenessRules } from './completeness.ts';
import { consistencyRules } from './consistency.ts';
import { freshness, readSources } from './freshness.ts';
import { applyRule, type Rule } from './rule.ts';
import { uniquenessRules } from './uniqueness.ts';
import { validityRules } from './validity.ts';

export const qualityRules: readonly Rule[] = [...completenessRules, ...validityRules, ...uniquenessRules, ...consistencyRules];

/** How good the recorded data is: every rule over every source it has rows of (docs/quality.md). Reads facts alone and changes nothing. */
export async function qualityReport(warehouse: Warehouse, { now }: { readonly workspace: Workspace; readonly now: Instant }): Promise<QualityReport> {
  const figures: QualityFigure[] = [];
  for (const rule of qualityRules) figures.push(...(await applyRule(warehouse, rule)));
  return { as_of: formatInstant(now), figures: [...figures, ...(await freshness(warehouse, now))], sources: await readSources(warehouse) };
}
