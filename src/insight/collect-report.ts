import type { QualityLine, ReportData, SegmentMembers } from '../contract/index.ts';
import type { Instant, Workspace } from '../core/index.ts';
import type { Vocabulary } from '../language/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { type InsightContext, insightContext } from './base/context.ts';
import { useFeatures } from './features-view.ts';
import { bestCustomers } from './figures/best.ts';
import { buyingTimes } from './figures/buying-times.ts';
import { cohortRetention } from './figures/cohorts.ts';
import { concentration } from './figures/concentration.ts';
import { orderSpan, type ReportContext } from './figures/context.ts';
import { lifecycleSplit } from './figures/lifecycle.ts';
import { overTime } from './figures/over-time.ts';
import { overview } from './figures/overview.ts';
import { productTables } from './figures/products.ts';
import { rfmMap } from './figures/rfm.ts';
import { slippingCustomers } from './figures/slipping.ts';
import { nextSteps } from './next-steps/next-steps.ts';
import { shopSteps } from './next-steps/shop-steps.ts';
import { overlapPairs } from './overlap.ts';
import { scorecards } from './scorecard/scorecards.ts';

export type ReportRequest = {
  readonly workspace: Workspace;
  /** Facts later than this are not seen; the features must be as of the same instant. */
  readonly moment: Instant;
  /** Default `features`. */
  readonly featuresTable?: string;
  readonly vocabulary: Vocabulary;
  /** Every segment that could be computed, with its members at the moment. */
  readonly segments: readonly SegmentMembers[];
  readonly quality: readonly QualityLine[];
};

/** Everything the report shows, gathered set-wise. Reads only (temp tables aside). */
export async function collectReport(warehouse: Warehouse, request: ReportRequest): Promise<ReportData> {
  const { workspace, moment, segments, vocabulary, featuresTable = 'features' } = request;
  await useFeatures(warehouse, featuresTable);
  const context: ReportContext = { warehouse, workspace, moment, span: await orderSpan(warehouse, moment) };
  const { scorecards: cards, merges } = await scorecards(warehouse, { segments, vocabulary, moment, featuresTable });
  return {
    name: workspace.name,
    currency: workspace.currency,
    zone: workspace.zone,
    moment,
    overview: await overview(context),
    overTime: await overTime(context),
    rfm: await rfmMap(context),
    lifecycle: await lifecycleSplit(context),
    concentration: await concentration(context),
    best: await bestCustomers(context),
    slipping: await slippingCustomers(context),
    cohorts: await cohortRetention(context),
    products: await productTables(context),
    buyingTimes: await buyingTimes(context),
    segments: segments.flatMap((segment, index) => {
      const scorecard = cards[index];
      return scorecard === undefined
        ? []
        : [{ slug: segment.slug, name: segment.name, folder: segment.folder ?? '', note: segment.note ?? '', text: segment.text ?? '', scorecard }];
    }),
    merges,
    overlap: overlapOf(
      segments,
      cards.map(({ revenue, share }) => ({ revenue, share })),
    ),
    nextSteps: await stepsOfReport(insightContext(warehouse, workspace, moment, featuresTable)),
    quality: request.quality,
  };
}

/** The steps of Home, and those about the shop itself, most money first; those without an amount come last. */
async function stepsOfReport(context: InsightContext): Promise<ReportData['nextSteps']> {
  const { steps } = await nextSteps(context, 'understand');
  const found = [...steps, ...(await shopSteps(context))].toSorted((a, b) => (b.money_per_year ?? 0) - (a.money_per_year ?? 0));
  return found.map(({ title, why, action, money_per_year, reckoning, people }) => ({ title, why, action, money_per_year, reckoning, people }));
}

/** The twelve segments with most revenue that say something: at least one person and at most half of all. */
function overlapOf(segments: readonly SegmentMembers[], sizes: readonly { readonly revenue: number; readonly share: number }[]): ReportData['overlap'] {
  const shown = segments
    .map((segment, index) => ({ segment, revenue: sizes[index]?.revenue ?? 0, share: sizes[index]?.share ?? 0 }))
    .filter(({ segment, share }) => segment.members.length > 0 && share <= 0.5)
    .sort((a, b) => b.revenue - a.revenue)
    .slice(0, 12)
    .map(({ segment }) => segment);
  return { slugs: shown.map(({ slug }) => slug), pairs: overlapPairs(shown) };
}
