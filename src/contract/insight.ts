/**
 * What is measured about a business and shown in reports. Plain values: money is a number in the workspace's currency,
 * shares are 0 to 1, instants are microseconds UTC, dates are local (`2026-01-31`).
 */
import type { NextStepsAnswer } from './insight-home.ts';

/** A segment with the people who are in it now. `members` are profile numbers, distinct, in any order. */
export type SegmentMembers = {
  readonly slug: string;
  readonly name: string;
  readonly members: Int32Array;
  /** The definition, from which is read what the segment speaks of. */
  readonly text?: string;
  readonly folder?: string;
  readonly note?: string;
  /** Other places that use it: lists, exports, campaigns. Undefined when nobody keeps count. */
  readonly uses?: number;
};

export type CriterionName = 'measurable' | 'accessible' | 'substantial' | 'differentiable' | 'actionable' | 'homogeneity' | 'heterogeneity';

/** A number from 0 to 1 by the rule in docs/scorecard.md; null when there is too little to measure it on. */
export type Criterion = { readonly score: number | null; readonly because: string };

export type ScorecardWarning =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-broad'; readonly share: number }
  | { readonly kind: 'too-narrow'; readonly members: number }
  | { readonly kind: 'near-duplicate'; readonly of: string; readonly jaccard: number }
  | { readonly kind: 'unused' };

export type Scorecard = {
  readonly slug: string;
  readonly name: string;
  readonly members: number;
  /** Of all customers. */
  readonly share: number;
  /** Net spending of the members in the last 12 months, and its share of all customers'. */
  readonly revenue: number;
  readonly revenueShare: number;
  readonly criteria: Readonly<Record<CriterionName, Criterion>>;
  /** Mean of the criteria that could be measured; null when none could. */
  readonly overall: number | null;
  /** Behaviours in which members differ most from the other customers, strongest first. */
  readonly differences: readonly Difference[];
  readonly nearest: { readonly slug: string; readonly name: string } | null;
  readonly warnings: readonly ScorecardWarning[];
};

/** `effect` is Hedges' g of members against other customers, on the scale named in docs/scorecard.md; `phrase` says it in words. */
export type Difference = {
  readonly feature: string;
  readonly label: string;
  readonly phrase: string;
  readonly effect: number;
  readonly members: number;
  readonly others: number;
};

/** Two segments that could be one. */
export type MergeSuggestion = { readonly keep: string; readonly merge: string; readonly jaccard: number; readonly because: string };

export type ScorecardReport = { readonly scorecards: readonly Scorecard[]; readonly merges: readonly MergeSuggestion[] };

/** People in both, of all who are in either (`jaccard`); `aInB` is the share of a's members who are also in b. */
export type OverlapPair = {
  readonly a: string;
  readonly b: string;
  readonly both: number;
  readonly jaccard: number;
  readonly aInB: number;
  readonly bInA: number;
};

export type FigureName = 'customers' | 'revenue' | 'orders' | 'repeat_rate' | 'average_order_value';
/** A number now and in the period before of the same length; null where there was nothing to divide by. */
export type Figure = {
  readonly name: FigureName;
  readonly label: string;
  readonly unit: 'people' | 'money' | 'count' | 'share';
  readonly now: number | null;
  readonly before: number | null;
};

export type Overview = {
  /** Everyone known, and those who ever ordered. */
  readonly profiles: number;
  readonly buyers: number;
  readonly firstOrderAt: number | null;
  readonly lastOrderAt: number | null;
  readonly revenue: number;
  readonly orders: number;
  /** Of these, those that name no customer. */
  readonly nobodys: { readonly orders: number; readonly revenue: number };
  readonly periodDays: number;
  readonly figures: readonly Figure[];
};

export type TimePoint = {
  /** First local date of the month or week. */
  readonly starts: string;
  readonly revenue: number;
  readonly orders: number;
  readonly customers: number;
  readonly newCustomers: number;
  /** Revenue of customers whose first order lies in the period. */
  readonly newRevenue: number;
};
/** `partial`: the last period is not over at the moment of the report, or the first began before the data. */
export type OverTime = { readonly unit: 'week' | 'month' | 'quarter'; readonly points: readonly TimePoint[]; readonly lastIsPartial: boolean };

