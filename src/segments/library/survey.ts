/** What the library knows about a shop's data before it makes segments: how full, how common, how far apart. */
export type Survey = {
  readonly customers: number;
  readonly buyers: number;
  readonly currency: string;
  /** Traits and features by name that at least one customer has. */
  readonly traits: ReadonlyMap<string, SurveyedTrait>;
  readonly events: ReadonlyMap<string, { readonly customers: number }>;
  /** Over buyers; undefined where fewer than 20 have ordered. */
  readonly orders: OrderHabits | undefined;
  /** Categories of ordered items by number of buyers, most first. */
  readonly categories: readonly Counted[];
  readonly feedback: FeedbackSurvey;
  /** Customers per age band, as `ageBands` has them; empty where ages are not known as numbers. */
  readonly ages: readonly AgeBand[];
  /** The most populous place and the customers within 25 km of it; undefined without coordinates. */
  readonly centre: { readonly name: string; readonly latitude: number; readonly longitude: number; readonly customers: number } | undefined;
};

/** Both ends included; `to` null is without end. */
export type AgeBand = { readonly from: number; readonly to: number | null; readonly customers: number };

export type Counted = { readonly value: string; readonly customers: number };

export type SurveyedTrait = {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'list';
  /** Share of all customers who have it. */
  readonly filled: number;
  /** Most frequent values (text, boolean and list), at most 30. */
  readonly values: readonly Counted[];
  /** Distinct values, capped by what was looked at. */
  readonly distinct: number;
  /** 20th, 50th and 80th percentile of a number. */
  readonly quantiles: readonly [number, number, number] | undefined;
};

export type OrderHabits = {
  readonly repeaters: number;
  /** How many of those who ordered have spent anything: a till that writes no amounts leaves none. */
  readonly paying: number;
  /** Shares of those who ordered that are in the high and in the medium value tier: more than a fifth and three tenths where many spent the same. */
  readonly highTier: number;
  readonly mediumTier: number;
  /** In their first 90 days, and already of high value. */
  readonly risingStars: number;
  /** Median over customers of their own median days between orders, and the 90th percentile; from at least 20 repeat customers. */
  readonly usualGap: number | undefined;
  readonly longGap: number | undefined;
  /** Orders per buyer in their last 12 months, 80th percentile. */
  readonly manyOrders: number;
  /** Average order value, 80th percentile. */
  readonly highOrderValue: number;
  /** Share of the buyers whose orders are worth so much on average: a fifth, or more where many pay the same price. */
  readonly highOrders: number;
  readonly couponUsers: number;
  readonly returners: number;
  readonly channels: readonly Counted[];
  readonly weekdays: readonly Counted[];
  readonly hours: readonly Counted[];
};

export type FeedbackSurvey = {
  readonly reviewers: number;
  readonly ticketers: number;
  readonly lowRaters: number;
  readonly highRaters: number;
  /** People whose survey answers are of 0 to 10 and average 9 or more, and 6 or less. */
  readonly promoters: number;
  readonly detractors: number;
  /** Answers to survey questions with a few possible answers, most frequent first. */
  readonly answers: readonly { readonly question: string; readonly value: string; readonly customers: number }[];
};

/** Fewer people than this are no segment: one in a hundred customers, and at least ten. */
export const enough = (survey: Survey): number => Math.max(10, Math.ceil(survey.customers / 100));

/** The trait where at least `share` of the customers have it. */
export function filledTrait(survey: Survey, name: string, share = 0.2): SurveyedTrait | undefined {
  const trait = survey.traits.get(name);
  return trait !== undefined && trait.filled >= share ? trait : undefined;
}

/** Values of a trait that enough people share, but not nearly everyone who has the trait; most frequent first. */
export function commonValues(survey: Survey, trait: SurveyedTrait | undefined, limit: number): readonly Counted[] {
  if (trait === undefined) return [];
  const most = 0.9 * trait.filled * survey.customers;
  return trait.values.filter((each) => each.customers >= enough(survey) && each.customers <= most).slice(0, limit);
}