export type RfmCell = { readonly r: number; readonly f: number; readonly segment: string; readonly customers: number; readonly spent: number };
export type RfmGroup = { readonly segment: string; readonly customers: number; readonly spent: number; readonly orders: number; readonly daysSince: number };
export type RfmMap = { readonly cells: readonly RfmCell[]; readonly groups: readonly RfmGroup[] };

export type LifecycleStage = { readonly stage: string; readonly customers: number; readonly spent: number; readonly spentLast12Months: number };

export type Concentration = {
  readonly customers: number;
  readonly total: number;
  readonly gini: number;
  /** Share of revenue that the top 20% of customers bring. */
  readonly top20: number;
  /** Smallest share of customers who bring half of the revenue. */
  readonly halfFrom: number;
  /** From the smallest spender up: share of customers, share of revenue; starts at 0,0 and ends at 1,1. */
  readonly curve: readonly { readonly customers: number; readonly revenue: number }[];
};

export type Person = { readonly profile: number; readonly name: string; readonly contact: string | null };
export type BestCustomer = Person & {
  readonly orders: number;
  readonly spent: number;
  readonly spentLast12Months: number;
  readonly daysSince: number;
  readonly usualGap: number | null;
};

export type SlippingCustomer = Person & {
  readonly orders: number;
  readonly daysSince: number;
  readonly usualGap: number;
  /** What they spent a year while they were buying. */
  readonly perYear: number;
};
export type Slipping = {
  /** Customers with at least 3 orders, whether slipping or not. */
  readonly regulars: number;
  readonly customers: number;
  readonly perYear: number;
  readonly list: readonly SlippingCustomer[];
};

export type Cohort = {
  readonly starts: string;
  readonly customers: number;
  /** Share of the cohort that ordered in period 1, 2, … after its first; null where that period is not over. */
  readonly retained: readonly (number | null)[];
};
export type Cohorts = { readonly unit: 'month' | 'quarter'; readonly cohorts: readonly Cohort[] };

export type ProductLine = {
  readonly name: string;
  readonly revenue: number;
  readonly orders: number;
  readonly customers: number;
  /** Of its buyers, those who bought it in at least two orders. */
  readonly repeat: number;
};
export type Products = { readonly kind: 'category' | 'product'; readonly total: number; readonly distinct: number; readonly lines: readonly ProductLine[] };

/** Orders by local weekday (1 is Monday) and hour; `hours` is false when the source only gave dates. */
export type BuyingTimes = {
  readonly hours: boolean;
  readonly cells: readonly { readonly weekday: number; readonly hour: number; readonly orders: number; readonly revenue: number }[];
  /** Monday to Sunday, with the orders of which only the date is known. */
  readonly days: readonly { readonly weekday: number; readonly orders: number; readonly revenue: number }[];
  /** Orders of which only the date is known: they are in no cell. */
  readonly untimed: number;
  /** Orders whose source wrote them in a batch, and at which times of the day (`3:15 and 4:15`): they are in no cell either. */
  readonly batches: { readonly orders: number; readonly at: string };
};

/** What to do next: a step of Home, or one that is about the shop and not about a group of customers. */
export type NextStep = Pick<NextStepsAnswer['steps'][number], 'title' | 'why' | 'action' | 'money_per_year' | 'reckoning' | 'people'>;

export type QualityLine = { readonly title: string; readonly detail: string; readonly score: number | null; readonly fix: string | null };

export type ReportSegment = {
  readonly slug: string;
  readonly name: string;
  readonly folder: string;
  readonly note: string;
  readonly text: string;
  readonly scorecard: Scorecard;
};

export type ReportData = {
  readonly name: string;
  readonly currency: string;
  readonly zone: string;
  readonly moment: number;
  readonly overview: Overview;
  readonly overTime: OverTime;
  readonly rfm: RfmMap;
  readonly lifecycle: readonly LifecycleStage[];
  readonly concentration: Concentration | null;
  readonly best: readonly BestCustomer[];
  readonly slipping: Slipping;
  readonly cohorts: Cohorts;
  readonly products: readonly Products[];
  readonly buyingTimes: BuyingTimes;
  readonly segments: readonly ReportSegment[];
  readonly merges: readonly MergeSuggestion[];
  /** Slugs in the order of the matrix, and every pair of them. */
  readonly overlap: { readonly slugs: readonly string[]; readonly pairs: readonly OverlapPair[] };
  readonly nextSteps: readonly NextStep[];
  readonly quality: readonly QualityLine[];
};
