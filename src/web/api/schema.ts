// Written by `npm run api` from the OpenAPI document of src/api. Do not edit.

export type Schemas = {
  readonly Workspace: {
    readonly name: string;
    readonly currency: string;
    readonly zone: string;
    readonly country: string | null;
    readonly week_start: number;
    readonly refunded_orders: 'count' | 'ignore';
    readonly present: 'now' | 'latest';
    readonly as_of: string | null;
    readonly refreshed: boolean;
    readonly empty: boolean;
    readonly ends_long_ago: string | null;
    readonly version: string;
  };
  readonly GoalSetting: {
    readonly goal: 'repeat_sales' | 'fewer_lost' | 'better_mailing' | 'more_new' | 'higher_value' | 'understand';
    readonly target: {
      readonly measure: 'repeat_rate' | 'revenue' | 'orders' | 'active_customers' | 'new_customers' | 'average_order_value' | 'reachable_customers';
      readonly number: number;
    } | null;
    readonly by: string | null;
  };
  readonly GoalProgress: {
    readonly goal: 'repeat_sales' | 'fewer_lost' | 'better_mailing' | 'more_new' | 'higher_value' | 'understand';
    readonly target: {
      readonly measure: 'repeat_rate' | 'revenue' | 'orders' | 'active_customers' | 'new_customers' | 'average_order_value' | 'reachable_customers';
      readonly number: number;
    } | null;
    readonly by: string | null;
    readonly value: number | null;
    readonly reached: boolean | null;
    readonly days_left: number | null;
  };
  readonly Upload: { readonly id: string; readonly name: string; readonly bytes: number };
  readonly FileToImport: {
    readonly upload: string;
    readonly kind?: 'customers' | 'orders' | 'items' | 'products' | 'events' | 'messages' | 'feedback';
    readonly source?: string;
    readonly preset?: string;
    readonly map?: Readonly<Record<string, string>>;
    readonly options?: Schemas['MappingOptions'];
    readonly mapping?: string | null;
    readonly read?: {
      readonly delimiter?: string;
      readonly encoding?: string;
      readonly header?: boolean;
      readonly columns?: string[];
      readonly sheet?: string;
    };
  };
  readonly MappingOptions: {
    readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
    readonly decimal?: 'point' | 'comma';
    readonly currency?: string;
    readonly zone?: string;
    readonly country?: string;
    readonly listSeparator?: string;
    readonly feedbackKind?: 'review' | 'ticket' | 'survey';
    readonly meanings?: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;
    readonly statuses?: Readonly<Record<string, 'counts' | 'refunded' | 'void'>>;
  };
  readonly LookedAt: {
    readonly upload: string;
    readonly file: string;
    readonly stream: string | null;
    readonly format: {
      readonly kind: string;
      readonly compression: string | null;
      readonly encoding: string | null;
      readonly delimiter: string | null;
      readonly header: boolean | null;
    };
    readonly rows: number;
    readonly unreadable: { readonly rows: number; readonly examples: { readonly line: number; readonly reason: string }[] };
    readonly headers: string[];
    readonly samples: (string | null)[][];
    readonly kind: ('customers' | 'orders' | 'items' | 'products' | 'events' | 'messages' | 'feedback') | null;
    readonly preset: string | null;
    readonly source: string | null;
    readonly mapping: string | null;
    readonly mappings: string[];
    readonly recognised: string | null;
    readonly columns: Schemas['ColumnMapping'][];
    readonly options: {
      readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
      readonly decimal?: 'point' | 'comma';
      readonly currency?: string;
      readonly zone?: string;
      readonly country?: string;
      readonly listSeparator?: string;
      readonly feedbackKind?: 'review' | 'ticket' | 'survey';
      readonly meanings?: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;
      readonly statuses?: Readonly<Record<string, 'counts' | 'refunded' | 'void'>>;
    };
    readonly warnings: string[];
    readonly problem: Schemas['ImportProblem'] | null;
    readonly problems: Schemas['ImportProblem'][];
  };
  readonly ColumnMapping: {
    readonly header: string;
    readonly field: string;
    readonly name?: string;
    readonly confidence: number;
    readonly reason: string;
    readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
  };
  readonly ImportProblem: {
    readonly code: string;
    readonly title: string;
    readonly hint: string;
    readonly parameters: Readonly<Record<string, string | number>>;
  };
  readonly ImportEntry: {
    readonly id: string;
    readonly at: string;
    readonly file: string;
    readonly kind: string;
    readonly source: string;
    readonly preset: string;
    readonly status: string;
    readonly rows: number;
    readonly accepted: number;
    readonly rejected: number;
    readonly rejects_file: string | null;
    readonly failure: string | null;
    readonly resumed_by: string | null;
  };
  readonly ImportDetail: {
    readonly id: string;
    readonly at: string;
    readonly file: string;
    readonly kind: string;
    readonly source: string;
    readonly preset: string;
    readonly status: string;
    readonly rows: number;
    readonly accepted: number;
    readonly rejected: number;
    readonly rejects_file: string | null;
    readonly failure: string | null;
    readonly resumed_by: string | null;
    readonly finished_at: string | null;
    readonly report: Schemas['ImportReport'] | null;
  };
  readonly ImportReport: {
    readonly import: string | null;
    readonly file?: string;
    readonly preset: string;
    readonly kind: 'customers' | 'orders' | 'items' | 'products' | 'events' | 'messages' | 'feedback';
    readonly source: string;
    readonly rows: number;
    readonly accepted: number;
    readonly rejected: number;
    readonly orders: number;
    readonly items: number;
    readonly returns: number;
    readonly profiles_created: number;
    readonly profiles_updated: number;
    readonly unattributed_orders: number;
    readonly created: number;
    readonly updated: number;
    readonly skipped: number;
    readonly duplicate_lines: number;
    readonly seconds: number;
    readonly rejects_file: string | null;
    readonly rejects: {
      readonly reason: string;
      readonly column: string | null;
      readonly rows: number;
      readonly example: string;
      readonly line: number;
      readonly fix: string;
    }[];
    readonly unread_words?: {
      readonly column: string;
      readonly warning: string;
      readonly words: { readonly word: string; readonly rows: number }[];
      readonly further: number;
    }[];
    readonly statuses?: {
      readonly column: string;
      readonly warning: string | null;
      readonly words: { readonly word: string; readonly orders: number; readonly reading: 'counts' | 'refunded' | 'void' }[];
      readonly further: number;
    };
    readonly merging?: string[];
    readonly warnings: string[];
    readonly columns: Schemas['ColumnMapping'][];
    readonly dry_run: boolean;
  };
  readonly DataSource: {
    readonly source: string;
    readonly kinds: string[];
    readonly presets: string[];
    readonly imports: number;
    readonly rows: number;
    readonly rejected: number;
    readonly orders: number;
    readonly events: number;
    readonly first_at: string;
    readonly last_at: string;
    readonly last_file: string;
    readonly newest_fact: string | null;
  };
  readonly Schedule: {
    readonly id: string;
    readonly name: string;
    readonly from: Schemas['ScheduleFrom'];
    readonly said: {
      readonly kind?: 'customers' | 'orders' | 'items' | 'products' | 'events' | 'messages' | 'feedback';
      readonly source?: string;
      readonly preset?: string;
      readonly map: Readonly<Record<string, string>>;
      readonly options: Schemas['MappingOptions'];
      readonly mapping?: string | null;
      readonly read: {
        readonly delimiter?: string;
        readonly encoding?: string;
        readonly header?: boolean;
        readonly columns?: string[];
        readonly sheet?: string;
      };
    };
    readonly every: 'hour' | 'day' | 'week';
    readonly at: string;
    readonly weekday: number | null;
    readonly enabled: boolean;
    readonly next_at: string | null;
    readonly last: {
      readonly job: string;
      readonly at: string;
      readonly status: ('queued' | 'running' | 'done' | 'failed' | 'cancelled') | null;
      readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
      readonly rows: number;
      readonly unchanged: number;
    } | null;
    readonly created_at: string;
  };
  readonly ScheduleFrom:
    | { readonly kind: 'folder'; readonly path: string }
    | { readonly kind: 'url'; readonly url: string }
    | { readonly kind: 'query'; readonly url: string; readonly query: string };
  readonly TriedSchedule: { readonly sentence: string; readonly names: string[] };
  readonly CustomerSummary: {
    readonly profile: number;
    readonly customer_id: string | null;
    readonly name: string | null;
    readonly email: string | null;
    readonly orders: number;
    readonly total_spent: number;
    readonly last_order_at: string | null;
    readonly rfm_segment: string | null;
    readonly lifecycle: string | null;
    readonly values?: Readonly<Record<string, unknown>>;
  };
  readonly Customer: {
    readonly profile: number;
    readonly name: string | null;
    readonly identifiers: { readonly namespace: string; readonly value: string; readonly source: string | null }[];
    readonly traits: Readonly<Record<string, unknown>>;
    readonly trait_sources: Readonly<Record<string, { readonly source: string; readonly at: string | null }>>;
    readonly features: Readonly<Record<string, unknown>>;
    readonly segments: { readonly slug: string; readonly name: string; readonly since: string | null }[];
    readonly timeline: Schemas['TimelineEntry'][];
  };
  readonly TimelineEntry: {
    readonly at: string;
    readonly kind: string;
    readonly title: string;
    readonly detail: string | null;
    readonly amount: number | null;
    readonly source: string;
    readonly id: string | null;
  };
  readonly StoryEntry: {
    readonly at: string;
    readonly kind: string;
    readonly title: string;
    readonly detail: string | null;
    readonly state: string | null;
    readonly amount: number | null;
    readonly refunded: number | null;
    readonly standing: ('counts' | 'not_counted' | 'refunded' | 'partly_refunded') | null;
    readonly rating: number | null;
    readonly source: string | null;
    readonly lines: {
      readonly at: string | null;
      readonly text: string;
      readonly detail: string | null;
      readonly quantity: number | null;
      readonly amount: number | null;
    }[];
  };
  readonly ProbableDuplicate: {
    readonly a: { readonly profile: number; readonly label: string };
    readonly b: { readonly profile: number; readonly label: string };
    readonly reason: string;
    readonly score: number;
  };
  readonly Merge: {
    readonly merge: number;
    readonly batch: number | null;
    readonly survivor: number;
    readonly absorbed: number;
    readonly namespace: string | null;
    readonly value: string | null;
    readonly merged_at: string;
    readonly merged_by: string | null;
    readonly undone_at: string | null;
    readonly undone_by: string | null;
  };
  readonly SeveralDecided: { readonly decision: string; readonly pairs: number; readonly fewer: number; readonly message: string };
  readonly Rhythm: {
    readonly months: { readonly month: string; readonly orders: number; readonly money: number }[];
    readonly gaps: { readonly at: string; readonly days: number }[];
  };
  readonly ComingChange: { readonly slug: string; readonly name: string; readonly at: string; readonly enters: boolean };
  readonly Call: {
    readonly profile: number;
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
    readonly customer_id: string | null;
    readonly at_stake: number;
    readonly value_12m: { readonly expected: number; readonly low: number; readonly high: number };
    readonly return_90d: number | null;
    readonly order: { readonly days: number; readonly probability: number; readonly low: number; readonly high: number } | null;
    readonly leaving: { readonly days: number; readonly probability: number; readonly low: number; readonly high: number; readonly usual: number } | null;
    readonly due_since: string | null;
    readonly orders: number;
    readonly reasons: string[];
    readonly opening: string | null;
    readonly sure: 'well' | 'fairly' | 'barely';
  };
  readonly Note: { readonly id: string; readonly text: string; readonly author: string; readonly at: string; readonly edited_at: string | null };
  readonly SavedView: { readonly id: string; readonly name: string; readonly state: Readonly<Record<string, unknown>> };
  readonly SegmentFigures: {
    readonly slug: string;
    readonly name: string;
    readonly folder: string;
    readonly members: number | null;
    readonly share: number | null;
    readonly revenue: number | null;
    readonly revenue_share: number | null;
    readonly as_of: string;
    readonly status: 'ok' | 'failed';
    readonly reason: string | null;
    readonly text: string;
    readonly note: string;
    readonly mode: 'live' | 'static';
    readonly origin: 'built-in' | 'user';
  };
  readonly CreatedSegment: {
    readonly slug: string;
    readonly name: string;
    readonly text: string;
    readonly sentence: string;
    readonly members: number | null;
    readonly warnings: string[];
  };
  readonly Segment: {
    readonly slug: string;
    readonly name: string;
    readonly folder: string;
    readonly members: number | null;
    readonly share: number | null;
    readonly revenue: number | null;
    readonly revenue_share: number | null;
    readonly as_of: string;
    readonly status: 'ok' | 'failed';
    readonly reason: string | null;
    readonly text: string;
    readonly note: string;
    readonly mode: 'live' | 'static';
    readonly origin: 'built-in' | 'user';
    readonly sentence: string;
    readonly version: number;
    readonly behind: boolean;
    readonly next_change: string | null;
    readonly versions: Schemas['SegmentVersion'][];
    readonly include: { readonly namespace: string; readonly value: string }[];
    readonly exclude: { readonly namespace: string; readonly value: string }[];
    readonly nobody: { readonly namespace: string; readonly value: string }[];
    readonly used_by: string[];
  };
  readonly SegmentVersion: { readonly version: number; readonly text: string; readonly note: string; readonly author: string; readonly at: string };
  readonly SegmentChange: {
    readonly slug: string;
    readonly text: string;
    readonly sentence: string;
    readonly members: number | null;
    readonly entered: number;
    readonly left: number;
    readonly used_by: string[];
    readonly backfill: string | null;
  };
  readonly HistoryPoint: {
    readonly at: string;
    readonly members: number;
    readonly revenue: number;
    readonly change: number | null;
    readonly reconstructed: boolean;
  };
  readonly Preview: {
    readonly members: number;
    readonly share: number;
    readonly sentence: string;
    readonly text: string;
    readonly clauses: { readonly text: string; readonly members: number }[];
    readonly next_change: string | null;
    readonly next_change_exact: boolean;
    readonly sample: number[];
    readonly as_of: string;
    readonly warnings: string[];
  };
  readonly Explanation: {
    readonly member: boolean;
    readonly listed: ('included' | 'excluded' | 'frozen') | null;
    readonly conditions: {
      readonly text: string;
      readonly sentence: string;
      readonly holds: boolean;
      readonly actual: (string | number | boolean | string[]) | null;
      readonly because: string | null;
      readonly facts: { readonly at: string; readonly kind: string; readonly id: string | null; readonly title: string | null }[];
      readonly facts_count: number;
    }[];
    readonly to_enter: string[];
    readonly leaves_at: string | null;
    readonly enters_at: string | null;
  };
  readonly Scorecard: {
    readonly slug: string;
    readonly name: string;
    readonly members: number;
    readonly share: number;
    readonly revenue: number;
    readonly revenueShare: number;
    readonly criteria: Readonly<Record<string, { readonly score: number | null; readonly because: string }>>;
    readonly overall: number | null;
    readonly differences: {
      readonly feature: string;
      readonly label: string;
      readonly phrase: string;
      readonly effect: number;
      readonly members: number;
      readonly others: number;
    }[];
    readonly nearest: { readonly slug: string; readonly name: string } | null;
    readonly warnings: { readonly kind: string }[];
  };
  readonly SharedMembers: {
    readonly a: string;
    readonly b: string;
    readonly both: number;
    readonly share_of_a: number;
    readonly share_of_b: number;
    readonly jaccard: number;
  };
  readonly SegmentFlow: {
    readonly as_of: string;
    readonly sentence: string;
    readonly entered: number;
    readonly left: number;
    readonly days: { readonly date: string; readonly entered: number; readonly left: number }[];
    readonly people: {
      readonly profile: number;
      readonly name: string | null;
      readonly email: string | null;
      readonly entered: boolean;
      readonly at: string;
    }[];
  };
  readonly SegmentComposition: {
    readonly as_of: string;
    readonly members: number;
    readonly customers: number;
    readonly sentence: string;
    readonly how: string;
    readonly traits: {
      readonly name: string;
      readonly label: string;
      readonly known: number;
      readonly base_known: number;
      readonly strongest: number;
      readonly values: {
        readonly value: string;
        readonly members: number;
        readonly share: number;
        readonly base_share: number;
        readonly effect: number;
        readonly expression: string;
      }[];
    }[];
    readonly numbers: {
      readonly name: string;
      readonly label: string;
      readonly unit: string | null;
      readonly median: number | null;
      readonly quartiles: { readonly low: number; readonly high: number } | null;
      readonly base_median: number | null;
      readonly base_quartiles: { readonly low: number; readonly high: number } | null;
      readonly effect: number | null;
    }[];
  };
  readonly SegmentValue: {
    readonly as_of: string;
    readonly sentence: string;
    readonly how: string;
    readonly months: {
      readonly month: string;
      readonly whole: boolean;
      readonly revenue: number;
      readonly orders: number;
      readonly buyers: number;
      readonly base_revenue: number;
    }[];
    readonly average_order_value: number | null;
    readonly base_average_order_value: number | null;
    readonly revenue_12_months: number;
    readonly share_12_months: number | null;
    readonly per_member_12_months: number | null;
    readonly base_per_customer_12_months: number | null;
  };
  readonly SegmentMember: {
    readonly profile: number;
    readonly customer_id: string | null;
    readonly name: string | null;
    readonly email: string | null;
    readonly orders: number;
    readonly total_spent: number;
    readonly last_order_at: string | null;
    readonly rfm_segment: string | null;
    readonly lifecycle: string | null;
    readonly since: string | null;
    readonly listed: boolean;
  };
  readonly __schema0: {
    readonly event: string | null;
    readonly sessions: number;
    readonly people: number;
    readonly share: number;
    readonly ended: number;
    readonly next: Schemas['__schema0'][];
  };
  readonly PredictionSummary: {
    readonly model: string;
    readonly kind: 'value' | 'classifier' | 'timing' | 'groups' | 'recommendations';
    readonly title: string;
    readonly question: string;
    readonly horizon_days: number | null;
    readonly built_in: boolean;
    readonly definition: Schemas['PredictionDefinition'] | null;
    readonly acting: {
      readonly version: number;
      readonly status: 'candidate' | 'approved' | 'retired';
      readonly method: string;
      readonly trained_at: string;
      readonly as_of: string;
      readonly approved_at: string | null;
      readonly headline: Schemas['ModelFigure'] | null;
      readonly because: string | null;
      readonly no_better: string | null;
    } | null;
    readonly challenger: {
      readonly version: number;
      readonly status: 'candidate' | 'approved' | 'retired';
      readonly method: string;
      readonly trained_at: string;
      readonly as_of: string;
      readonly approved_at: string | null;
      readonly headline: Schemas['ModelFigure'] | null;
      readonly because: string | null;
      readonly no_better: string | null;
    } | null;
    readonly age_days: number | null;
    readonly customers: number | null;
    readonly traits: string[];
    readonly drift: ('none' | 'some' | 'strong') | null;
    readonly stale: string | null;
    readonly job: string | null;
  };
  readonly PredictionDefinition: {
    readonly model: string;
    readonly name: string;
    readonly target: Schemas['PredictionTarget'];
    readonly horizon_days: number;
    readonly among: string | null;
    readonly outcome: string;
    readonly trait: string;
    readonly author: string;
    readonly created_at: string;
  };
  readonly PredictionTarget:
    | { readonly kind: 'order' }
    | { readonly kind: 'product'; readonly product: string }
    | { readonly kind: 'category'; readonly category: string }
    | { readonly kind: 'event'; readonly event: string }
    | { readonly kind: 'segment'; readonly segment: string }
    | { readonly kind: 'condition'; readonly text: string };
  readonly ModelFigure: {
    readonly measure: string;
    readonly label: string;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly baseline: number | null;
    readonly baseline_label: string | null;
    readonly better: 'higher' | 'lower';
    readonly meaning: string;
  };
  readonly PredictionCheck: {
    readonly outcome: string;
    readonly sentence: string;
    readonly among_sentence: string | null;
    readonly horizon_days: number;
    readonly cut_offs: { readonly date: string; readonly customers: number; readonly positives: number }[];
    readonly enough: {
      readonly kind: string;
      readonly label: string;
      readonly enough: boolean;
      readonly needs: Readonly<Record<string, number>>;
      readonly has: Readonly<Record<string, number>>;
    }[];
    readonly verdict: string;
    readonly can_learn: boolean;
    readonly warnings: string[];
  };
  readonly PredictionTargets: {
    readonly suggestions: {
      readonly name: string;
      readonly target: Schemas['PredictionTarget'];
      readonly among: string | null;
      readonly horizon_days: number;
      readonly customers: number;
    }[];
    readonly events: { readonly event: string; readonly customers: number; readonly among: string | null }[];
    readonly categories: { readonly category: string; readonly customers: number }[];
    readonly products: { readonly product: string; readonly customers: number }[];
    readonly segments: { readonly slug: string; readonly name: string }[];
    readonly memberships: { readonly begins: string; readonly ends: string }[];
    readonly lives_by: string | null;
    readonly horizon_days: number;
  };
  readonly ForesightSettings: {
    readonly fairness: string[];
    readonly retrain_days: number | null;
    readonly retrain_on_drift: boolean;
    readonly churn_days: number | null;
    readonly next_order_days: number | null;
  };
  readonly ModelCard: {
    readonly model: string;
    readonly version: number;
    readonly status: 'candidate' | 'approved' | 'retired';
    readonly kind: 'value' | 'classifier' | 'timing' | 'groups' | 'recommendations';
    readonly title: string;
    readonly question: string;
    readonly horizon_days: number | null;
    readonly method: string;
    readonly seed: number;
    readonly trained_at: string;
    readonly as_of: string;
    readonly age_days: number;
    readonly predicts: { readonly trait: string; readonly label: string; readonly meaning: string }[];
    readonly seen: string;
    readonly enough: {
      readonly kind: string;
      readonly label: string;
      readonly enough: boolean;
      readonly needs: Readonly<Record<string, number>>;
      readonly has: Readonly<Record<string, number>>;
    }[];
    readonly chosen_because: string;
    readonly quality: Schemas['ModelFigure'][];
    readonly drivers: Schemas['ModelDriver'][];
    readonly limits: string[];
    readonly fairness: Schemas['ModelFairness'][];
    readonly drift: Schemas['ModelDrift'] | null;
    readonly no_better: string | null;
    readonly adds_up_to: number | null;
    readonly details:
      | Schemas['ValueDetails']
      | Schemas['ClassifierDetails']
      | Schemas['GroupsDetails']
      | Schemas['RecommendationsDetails']
      | Schemas['TimingDetails'];
  };
  readonly ModelDriver: {
    readonly column: string;
    readonly label: string;
    readonly importance: number;
    readonly direction: 'more' | 'less' | 'mixed';
    readonly sentence: string;
  };
  readonly ModelFairness: {
    readonly attribute: string;
    readonly label: string;
    readonly threshold: number;
    readonly groups: {
      readonly value: string;
      readonly customers: number;
      readonly positives: number;
      readonly selected: { readonly value: number; readonly low: number; readonly high: number };
      readonly true_positive: { readonly value: number; readonly low: number; readonly high: number } | null;
      readonly false_positive: { readonly value: number; readonly low: number; readonly high: number } | null;
      readonly predicted: number;
      readonly actual: { readonly value: number; readonly low: number; readonly high: number };
    }[];
    readonly sentence: string;
    readonly differs: boolean;
  };
  readonly ModelDrift: {
    readonly checked_at: string;
    readonly level: 'none' | 'some' | 'strong';
    readonly score: number | null;
    readonly columns: { readonly column: string; readonly label: string; readonly psi: number }[];
    readonly sentence: string;
  };
  readonly ValueDetails: {
    readonly kind: 'value';
    readonly data: {
      readonly customers: number;
      readonly repeat_customers: number;
      readonly orders: number;
      readonly first_order: string | null;
      readonly last_order: string | null;
      readonly weeks: number;
      readonly spend_customers: number;
      readonly currency: string;
    };
    readonly candidates: {
      readonly kind: string;
      readonly label: string;
      readonly quality: {
        readonly customers: number;
        readonly actual: number;
        readonly predicted: number;
        readonly mae: number;
        readonly rmse: number;
        readonly deviance: number;
        readonly brier: number;
      };
      readonly above: number;
      readonly error: number;
      readonly chosen: boolean;
      readonly cut_offs: {
        readonly date: string;
        readonly quality: {
          readonly customers: number;
          readonly actual: number;
          readonly predicted: number;
          readonly mae: number;
          readonly rmse: number;
          readonly deviance: number;
          readonly brier: number;
        };
      }[];
    }[];
    readonly parameters: {
      readonly name: string;
      readonly value: number;
      readonly low: number | null;
      readonly high: number | null;
      readonly meaning: string;
    }[];
    readonly hold_out: {
      readonly from: string;
      readonly until: string;
      readonly customers: number;
      readonly baseline: string;
      readonly orders: {
        readonly mae: number;
        readonly baseline_mae: number;
        readonly predicted: number;
        readonly baseline_predicted: number;
        readonly actual: number;
      };
      readonly money: {
        readonly mae: number;
        readonly baseline_mae: number;
        readonly predicted: number;
        readonly baseline_predicted: number;
        readonly actual: number;
      };
      readonly interval_holds: number;
      readonly interval_promises?: number;
      readonly money_interval_holds?: number;
      readonly money_interval_promises?: number;
      readonly calibration: {
        readonly customers: number;
        readonly predicted_orders: number;
        readonly actual_orders: number;
        readonly predicted_share: number;
        readonly actual_share: number;
      }[];
      readonly weekly: { readonly week: number; readonly predicted: number; readonly actual: number }[];
      readonly served?: {
        readonly beside: string;
        readonly orders: {
          readonly mae: number;
          readonly baseline_mae: number;
          readonly predicted: number;
          readonly baseline_predicted: number;
          readonly actual: number;
        };
        readonly money: {
          readonly mae: number;
          readonly baseline_mae: number;
          readonly predicted: number;
          readonly baseline_predicted: number;
          readonly actual: number;
        };
        readonly interval_holds: number;
        readonly interval_promises?: number;
        readonly money_interval_holds?: number;
        readonly money_interval_promises?: number;
        readonly calibration: {
          readonly customers: number;
          readonly predicted_orders: number;
          readonly actual_orders: number;
          readonly predicted_share: number;
          readonly actual_share: number;
        }[];
        readonly weekly: { readonly week: number; readonly predicted: number; readonly actual: number }[];
      };
    } | null;
    readonly totals: {
      readonly orders_90d: { readonly expected: number; readonly low: number; readonly high: number };
      readonly value_12m: { readonly expected: number; readonly low: number; readonly high: number };
      readonly active_customers: number | null;
    };
    readonly intervals: string;
  };
  readonly ClassifierDetails: {
    readonly kind: 'classifier';
    readonly outcome: string;
    readonly among: string | null;
    readonly base_rate: number | null;
    readonly cut_offs: { readonly date: string; readonly customers: number; readonly positives: number }[];
    readonly candidates: {
      readonly kind: string;
      readonly label: string;
      readonly chosen: boolean;
      readonly auc: number | null;
      readonly average_precision: number | null;
      readonly log_loss: number;
      readonly above: number;
      readonly error: number;
    }[];
    readonly newest: Schemas['ClassifierQuality'] | null;
    readonly overall: Schemas['ClassifierQuality'] | null;
  };
  readonly ClassifierQuality: {
    readonly customers: number;
    readonly positives: number;
    readonly auc: number | null;
    readonly auc_error: number | null;
    readonly average_precision: number | null;
    readonly log_loss: number;
    readonly brier: number;
    readonly calibration_error: number;
    readonly calibration: { readonly customers: number; readonly predicted: number; readonly observed: number; readonly low: number; readonly high: number }[];
    readonly lift: {
      readonly tenth: number;
      readonly customers: number;
      readonly positives: number;
      readonly rate: number;
      readonly lift: number | null;
      readonly gain: number | null;
    }[];
  };
  readonly GroupsDetails: { readonly kind: 'groups'; readonly algorithm: string; readonly groups: number; readonly natural: boolean | null };
  readonly RecommendationsDetails: {
    readonly kind: 'recommendations';
    readonly products: number;
    readonly purchases: number;
    readonly tested: number;
    readonly candidates: {
      readonly kind: string;
      readonly label: string;
      readonly chosen: boolean;
      readonly ndcg: number;
      readonly error: number;
      readonly precision: number;
      readonly coverage: number;
    }[];
    readonly again: boolean;
  };
  readonly TimingDetails: {
    readonly kind: 'timing';
    readonly candidates: { readonly kind: string; readonly label: string; readonly chosen: boolean; readonly hit: number; readonly error: number }[];
    readonly best_weekday: number | null;
    readonly best_hour: number | null;
    readonly hours: number[];
    readonly weekdays: number[];
  };
  readonly ValueBesideForecast: {
    readonly weeks: number;
    readonly customers: { readonly expected: number; readonly low: number; readonly high: number };
    readonly shop: number;
    readonly known: { readonly expected: number; readonly low: number; readonly high: number };
    readonly agree: boolean;
    readonly trust: 'both' | 'forecast' | 'customers';
    readonly sentence: string;
  };
  readonly ModelComparison: {
    readonly model: string;
    readonly champion: {
      readonly version: number;
      readonly status: 'candidate' | 'approved' | 'retired';
      readonly method: string;
      readonly trained_at: string;
      readonly as_of: string;
      readonly approved_at: string | null;
      readonly headline: Schemas['ModelFigure'] | null;
      readonly because: string | null;
      readonly no_better: string | null;
    } | null;
    readonly challenger: {
      readonly version: number;
      readonly status: 'candidate' | 'approved' | 'retired';
      readonly method: string;
      readonly trained_at: string;
      readonly as_of: string;
      readonly approved_at: string | null;
      readonly headline: Schemas['ModelFigure'] | null;
      readonly because: string | null;
      readonly no_better: string | null;
    } | null;
    readonly figures: {
      readonly measure: string;
      readonly label: string;
      readonly champion: number | null;
      readonly challenger: number | null;
      readonly better: 'champion' | 'challenger' | 'equal' | 'unknown';
    }[];
    readonly moved: { readonly customers: number; readonly changed: number } | null;
    readonly advice: string;
  };
  readonly ScoredCustomers: {
    readonly model: string;
    readonly version: number;
    readonly total: number;
    readonly items: {
      readonly customer: Schemas['CustomerSummary'];
      readonly probability: number;
      readonly low: number;
      readonly high: number;
      readonly value_12m: number | null;
      readonly at_stake: number | null;
      readonly reasons: Schemas['PredictionReason'][];
    }[];
    readonly next: string | null;
  };
  readonly PredictionReason: {
    readonly column: string;
    readonly label: string;
    readonly value: string | null;
    readonly effect: number;
    readonly fact: string;
    readonly odd: boolean;
    readonly sentence: string;
  };
  readonly CustomerScore: {
    readonly model: string;
    readonly version: number;
    readonly title: string;
    readonly question: string;
    readonly horizon_days: number | null;
    readonly trait: string;
    readonly probability: number;
    readonly low: number;
    readonly high: number;
    readonly base_rate: number | null;
    readonly rank: number;
    readonly reasons: Schemas['PredictionReason'][];
    readonly sentence: string;
  };
  readonly CustomerPredictions: {
    readonly profile: number;
    readonly as_of: string;
    readonly value: {
      readonly profile: number;
      readonly as_of: string;
      readonly model: string;
      readonly orders: number;
      readonly first_order: string;
      readonly last_order: string;
      readonly alive: number | null;
      readonly orders_90d: { readonly expected: number; readonly low: number; readonly high: number };
      readonly orders_12m: { readonly expected: number; readonly low: number; readonly high: number };
      readonly value_12m: { readonly expected: number; readonly low: number; readonly high: number };
      readonly spend: number;
      readonly next_order_date: string | null;
      readonly next_order_by: 'model' | 'rhythm';
      readonly chances: { readonly days: number; readonly probability: number }[];
      readonly because: string[];
    } | null;
    readonly scores: Schemas['CustomerScore'][];
    readonly group: { readonly number: number; readonly name: string; readonly description: string } | null;
    readonly leaning: { readonly category: string; readonly sentence: string } | null;
    readonly timing: { readonly weekday: number | null; readonly hour: number | null; readonly basket: number | null; readonly sentence: string } | null;
  };
  readonly Groups: {
    readonly version: number;
    readonly status: 'candidate' | 'approved' | 'retired';
    readonly as_of: string;
    readonly trained_at: string;
    readonly method: 'k-means' | 'mixture' | 'ward' | 'k-prototypes' | 'hdbscan' | 'classes';
    readonly natural: boolean | null;
    readonly because: string;
    readonly customers: number;
    readonly outside: number;
    readonly columns: { readonly column: string; readonly label: string }[];
    readonly left_out: { readonly column: string; readonly label: string; readonly reason: string }[];
    readonly evidence: {
      readonly k: number;
      readonly silhouette: number;
      readonly stability: number;
      readonly gap: number | null;
      readonly gap_error: number | null;
      readonly smallest: number;
      readonly classes: { readonly stability: number; readonly gain: number; readonly gain_error: number } | null;
      readonly chosen: boolean;
    }[];
    readonly groups: Schemas['NaturalGroup'][];
    readonly ended: number[];
    readonly map: {
      readonly points: { readonly group: number | null; readonly x: number; readonly y: number; readonly near_x: number; readonly near_y: number }[];
      readonly shown: number[];
      readonly axes: { readonly column: string; readonly label: string; readonly weight: number }[][];
    };
  };
  readonly NaturalGroup: {
    readonly number: number;
    readonly name: string;
    readonly renamed: boolean;
    readonly description: string;
    readonly customers: number;
    readonly share: number;
    readonly revenue: number | null;
    readonly revenue_share: number | null;
    readonly distinctions: {
      readonly kind: 'number' | 'category';
      readonly column: string;
      readonly label: string;
      readonly level: string | null;
      readonly inside: number;
      readonly outside: number;
      readonly effect: number;
      readonly sentence: string;
    }[];
    readonly rule: { readonly text: string; readonly sentence: string; readonly precision: number; readonly recall: number; readonly agreement: number } | null;
    readonly overlap: number | null;
    readonly segment: string | null;
  };
  readonly GroupOffers: { readonly items: { readonly number: number; readonly offers: { readonly text: string; readonly because: string }[] }[] };
  readonly CustomerRecommendations: {
    readonly profile: number;
    readonly as_of: string;
    readonly model: string;
    readonly bought: number;
    readonly items: Schemas['Recommendation'][];
    readonly reorders: Schemas['ReorderReminder'][];
  };
  readonly Recommendation: {
    readonly product: Schemas['OfferedProduct'];
    readonly why: 'like-theirs' | 'again' | 'reorder' | 'popular' | 'similar' | 'looked' | 'discovery';
    readonly because: Schemas['OfferedProduct'] | null;
    readonly sentence: string;
    readonly score: number | null;
  };
  readonly OfferedProduct: { readonly key: string; readonly name: string; readonly category: string | null; readonly buyers: number };
  readonly ReorderReminder: {
    readonly product: Schemas['OfferedProduct'];
    readonly times: number;
    readonly every_days: number;
    readonly last_at: string;
    readonly due: string;
    readonly overdue: boolean;
    readonly sentence: string;
  };
  readonly OfferedProducts: {
    readonly items: {
      readonly key: string;
      readonly name: string;
      readonly category: string | null;
      readonly buyers: number;
      readonly unavailable: boolean;
      readonly not_selling: string | null;
    }[];
    readonly total: number;
  };
  readonly ProductRecommendations: {
    readonly product: {
      readonly key: string;
      readonly name: string;
      readonly category: string | null;
      readonly buyers: number;
      readonly unavailable: boolean;
      readonly not_selling: string | null;
    };
    readonly as_of: string;
    readonly model: string;
    readonly goes_with: { readonly product: Schemas['OfferedProduct']; readonly likeness: number; readonly sentence: string }[];
    readonly customers: { readonly customer: Schemas['CustomerSummary']; readonly score: number; readonly sentence: string }[];
  };
  readonly BasketRules: {
    readonly orders: number;
    readonly items: {
      readonly when: Schemas['OfferedProduct'][];
      readonly offer: Schemas['OfferedProduct'];
      readonly orders: number;
      readonly support: number;
      readonly confidence: number;
      readonly lift: number;
      readonly of: number;
      readonly people: number;
      readonly low: number;
      readonly high: number;
      readonly sentence: string;
    }[];
  };
  readonly DueReorders: {
    readonly as_of: string;
    readonly within_days: number;
    readonly total: number;
    readonly items: {
      readonly product: Schemas['OfferedProduct'];
      readonly times: number;
      readonly every_days: number;
      readonly last_at: string;
      readonly due: string;
      readonly overdue: boolean;
      readonly sentence: string;
      readonly customer: Schemas['CustomerSummary'];
    }[];
  };
  readonly RecommendationSettings: {
    readonly unavailable: string[];
    readonly only_new: boolean | null;
    readonly discovery: number;
    readonly most_of_category: number;
  };
  readonly PreviewDetail: {
    readonly members: number;
    readonly share: number;
    readonly sentence: string;
    readonly nodes: { readonly path: number[]; readonly members: number }[];
    readonly hints: { readonly path: number[]; readonly what: string; readonly value: string; readonly near: string[] }[];
    readonly people: Schemas['CustomerSummary'][];
    readonly as_of: string;
  };
  readonly Reach: {
    readonly members: number;
    readonly channels: {
      readonly channel: 'email' | 'sms' | 'post';
      readonly missing: ('address' | 'consent') | null;
      readonly contactable: number;
      readonly consented: number;
      readonly reachable: number;
      readonly refused: number;
      readonly unasked: number;
    }[];
  };
  readonly Impact: {
    readonly before: number | null;
    readonly after: number;
    readonly entering: { readonly count: number; readonly people: Schemas['CustomerSummary'][] };
    readonly leaving: { readonly count: number; readonly people: Schemas['CustomerSummary'][] };
    readonly slug: string;
    readonly text: string;
    readonly same_definition: boolean;
    readonly dependants: {
      readonly before: number | null;
      readonly after: number;
      readonly entering: { readonly count: number; readonly people: Schemas['CustomerSummary'][] };
      readonly leaving: { readonly count: number; readonly people: Schemas['CustomerSummary'][] };
      readonly slug: string;
      readonly name: string;
      readonly direct: boolean;
    }[];
  };
  readonly SegmentFolder: { readonly name: string; readonly segments: number };
  readonly SegmentTemplate: {
    readonly id: string;
    readonly kind:
      | 'rfm'
      | 'value'
      | 'lifecycle'
      | 'behavioural'
      | 'engagement'
      | 'needs'
      | 'psychographic'
      | 'geographic'
      | 'demographic'
      | 'firmographic'
      | 'contextual'
      | 'consent';
    readonly name: string;
    readonly note: string;
    readonly text: string;
    readonly sentence: string | null;
    readonly members: number | null;
    readonly share: number | null;
    readonly needs: string | null;
    readonly existing: string | null;
  };
  readonly SegmentDraft: {
    readonly segment: string | null;
    readonly base_version: number | null;
    readonly name: string;
    readonly folder: string;
    readonly text: string;
    readonly note: string;
    readonly key: string;
    readonly updated_at: string;
  };
  readonly QualityReport: {
    readonly as_of: string;
    readonly figures: {
      readonly dimension: 'completeness' | 'validity' | 'uniqueness' | 'freshness' | 'consistency';
      readonly source: string | null;
      readonly kind: string;
      readonly field: string | null;
      readonly rule: string;
      readonly explanation: string;
      readonly score: number | null;
      readonly rows: number;
      readonly bad: number;
      readonly age_days: number | null;
      readonly sample: { readonly id: string; readonly import: string | null; readonly detail: string }[];
      readonly fix: string;
      readonly severity: 'good' | 'look' | 'act';
    }[];
    readonly sources: {
      readonly source: string;
      readonly kind: string;
      readonly records: number;
      readonly first: string | null;
      readonly last: string | null;
    }[];
  };
  readonly Vocabulary: {
    readonly attributes: Schemas['AttributeWord'][];
    readonly events: string[];
    readonly event_properties: Readonly<Record<string, 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'list'>>;
    readonly recorded: Readonly<Record<string, { readonly properties: string[]; readonly empty: string[] }>>;
    readonly segments: { readonly slug: string; readonly name: string; readonly text: string }[];
    readonly currency: string;
    readonly standard_words: Readonly<Record<string, string>>;
  };
  readonly AttributeWord: {
    readonly name: string;
    readonly label: string;
    readonly type: 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'list';
    readonly aliases?: string[];
    readonly unit?: string;
    readonly least?: number;
    readonly most?: number;
    readonly table: 'attributes' | 'features';
    readonly column: string;
    readonly values?: string[];
    readonly anniversary?: boolean;
  };
  readonly Town: {
    readonly name: string;
    readonly country: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly population: number;
    readonly text: string;
  };
  readonly Catalogue: {
    readonly customers: number;
    readonly estimated: boolean;
    readonly traits: {
      readonly name: string;
      readonly label: string;
      readonly type: string;
      readonly computed: boolean;
      readonly sources: string[];
      readonly filled: number;
      readonly distinct: number;
      readonly examples: string[];
      readonly used_by: { readonly slug: string; readonly name: string }[];
    }[];
    readonly events: {
      readonly name: string;
      readonly events: number;
      readonly customers: number;
      readonly sources: string[];
      readonly first_seen: string;
      readonly last_seen: string;
    }[];
  };
  readonly SlotDefinition: {
    readonly rules: { readonly when: string; readonly variant: string; readonly content: Schemas['SlotContent']; readonly note?: string }[];
    readonly default: { readonly variant: string; readonly content: Schemas['SlotContent'] };
    readonly schedule: {
      readonly from?: string;
      readonly until?: string;
      readonly weekly?: { readonly days: number[]; readonly from: string; readonly until: string }[];
    } | null;
    readonly browser: 'no' | 'content' | 'why';
  };
  readonly SlotContent: { readonly type: 'text'; readonly value: string } | { readonly type: 'json'; readonly value: unknown };
  readonly Slot: {
    readonly slug: string;
    readonly name: string;
    readonly revision: number;
    readonly published: {
      readonly version: number;
      readonly note: string;
      readonly author: string;
      readonly at: string;
      readonly definition: Schemas['SlotDefinition'];
    } | null;
    readonly draft: { readonly definition: Schemas['SlotDefinition']; readonly author: string; readonly at: string } | null;
    readonly sentences: string[];
    readonly warnings: { readonly rule: number; readonly severity: 'error' | 'warning'; readonly message: string; readonly hint: string }[];
    readonly versions: { readonly version: number; readonly note: string; readonly author: string; readonly at: string }[];
    readonly created_at: string;
    readonly updated_at: string;
  };
  readonly VisitContext: {
    readonly user_agent?: string | null;
    readonly userAgent?: string | null;
    readonly timezone?: string | null;
    readonly locale?: string | null;
    readonly page?: { readonly url?: string | null; readonly path?: string | null; readonly title?: string | null; readonly referrer?: string | null } | null;
    readonly campaign?: { readonly name?: string | null; readonly source?: string | null; readonly medium?: string | null } | null;
    readonly location?: { readonly country?: string | null; readonly region?: string | null; readonly city?: string | null } | null;
    readonly cart?: { readonly value?: number | null; readonly items?: number | null; readonly products?: string[] | null } | null;
    readonly returning?: boolean | null;
    readonly device?: (string | { readonly type?: string | null; readonly model?: string | null; readonly name?: string | null }) | null;
    readonly os?: (string | { readonly name?: string | null }) | null;
    readonly browser?: string | null;
  };
  readonly Decision: {
    readonly id: string;
    readonly at: string;
    readonly profile: number | null;
    readonly recognised_by: string | null;
    readonly consent: 'given' | 'missing' | 'refused' | 'privacy-signal';
    readonly consent_from: 'request' | 'customer' | 'nowhere';
    readonly segments: string[];
    readonly slots: Schemas['SlotDecision'][];
    readonly as_of: string | null;
  };
  readonly SlotDecision: {
    readonly slot: string;
    readonly version: number | null;
    readonly variant: string;
    readonly content: Schemas['SlotContent'];
    readonly reason: 'matched' | 'no-rule-matched' | 'no-rules' | 'outside-schedule' | 'consent-missing' | 'consent-refused' | 'privacy-signal' | 'rule-broken';
    readonly rule: number | null;
    readonly rules: {
      readonly rule: number;
      readonly variant: string;
      readonly when: string;
      readonly holds: boolean;
      readonly conditions: { readonly text: string; readonly about: 'visit' | 'customer'; readonly holds: boolean; readonly known: boolean }[];
    }[];
  };
  readonly LoggedDecision: {
    readonly id: string;
    readonly at: string;
    readonly by: 'browser' | 'server' | 'ofrep';
    readonly profile: number | null;
    readonly consent: 'given' | 'missing' | 'refused' | 'privacy-signal';
    readonly slot: string;
    readonly version: number | null;
    readonly variant: string;
    readonly reason: 'matched' | 'no-rule-matched' | 'no-rules' | 'outside-schedule' | 'consent-missing' | 'consent-refused' | 'privacy-signal' | 'rule-broken';
    readonly rule: number | null;
    readonly when: string | null;
    readonly page: string | null;
    readonly microseconds: number;
  };
  readonly Webhook: {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    readonly segments: string[] | null;
    readonly moves: 'entered' | 'left' | 'both';
    readonly identifiers: string[];
    readonly enabled: boolean;
    readonly disabled_because: string | null;
    readonly old_secret_until: string | null;
    readonly created_by: string;
    readonly created_at: string;
    readonly waiting: number;
    readonly delivered: number;
    readonly dead: number;
  };
  readonly WebhookDelivery: {
    readonly id: string;
    readonly type: string;
    readonly segment: string | null;
    readonly profile: number | null;
    readonly status: 'waiting' | 'delivered' | 'dead';
    readonly attempts: number;
    readonly next_at: string | null;
    readonly last_status: number | null;
    readonly last_error: string | null;
    readonly created_at: string;
    readonly tried_at: string | null;
    readonly ended_at: string | null;
  };
  readonly LifecycleStageFigures: { readonly name: string; readonly text: string; readonly members: number; readonly share: number; readonly revenue: number };
  readonly LifecycleImpact: {
    readonly stages: { readonly name: string; readonly members: number }[];
    readonly none: number;
    readonly moving: number;
    readonly moves: { readonly from: string | null; readonly to: string | null; readonly customers: number }[];
  };
  readonly FeatureSettingsImpact: {
    readonly cells: { readonly r: number; readonly f: number; readonly customers: number }[];
    readonly moving_group: number;
    readonly groups: { readonly from: string | null; readonly to: string | null; readonly customers: number }[];
    readonly moving_tier: number;
    readonly tiers: { readonly from: string | null; readonly to: string | null; readonly customers: number }[];
  };
  readonly LiveSource: {
    readonly slug: string;
    readonly type: 'website' | 'server' | 'shopify' | 'stripe' | 'woocommerce' | 'sendgrid' | 'postmark' | 'mailgun' | 'ses' | 'webhook' | 'mqtt';
    readonly name: string;
    readonly settings: Schemas['LiveSourceSettings'];
    readonly secrets: ('signing' | 'password')[];
    readonly disabled: boolean;
    readonly created_at: string;
    readonly created_by: string;
    readonly last_seen_at: string | null;
    readonly received_day: number;
    readonly refused_day: number;
    readonly quarantined: number;
    readonly connection: { readonly state: 'connected' | 'connecting' | 'failed'; readonly detail: string } | null;
  };
  readonly LiveSourceSettings: {
    readonly origins?: string[];
    readonly keep_ip?: boolean;
    readonly mapping?: Schemas['PayloadMapping'];
    readonly public_key?: string;
    readonly username?: string;
    readonly url?: string;
    readonly topics?: string[];
  };
  readonly PayloadMapping: {
    readonly kind: 'event' | 'order' | 'customer' | 'feedback';
    readonly id?: string;
    readonly name?: string;
    readonly at?: string;
    readonly identifiers: Readonly<Record<string, string>>;
    readonly fields: Readonly<Record<string, string>>;
    readonly items?: string;
    readonly item_fields: Readonly<Record<string, string>>;
  };
  readonly LiveSourceKey: { readonly key: string; readonly created_at: string; readonly expires_at: string | null };
  readonly LiveSourceVolume: { readonly hour: string; readonly received: number; readonly duplicates: number; readonly refused: number };
  readonly LiveMessage: {
    readonly message_id: string;
    readonly received_at: string;
    readonly title: string;
    readonly duplicate: boolean;
    readonly status: 'accepted' | 'quarantined' | 'refused';
    readonly reason: string | null;
    readonly field: string | null;
    readonly hint: string | null;
    readonly says: string[];
    readonly body: unknown;
  };
  readonly LiveShape: {
    readonly event: string;
    readonly property: string;
    readonly types: Readonly<Record<string, number>>;
    readonly seen: number;
    readonly filled: number;
    readonly first_at: string;
    readonly last_at: string;
  };
  readonly Problem: { readonly type: string; readonly title: string; readonly status: number; readonly code: string; readonly hint: string };
};

export type paths = {
  readonly '/api/v1/action-settings': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly random_share: number;
              readonly horizon_days: number;
              readonly outcome: string;
              readonly worth_by_itself: number | null;
              readonly budget: number | null;
              readonly budget_days: number;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly random_share?: number;
            readonly horizon_days?: number;
            readonly outcome?: string;
            readonly worth_by_itself?: number | null;
            readonly budget?: number | null;
            readonly budget_days?: number;
          };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly random_share: number;
              readonly horizon_days: number;
              readonly outcome: string;
              readonly worth_by_itself: number | null;
              readonly budget: number | null;
              readonly budget_days: number;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/actions': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: {
                readonly id: string;
                readonly name: string;
                readonly description: string;
                readonly channel: string;
                readonly eligible: string;
                readonly cost: number;
                readonly value: number;
                readonly rest_days: number;
                readonly most: number | null;
                readonly enabled: boolean;
                readonly created_by: string;
                readonly created_at: string;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly name: string;
            readonly description?: string;
            readonly channel?: string;
            readonly eligible: string;
            readonly cost?: number;
            readonly value?: number;
            readonly rest_days?: number;
            readonly most?: number | null;
            readonly enabled?: boolean;
          };
        };
      };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly name: string;
              readonly description: string;
              readonly channel: string;
              readonly eligible: string;
              readonly cost: number;
              readonly value: number;
              readonly rest_days: number;
              readonly most: number | null;
              readonly enabled: boolean;
              readonly created_by: string;
              readonly created_at: string;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/actions/{id}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly removed: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly name?: string;
            readonly description?: string;
            readonly channel?: string;
            readonly eligible?: string;
            readonly cost?: number;
            readonly value?: number;
            readonly rest_days?: number;
            readonly most?: number | null;
            readonly enabled?: boolean;
          };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly name: string;
              readonly description: string;
              readonly channel: string;
              readonly eligible: string;
              readonly cost: number;
              readonly value: number;
              readonly rest_days: number;
              readonly most: number | null;
              readonly enabled: boolean;
              readonly created_by: string;
              readonly created_at: string;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
  };
  readonly '/api/v1/actions/decide': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly as_of?: string;
            readonly among?: string;
            readonly limit?: number;
            readonly dry_run?: boolean;
            readonly seed?: number;
          };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly run: string | null;
              readonly decided: number;
              readonly resting: number;
              readonly budget: {
                readonly amount: number;
                readonly days: number;
                readonly spent: number;
                readonly left: number;
                readonly by_chance: { readonly may: number; readonly spent: number };
              } | null;
              readonly actions: {
                readonly id: string | null;
                readonly name: string;
                readonly people: number;
                readonly explored: number;
                readonly costs: number;
                readonly expected: number;
              }[];
              readonly decisions: {
                readonly profile: number;
                readonly who: string;
                readonly customer: Schemas['CustomerSummary'];
                readonly action: string | null;
                readonly propensity: number;
                readonly explored: boolean;
                readonly expected: number;
                readonly without: number;
                readonly why: string;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/actions/report': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly settings: {
                readonly random_share: number;
                readonly horizon_days: number;
                readonly outcome: string;
                readonly worth_by_itself: number | null;
                readonly budget: number | null;
                readonly budget_days: number;
              };
              readonly decisions: number;
              readonly judged: number;
              readonly budget: {
                readonly amount: number;
                readonly days: number;
                readonly spent: number;
                readonly left: number;
                readonly by_chance: { readonly may: number; readonly spent: number };
              } | null;
              readonly actions: {
                readonly id: string | null;
                readonly name: string;
                readonly taken: number;
                readonly spent: number;
                readonly rate: number | null;
                readonly low: number | null;
                readonly high: number | null;
                readonly random: { readonly taken: number; readonly rate: number | null; readonly low: number | null; readonly high: number | null };
              }[];
              readonly value: {
                readonly logged: { readonly value: number; readonly low: number; readonly high: number };
                readonly random: { readonly value: number; readonly low: number; readonly high: number };
                readonly best_ips: { readonly value: number; readonly low: number; readonly high: number };
                readonly best_snips: { readonly value: number; readonly low: number; readonly high: number };
                readonly best_doubly_robust: { readonly value: number; readonly low: number; readonly high: number };
                readonly effective: number;
              } | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/actions/suggestions': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: {
                readonly kind: string;
                readonly name: string;
                readonly channel: string;
                readonly eligible: string;
                readonly cost: number;
                readonly value: number;
                readonly rest_days: number;
                readonly most: number | null;
                readonly people: number;
                readonly why: string;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/actions/to-do': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly run: string | null;
              readonly decided_at: string | null;
              readonly sentence: string;
              readonly items: {
                readonly customer: Schemas['CustomerSummary'];
                readonly who: string;
                readonly phone: string | null;
                readonly action: string;
                readonly name: string | null;
                readonly channel: string;
                readonly cost: number;
                readonly explored: boolean;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/backup-uploads': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/octet-stream': Blob } };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly name: string; readonly bytes: number; readonly made_at: string } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/backups': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: { readonly name: string; readonly bytes: number; readonly made_at: string }[] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/backups/{name}': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly name: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/gzip': string } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly name: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly removed: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/backups/{name}/restore': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly name: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/catalogue': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Catalogue'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/customers': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly search?: string | undefined;
          readonly where?: string | undefined;
          readonly sort?: string | undefined;
          readonly descending?: string | undefined;
          readonly columns?: string | undefined;
          readonly as_of?: string | undefined;
          readonly limit?: number | undefined;
          readonly cursor?: string | undefined;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: Schemas['CustomerSummary'][];
              readonly total: number;
              readonly everybody: number;
              readonly sentence: string | null;
              readonly next: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/customers.csv': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly search?: string | undefined;
          readonly where?: string | undefined;
          readonly sort?: string | undefined;
          readonly descending?: string | undefined;
          readonly columns?: string | undefined;
          readonly as_of?: string | undefined;
          readonly safe?: string | undefined;
          readonly decimal?: 'point' | 'comma' | undefined;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'text/csv': string } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/customers/{id}': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly timeline?: number | undefined; readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path: { readonly id: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Customer'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/customers/{id}/changes': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path: { readonly id: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['ComingChange'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/customers/{id}/duplicates': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['ProbableDuplicate'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/customers/{id}/merges': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['Merge'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/customers/{id}/notes': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['Note'][]; readonly hidden: number } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly text: string } } };
      readonly responses: {
        readonly 201: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Note'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/customers/{id}/predictions': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path: { readonly id: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': Schemas['CustomerPredictions'] };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/customers/{id}/rhythm': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path: { readonly id: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Rhythm'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/customers/{id}/timeline': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly kinds?: string | undefined;
          readonly limit?: number | undefined;
          readonly cursor?: string | undefined;
          readonly as_of?: string | undefined;
        };
        readonly header?: never;
        readonly path: { readonly id: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['StoryEntry'][]; readonly next: string | null } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/customers/names': {
    readonly get: {
      readonly parameters: { readonly query: { readonly profiles: string }; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['CustomerSummary'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/decide': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly identifiers?: Readonly<Record<string, string>>;
            readonly customer?: string;
            readonly slots?: string[];
            readonly context?: Schemas['VisitContext'];
            readonly consent?: { readonly personalisation?: boolean };
            readonly gpc?: boolean;
          };
        };
      };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Decision'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/decisions': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly slot?: string | undefined; readonly limit?: number | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['LoggedDecision'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/doctor': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: { readonly check: string; readonly status: 'ok' | 'warning' | 'problem'; readonly detail: string; readonly fix: string }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/drafts': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['SegmentDraft'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/drafts/{key}': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly key: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['SegmentDraft'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly key: string }; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly segment: string | null;
            readonly base_version: number | null;
            readonly name: string;
            readonly folder: string;
            readonly text: string;
            readonly note: string;
          };
        };
      };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['SegmentDraft'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly key: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly key: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/duplicates': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly limit?: number | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['ProbableDuplicate'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/duplicates/apart': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly one: string; readonly other: string } } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['ProbableDuplicate'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/duplicates/decisions': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: { readonly 'application/json': { readonly same: boolean; readonly pairs: { readonly one: number; readonly other: number }[] } };
      };
      readonly responses: {
        readonly 201: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['SeveralDecided'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/duplicates/decisions/{id}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly pairs: number; readonly message: string } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/events': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'text/event-stream': string } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/example-shop': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly loaded: boolean } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Readonly<Record<string, never>> } };
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/explain': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: { readonly 'application/json': { readonly segment: string; readonly customer: string; readonly as_of?: string } };
      };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Explanation'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/goal': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly goal: Schemas['GoalSetting'] | null } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Schemas['GoalSetting'] } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly goal: Schemas['GoalSetting'] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/goal/progress': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly goal: Schemas['GoalProgress'] | null } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/groups': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly version?: number | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Groups'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/groups/{number}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly number: number }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly name: string } } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['NaturalGroup'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
  };
  readonly '/api/v1/groups/{number}/segment': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly number: number }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly by?: 'rule' | 'model'; readonly name?: string } } };
      readonly responses: {
        readonly 201: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['CreatedSegment'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/groups/offers': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['GroupOffers'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/home/figures': {
    readonly get: {
      readonly parameters: {
        readonly query: {
          readonly from: string;
          readonly to: string;
          readonly as_of?: string | undefined;
          readonly compare?: 'previous' | 'year' | 'none' | undefined;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly from: string;
              readonly to: string;
              readonly compared_with: { readonly from: string; readonly to: string } | null;
              readonly customers_total: number;
              readonly buyers_total: number;
              readonly spark: { readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year'; readonly starts: string[] };
              readonly figures: {
                readonly name: 'customers' | 'new_customers' | 'revenue' | 'orders' | 'repeat_rate' | 'average_order_value';
                readonly label: string;
                readonly unit: 'people' | 'money' | 'count' | 'share';
                readonly value: number | null;
                readonly previous: number | null;
                readonly change: number | null;
                readonly spark: (number | null)[];
                readonly sentence: string;
                readonly how: string;
                readonly people: number;
                readonly expression: string | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/home/lifecycle-flow': {
    readonly get: {
      readonly parameters: {
        readonly query: { readonly from: string; readonly to: string; readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly from: string;
              readonly to: string;
              readonly stages: {
                readonly stage: string;
                readonly start: number;
                readonly end: number;
                readonly revenue: number;
                readonly people: number;
                readonly expression: string | null;
              }[];
              readonly flows: {
                readonly from: string | null;
                readonly to: string;
                readonly revenue: number;
                readonly people: number;
                readonly expression: string | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/home/next-steps': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly as_of?: string | undefined;
          readonly goal?: 'repeat_sales' | 'fewer_lost' | 'better_mailing' | 'more_new' | 'higher_value' | 'understand' | undefined;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly goal: 'repeat_sales' | 'fewer_lost' | 'better_mailing' | 'more_new' | 'higher_value' | 'understand';
              readonly steps: {
                readonly kind:
                  | 'best_gone_quiet'
                  | 'second_order_due'
                  | 'slipping_regulars'
                  | 'members_leaving'
                  | 'consent_unknown'
                  | 'no_second_order'
                  | 'one_category'
                  | 'discount_habit'
                  | 'many_returns'
                  | 'full_cart'
                  | 'unread_mail'
                  | 'near_top_tier';
                readonly title: string;
                readonly why: string;
                readonly action: string;
                readonly segment_name: string;
                readonly money_per_year: number | null;
                readonly reckoning: string;
                readonly people: number;
                readonly expression: string | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/home/value-concentration': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly buyers: number;
              readonly revenue: number;
              readonly gini: number | null;
              readonly curve: { readonly people_share: number; readonly revenue_share: number }[];
              readonly tops: {
                readonly top: number;
                readonly revenue: number;
                readonly revenue_share: number;
                readonly at_least: number;
                readonly quiet: { readonly after_days: number; readonly revenue: number; readonly people: number; readonly expression: string | null };
                readonly people: number;
                readonly expression: string | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/home/what-changed': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined; readonly since?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly since: string;
              readonly segments: {
                readonly slug: string;
                readonly name: string;
                readonly sentence: string;
                readonly entered: number;
                readonly left: number;
                readonly members: number;
                readonly members_before: number | null;
                readonly revenue: number;
                readonly revenue_before: number | null;
                readonly expression: string | null;
              }[];
              readonly rewritten: {
                readonly slug: string;
                readonly name: string;
                readonly at: string;
                readonly by_itself: boolean;
                readonly before: string;
                readonly after: string;
              }[];
              readonly imports: {
                readonly id: string;
                readonly at: string;
                readonly file: string;
                readonly kind: string;
                readonly rows: number;
                readonly accepted: number;
                readonly rejected: number;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/imports': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['ImportEntry'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly files: Schemas['FileToImport'][] } } };
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/imports/{id}': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['ImportDetail'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/imports/{id}/rejects': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'text/csv': string } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/imports/look': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Schemas['FileToImport'] } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['LookedAt'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/imports/rehearse': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly files: Schemas['FileToImport'][] } } };
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/imports/rehearse-undo': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly imports: string[] } } };
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/affinity': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly as_of?: string | undefined;
          readonly level?: 'product' | 'category' | undefined;
          readonly within?: 'customer' | 'order' | undefined;
          readonly limit?: number | undefined;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly level: 'product' | 'category';
              readonly within: 'customer' | 'order';
              readonly baskets: number;
              readonly items: {
                readonly key: string;
                readonly name: string;
                readonly baskets: number;
                readonly people: number;
                readonly expression: string | null;
              }[];
              readonly pairs: {
                readonly a: string;
                readonly b: string;
                readonly a_name: string;
                readonly b_name: string;
                readonly baskets: number;
                readonly support: number;
                readonly confidence: number;
                readonly confidence_back: number;
                readonly lift: number;
                readonly people: number;
                readonly expression: string | null;
                readonly not_yet: { readonly people: number; readonly expression: string | null };
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/categories': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined; readonly level?: 'product' | 'category' | undefined; readonly limit?: number | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly level: 'product' | 'category';
              readonly revenue: number;
              readonly unpriced: number;
              readonly distinct: number;
              readonly rows: {
                readonly key: string | null;
                readonly name: string | null;
                readonly revenue: number | null;
                readonly revenue_share: number | null;
                readonly orders: number;
                readonly quantity: number;
                readonly repeat: number | null;
                readonly returned_share: number | null;
                readonly first_bought_by: number;
                readonly people: number;
                readonly expression: string | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/cohort-analysis': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly as_of?: string;
            readonly start?:
              | { readonly kind: 'first_order' }
              | { readonly kind: 'first_channel' }
              | { readonly kind: 'first_category' }
              | { readonly kind: 'segment'; readonly segment: string }
              | { readonly kind: 'event'; readonly event: string };
            readonly by?: 'week' | 'month' | 'quarter';
            readonly measure?: 'retention' | 'orders' | 'revenue' | 'margin';
            readonly limit?: number;
          };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly start:
                | { readonly kind: 'first_order' }
                | { readonly kind: 'first_channel' }
                | { readonly kind: 'first_category' }
                | { readonly kind: 'segment'; readonly segment: string }
                | { readonly kind: 'event'; readonly event: string };
              readonly by: 'week' | 'month' | 'quarter';
              readonly measure: 'retention' | 'orders' | 'revenue' | 'margin';
              readonly margin_known: number | null;
              readonly rows: {
                readonly label: string;
                readonly starts: string | null;
                readonly people: number;
                readonly expression: string | null;
                readonly cells: {
                  readonly after: number;
                  readonly reached: number;
                  readonly active: number;
                  readonly orders: number;
                  readonly revenue: number;
                  readonly margin: number | null;
                  readonly value: number | null;
                  readonly so_far: number | null;
                  readonly low: number | null;
                  readonly high: number | null;
                }[];
                readonly lasting: { readonly days: number; readonly at_risk: number; readonly share: number; readonly low: number; readonly high: number }[];
              }[];
              readonly average: {
                readonly after: number;
                readonly reached: number;
                readonly active: number;
                readonly orders: number;
                readonly revenue: number;
                readonly margin: number | null;
                readonly value: number | null;
                readonly so_far: number | null;
                readonly low: number | null;
                readonly high: number | null;
              }[];
              readonly quiet_after_days: number;
              readonly equity: {
                readonly starts: string;
                readonly complete: boolean;
                readonly new_customers: number;
                readonly active_customers: number;
                readonly customers: number;
                readonly revenue_new: number;
                readonly revenue_returning: number;
                readonly revenue_so_far: number;
                readonly per_customer: number;
                readonly by_orders_12m: number | null;
                readonly expected_12m: number | null;
              }[];
              readonly expected_12m: number | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/cohorts': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly as_of?: string | undefined;
          readonly by?: 'month' | 'quarter' | undefined;
          readonly measure?: 'retention' | 'revenue' | 'orders' | undefined;
          readonly category?: string | undefined;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly by: 'month' | 'quarter';
              readonly measure: 'retention' | 'revenue' | 'orders';
              readonly category: string | null;
              readonly cohorts: {
                readonly starts: string;
                readonly ends: string;
                readonly periods: {
                  readonly after: number;
                  readonly starts: string;
                  readonly complete: boolean;
                  readonly share: number;
                  readonly revenue: number;
                  readonly orders: number;
                  readonly value: number;
                  readonly people: number;
                  readonly expression: string | null;
                }[];
                readonly people: number;
                readonly expression: string | null;
              }[];
              readonly average: { readonly after: number; readonly share: number; readonly people: number }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/compare': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: { readonly 'application/json': { readonly as_of?: string; readonly a: string; readonly b?: string; readonly limit?: number } };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly a: { readonly name: string; readonly slug: string | null; readonly people: number; readonly expression: string | null };
              readonly b: { readonly name: string; readonly slug: string | null; readonly people: number; readonly expression: string | null };
              readonly left_out: string[];
              readonly compared: number;
              readonly found: number;
              readonly differences: {
                readonly feature: string;
                readonly label: string;
                readonly kind: 'number' | 'value';
                readonly value: string | null;
                readonly phrase: string;
                readonly a: { readonly known: number; readonly mean: number | null; readonly median: number | null; readonly share: number | null };
                readonly b: { readonly known: number; readonly mean: number | null; readonly median: number | null; readonly share: number | null };
                readonly delta: number;
                readonly size: 'negligible' | 'small' | 'medium' | 'large';
                readonly cohens_d: number | null;
                readonly lift: number | null;
                readonly cramers_v: number | null;
                readonly p: number;
                readonly q: number;
                readonly found: boolean;
                readonly people: number;
                readonly expression: string | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/cross-tabulation': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly as_of?: string;
            readonly rows: { readonly attribute: string; readonly cuts?: number[]; readonly bands?: number };
            readonly columns: { readonly attribute: string; readonly cuts?: number[]; readonly bands?: number };
            readonly measure?: 'people' | 'revenue' | 'average_revenue' | 'orders';
          };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly measure: 'people' | 'revenue' | 'average_revenue' | 'orders';
              readonly row_attribute: { readonly name: string; readonly label: string };
              readonly column_attribute: { readonly name: string; readonly label: string };
              readonly rows: {
                readonly label: string;
                readonly kind: 'value' | 'band' | 'month' | 'other' | 'unknown';
                readonly value: number;
                readonly people: number;
                readonly expression: string | null;
              }[];
              readonly columns: {
                readonly label: string;
                readonly kind: 'value' | 'band' | 'month' | 'other' | 'unknown';
                readonly value: number;
                readonly people: number;
                readonly expression: string | null;
              }[];
              readonly cells: {
                readonly value: number | null;
                readonly expected: number;
                readonly residual: number;
                readonly people: number;
                readonly expression: string | null;
              }[][];
              readonly test: {
                readonly chi_square: number;
                readonly degrees_of_freedom: number;
                readonly p_value: number;
                readonly cramers_v: number;
                readonly thin_cells: number;
              } | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/forecast': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly as_of?: string | undefined;
          readonly measure?: 'revenue' | 'orders' | 'customers' | 'new_customers' | 'segment' | undefined;
          readonly segment?: string | undefined;
          readonly weeks?: number | undefined;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly measure: 'revenue' | 'orders' | 'customers' | 'new_customers' | 'segment';
              readonly segment: { readonly slug: string; readonly name: string } | null;
              readonly unit: 'money' | 'count' | 'people';
              readonly holidays_of: string | null;
              readonly history: {
                readonly starts: string;
                readonly ends: string;
                readonly holidays: string[];
                readonly value: number;
                readonly reconstructed: boolean;
              }[];
              readonly running: { readonly starts: string; readonly ends: string; readonly holidays: string[]; readonly value: number } | null;
              readonly points: {
                readonly starts: string;
                readonly ends: string;
                readonly holidays: string[];
                readonly expected: number;
                readonly low: number;
                readonly high: number;
                readonly low95: number;
                readonly high95: number;
              }[];
              readonly total: { readonly expected: number } | null;
              readonly chosen: { readonly kind: string; readonly label: string; readonly holidays: boolean; readonly because: string } | null;
              readonly candidates: {
                readonly kind: string;
                readonly label: string;
                readonly holidays: boolean;
                readonly mae: number | null;
                readonly wape: number | null;
                readonly above_best: number;
                readonly standard_error: number;
                readonly chosen: boolean;
              }[];
              readonly coverage: { readonly weeks: number; readonly raw: number; readonly shown: number; readonly factor: number } | null;
              readonly enough: { readonly kind: string; readonly label: string; readonly needs: number; readonly has: number; readonly enough: boolean }[];
              readonly last_week: {
                readonly starts: string;
                readonly ends: string;
                readonly holidays: string[];
                readonly expected: number;
                readonly low: number;
                readonly high: number;
                readonly low95: number;
                readonly high95: number;
                readonly actual: number;
                readonly outside: boolean;
              } | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/funnel': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly from: string;
            readonly to: string;
            readonly as_of?: string;
            readonly steps: string[];
            readonly within?: { readonly amount: number; readonly unit: 'minute' | 'hour' | 'day' | 'week' };
          };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly from: string;
              readonly to: string;
              readonly steps: {
                readonly event: string;
                readonly share: number;
                readonly share_of_previous: number;
                readonly lost: { readonly people: number; readonly expression: string | null };
                readonly people: number;
                readonly expression: string | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/journeys': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly as_of?: string;
            readonly from: string;
            readonly to: string;
            readonly steps: string[];
            readonly within?: { readonly amount: number; readonly unit: 'minute' | 'hour' | 'day' | 'week' };
            readonly segments: string[];
          };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly from: string;
              readonly to: string;
              readonly steps: string[];
              readonly groups: {
                readonly name: string;
                readonly slug: string | null;
                readonly steps: {
                  readonly event: string;
                  readonly share: number;
                  readonly share_of_previous: number;
                  readonly low: number;
                  readonly high: number;
                  readonly against_others: { readonly difference: number; readonly q: number; readonly found: boolean } | null;
                  readonly lost: { readonly people: number; readonly expression: string | null };
                  readonly people: number;
                  readonly expression: string | null;
                }[];
              }[];
              readonly touch_points: {
                readonly event: string;
                readonly reached: number;
                readonly lost: number;
                readonly lift: number | null;
                readonly q: number;
                readonly found: boolean;
                readonly people: number;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/lookalikes': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: { readonly 'application/json': { readonly as_of?: string; readonly segment: string; readonly seed?: number } };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly segment: { readonly name: string; readonly slug: string | null; readonly people: number; readonly expression: string | null };
              readonly method: string;
              readonly because: string;
              readonly quality: {
                readonly auc: number | null;
                readonly average_precision: number | null;
                readonly base_rate: number;
                readonly calibration_error: number | null;
              };
              readonly left_out: string[];
              readonly drivers: { readonly name: string; readonly label: string; readonly importance: number }[];
              readonly sizes: {
                readonly people: number;
                readonly at_least: number;
                readonly mean: number;
                readonly members_found: number;
                readonly lift: number | null;
                readonly expression: string | null;
              }[];
              readonly trait: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/migration': {
    readonly get: {
      readonly parameters: {
        readonly query: {
          readonly from: string;
          readonly to: string;
          readonly as_of?: string | undefined;
          readonly what?: string | undefined;
          readonly by?: 'ends' | 'month' | undefined;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly from: string;
              readonly to: string;
              readonly what: string;
              readonly label: string;
              readonly by: 'ends' | 'month';
              readonly choices: { readonly name: string; readonly label: string }[];
              readonly groups: string[];
              readonly moments: {
                readonly date: string;
                readonly at: string;
                readonly groups: { readonly group: string; readonly revenue: number; readonly people: number; readonly expression: string | null }[];
              }[];
              readonly flows: {
                readonly step: number;
                readonly from: string | null;
                readonly to: string;
                readonly people: number;
                readonly revenue: number;
                readonly share: number;
              }[];
              readonly stayed: { readonly step: number; readonly share: number }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/paths': {
    readonly get: {
      readonly parameters: {
        readonly query: {
          readonly from: string;
          readonly to: string;
          readonly as_of?: string | undefined;
          readonly depth?: number | undefined;
          readonly limit?: number | undefined;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly from: string;
              readonly to: string;
              readonly sessions: number;
              readonly people: number;
              readonly events_per_session: number | null;
              readonly depth: number;
              readonly starts: Schemas['__schema0'][];
              readonly top: { readonly events: string[]; readonly sessions: number; readonly people: number; readonly share: number }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/purchase-gaps': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly gaps: number;
              readonly median: number | null;
              readonly p25: number | null;
              readonly p75: number | null;
              readonly bins: {
                readonly from_days: number;
                readonly to_days: number | null;
                readonly gaps: number;
                readonly people: number;
                readonly expression: string | null;
              }[];
              readonly by_order: {
                readonly order: number;
                readonly median: number;
                readonly p25: number;
                readonly p75: number;
                readonly people: number;
                readonly expression: string | null;
              }[];
              readonly second_order: {
                readonly usual_day: number;
                readonly early_day: number;
                readonly late_day: number;
                readonly share_came_back: number;
                readonly due: { readonly people: number; readonly expression: string | null };
              } | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/rfm': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined; readonly across?: 'frequency' | 'monetary' | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly across: 'frequency' | 'monetary';
              readonly buyers: number;
              readonly cells: {
                readonly recency: number;
                readonly across: number;
                readonly group: string | null;
                readonly revenue: number;
                readonly orders: number;
                readonly share: number;
                readonly median_days_quiet: number | null;
                readonly people: number;
                readonly expression: string | null;
              }[];
              readonly groups: {
                readonly name: string;
                readonly revenue: number;
                readonly share: number;
                readonly revenue_share: number;
                readonly median_days_quiet: number | null;
                readonly people: number;
                readonly expression: string | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/satisfaction': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly as_of?: string;
            readonly measure?: 'nps' | 'csat';
            readonly by?: 'month' | 'quarter';
            readonly segments?: string[];
          };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly measure: 'nps' | 'csat';
              readonly by: 'month' | 'quarter';
              readonly source: string | null;
              readonly overall: {
                readonly answers: number;
                readonly score: number | null;
                readonly low: number | null;
                readonly high: number | null;
                readonly promoters: number;
                readonly passives: number;
                readonly detractors: number;
                readonly mean: number | null;
              };
              readonly periods: {
                readonly starts: string;
                readonly complete: boolean;
                readonly answers: number;
                readonly score: number | null;
                readonly low: number | null;
                readonly high: number | null;
                readonly promoters: number;
                readonly passives: number;
                readonly detractors: number;
              }[];
              readonly segments: {
                readonly name: string;
                readonly slug: string | null;
                readonly answers: number;
                readonly score: number | null;
                readonly low: number | null;
                readonly high: number | null;
                readonly promoters: number;
                readonly passives: number;
                readonly detractors: number;
                readonly periods: {
                  readonly starts: string;
                  readonly complete: boolean;
                  readonly answers: number;
                  readonly score: number | null;
                  readonly low: number | null;
                  readonly high: number | null;
                  readonly promoters: number;
                  readonly passives: number;
                  readonly detractors: number;
                }[];
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/uplift': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly as_of?: string;
            readonly treated: string;
            readonly control?: string;
            readonly since: string;
            readonly outcome: string;
            readonly days?: number;
            readonly seed?: number;
          };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly treated: { readonly people: number; readonly rate: number };
              readonly control: { readonly people: number; readonly rate: number };
              readonly effect: { readonly difference: number; readonly low: number; readonly high: number; readonly p: number } | null;
              readonly balance: { readonly auc: number | null; readonly suspicious: boolean };
              readonly models: {
                readonly kind: 'none' | 'two-model' | 'transformed';
                readonly label: string;
                readonly qini: number;
                readonly qini_error: number;
                readonly relative: number | null;
                readonly auuc: number;
                readonly top_30: number | null;
                readonly bottom_half: number | null;
                readonly chosen: boolean;
                readonly curve: { readonly targeted: number; readonly gain: number }[];
              }[];
              readonly calibration: { readonly slope: number; readonly error: number } | null;
              readonly tenths: {
                readonly expected: number;
                readonly uplift: number | null;
                readonly low: number | null;
                readonly high: number | null;
                readonly treated: number;
                readonly control: number;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/when': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly zone: string;
              readonly hours_known: boolean;
              readonly cells: { readonly weekday: number; readonly hour: number; readonly orders: number; readonly revenue: number }[];
              readonly weekdays: {
                readonly weekday: number;
                readonly name: string;
                readonly orders: number;
                readonly revenue: number;
                readonly people: number;
                readonly expression: string | null;
              }[];
              readonly hours: {
                readonly hour: number;
                readonly orders: number;
                readonly revenue: number;
                readonly people: number;
                readonly expression: string | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/insights/where': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly as_of?: string | undefined;
          readonly level?: 'country' | 'region' | 'city' | undefined;
          readonly limit?: number | undefined;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly level: 'country' | 'region' | 'city';
              readonly places_total: number;
              readonly places: {
                readonly country: string | null;
                readonly region: string | null;
                readonly city: string | null;
                readonly latitude: number | null;
                readonly longitude: number | null;
                readonly buyers: number;
                readonly revenue: number;
                readonly share: number;
                readonly people: number;
                readonly expression: string | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/jobs': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly status?: 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | undefined;
          readonly kind?: string | undefined;
          readonly limit?: number | undefined;
          readonly cursor?: string | undefined;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: {
                readonly id: string;
                readonly kind: string;
                readonly title: string;
                readonly lane: 'write' | 'light';
                readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
                readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
                readonly request: unknown;
                readonly result: unknown;
                readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
                readonly person: string | null;
                readonly attempt: number;
                readonly cancelling: boolean;
                readonly created_at: string;
                readonly started_at: string | null;
                readonly finished_at: string | null;
              }[];
              readonly next: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/jobs/{id}': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/jobs/{id}/events': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'text/event-stream': string } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/keys': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: {
                readonly id: string;
                readonly name: string;
                readonly prefix: string;
                readonly scopes: ('read' | 'write' | 'import' | 'export' | 'personal_data' | 'decide' | 'admin')[];
                readonly person: string;
                readonly status: 'active' | 'expired' | 'revoked';
                readonly created_at: string;
                readonly expires_at: string | null;
                readonly used_at: string | null;
                readonly revoked_at: string | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly name: string;
            readonly scopes: ('read' | 'write' | 'import' | 'export' | 'personal_data' | 'decide' | 'admin')[];
            readonly expires_at?: string;
          };
        };
      };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly key: string;
              readonly api_key: {
                readonly id: string;
                readonly name: string;
                readonly prefix: string;
                readonly scopes: ('read' | 'write' | 'import' | 'export' | 'personal_data' | 'decide' | 'admin')[];
                readonly person: string;
                readonly status: 'active' | 'expired' | 'revoked';
                readonly created_at: string;
                readonly expires_at: string | null;
                readonly used_at: string | null;
                readonly revoked_at: string | null;
              };
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/keys/{id}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly name: string;
              readonly prefix: string;
              readonly scopes: ('read' | 'write' | 'import' | 'export' | 'personal_data' | 'decide' | 'admin')[];
              readonly person: string;
              readonly status: 'active' | 'expired' | 'revoked';
              readonly created_at: string;
              readonly expires_at: string | null;
              readonly used_at: string | null;
              readonly revoked_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/lifecycle': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['LifecycleStageFigures'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: { readonly 'application/json': { readonly stages: { readonly name: string; readonly expression: string }[] | null } };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['LifecycleStageFigures'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/lifecycle/impact': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: { readonly 'application/json': { readonly stages: { readonly name: string; readonly expression: string }[] | null } };
      };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['LifecycleImpact'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/lifecycle/suggestion': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly atRiskDays: number;
              readonly churnedDays: number;
              readonly newDays: number;
              readonly activeDays: number;
              readonly customers: number;
              readonly quantiles: Readonly<Record<string, number>>;
              readonly enough: boolean;
              readonly sentence: string;
              readonly yaml: string;
              readonly stages: { readonly name: string; readonly expression: string }[];
              readonly chosen: boolean;
              readonly usual: { readonly atRisk: number; readonly churned: number };
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/links/read': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly token: string } } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly purpose: 'invite' | 'reset'; readonly email: string; readonly name: string } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/links/use': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: { readonly 'application/json': { readonly token: string; readonly password: string; readonly name?: string } };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly person: {
                readonly id: string;
                readonly email: string;
                readonly name: string;
                readonly role: 'viewer' | 'editor' | 'owner';
                readonly personal_data: boolean;
                readonly status: 'invited' | 'active' | 'disabled';
                readonly created_at: string;
                readonly last_seen_at: string | null;
              };
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/live-sources': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['LiveSource'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly type: 'website' | 'server' | 'shopify' | 'stripe' | 'woocommerce' | 'sendgrid' | 'postmark' | 'mailgun' | 'ses' | 'webhook' | 'mqtt';
            readonly name: string;
            readonly slug?: string;
            readonly settings?: Schemas['LiveSourceSettings'];
            readonly secrets?: { readonly signing?: string; readonly password?: string };
          };
        };
      };
      readonly responses: {
        readonly 201: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['LiveSource'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/live-sources/{slug}': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['LiveSource'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly removed: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly name?: string;
            readonly settings?: Schemas['LiveSourceSettings'];
            readonly secrets?: { readonly signing?: string; readonly password?: string };
            readonly disabled?: boolean;
          };
        };
      };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['LiveSource'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
  };
  readonly '/api/v1/live-sources/{slug}/events': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'text/event-stream': string } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/live-sources/{slug}/keys': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['LiveSourceKey'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly at_once?: boolean } } };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['LiveSourceKey'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/live-sources/{slug}/messages': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['LiveMessage'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/live-sources/{slug}/quarantine': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly limit?: number | undefined };
        readonly header?: never;
        readonly path: { readonly slug: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['LiveMessage'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/live-sources/{slug}/replay': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Readonly<Record<string, never>> } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly recorded: number; readonly still: number } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/live-sources/{slug}/shapes': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['LiveShape'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/live-sources/{slug}/test': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Readonly<Record<string, never>> } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly message_id: string } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/live-sources/{slug}/volumes': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly days?: number | undefined };
        readonly header?: never;
        readonly path: { readonly slug: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['LiveSourceVolume'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/lookalikes': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: {
                readonly slug: string;
                readonly segment: string;
                readonly trait: string;
                readonly trained_at: string;
                readonly as_of: string;
                readonly by: string;
                readonly method: string;
                readonly auc: number | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: { readonly 'application/json': { readonly as_of?: string; readonly segment: string; readonly seed?: number } };
      };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly segment: { readonly name: string; readonly slug: string | null; readonly people: number; readonly expression: string | null };
              readonly method: string;
              readonly because: string;
              readonly quality: {
                readonly auc: number | null;
                readonly average_precision: number | null;
                readonly base_rate: number;
                readonly calibration_error: number | null;
              };
              readonly left_out: string[];
              readonly drivers: { readonly name: string; readonly label: string; readonly importance: number }[];
              readonly sizes: {
                readonly people: number;
                readonly at_least: number;
                readonly mean: number;
                readonly members_found: number;
                readonly lift: number | null;
                readonly expression: string | null;
              }[];
              readonly trait: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/lookalikes/{slug}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly removed: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/mappings': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: {
                readonly name: string;
                readonly mapping: {
                  readonly version: 1;
                  readonly preset: string;
                  readonly kind: 'customers' | 'orders' | 'items' | 'products' | 'events' | 'messages' | 'feedback';
                  readonly source: string;
                  readonly columns: Schemas['ColumnMapping'][];
                  readonly options: {
                    readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
                    readonly decimal?: 'point' | 'comma';
                    readonly currency?: string;
                    readonly zone?: string;
                    readonly country?: string;
                    readonly listSeparator?: string;
                    readonly feedbackKind?: 'review' | 'ticket' | 'survey';
                    readonly meanings?: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;
                    readonly statuses?: Readonly<Record<string, 'counts' | 'refunded' | 'void'>>;
                  };
                };
                readonly saved_at: string;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/mappings/{name}': {
    readonly get?: never;
    readonly put: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly name: string }; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly version: 1;
            readonly preset: string;
            readonly kind: 'customers' | 'orders' | 'items' | 'products' | 'events' | 'messages' | 'feedback';
            readonly source: string;
            readonly columns: Schemas['ColumnMapping'][];
            readonly options: {
              readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
              readonly decimal?: 'point' | 'comma';
              readonly currency?: string;
              readonly zone?: string;
              readonly country?: string;
              readonly listSeparator?: string;
              readonly feedbackKind?: 'review' | 'ticket' | 'survey';
              readonly meanings?: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;
              readonly statuses?: Readonly<Record<string, 'counts' | 'refunded' | 'void'>>;
            };
          };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly name: string;
              readonly mapping: {
                readonly version: 1;
                readonly preset: string;
                readonly kind: 'customers' | 'orders' | 'items' | 'products' | 'events' | 'messages' | 'feedback';
                readonly source: string;
                readonly columns: Schemas['ColumnMapping'][];
                readonly options: {
                  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
                  readonly decimal?: 'point' | 'comma';
                  readonly currency?: string;
                  readonly zone?: string;
                  readonly country?: string;
                  readonly listSeparator?: string;
                  readonly feedbackKind?: 'review' | 'ticket' | 'survey';
                  readonly meanings?: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;
                  readonly statuses?: Readonly<Record<string, 'counts' | 'refunded' | 'void'>>;
                };
              };
              readonly saved_at: string;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly name: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly removed: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/merges': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['Merge'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly one: string; readonly other: string } } };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly profile: number | null; readonly message: string } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/merges/{id}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly profile: number | null; readonly message: string } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/notes/{id}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly id: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly text: string } } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Note'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
  };
  readonly '/api/v1/notice-mutes': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: {
                readonly id: string;
                readonly subject: { readonly type: 'segment' | 'metric' | 'model' | 'source' | 'job'; readonly id: string; readonly name: string };
                readonly kind: ('unusual' | 'forecast' | 'source' | 'model' | 'job') | null;
                readonly until: string | null;
                readonly by: string;
                readonly at: string;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly subject: { readonly type: 'segment' | 'metric' | 'model' | 'source' | 'job'; readonly id: string; readonly name: string };
            readonly kind?: ('unusual' | 'forecast' | 'source' | 'model' | 'job') | null;
            readonly until?: string | null;
          };
        };
      };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly subject: { readonly type: 'segment' | 'metric' | 'model' | 'source' | 'job'; readonly id: string; readonly name: string };
              readonly kind: ('unusual' | 'forecast' | 'source' | 'model' | 'job') | null;
              readonly until: string | null;
              readonly by: string;
              readonly at: string;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/notice-mutes/{id}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly removed: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/notices': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly status?: 'new' | 'acknowledged' | undefined;
          readonly kind?: 'unusual' | 'forecast' | 'source' | 'model' | 'job' | undefined;
          readonly limit?: number | undefined;
          readonly cursor?: string | undefined;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: {
                readonly id: string;
                readonly kind: 'unusual' | 'forecast' | 'source' | 'model' | 'job';
                readonly severity: 'info' | 'warning' | 'urgent';
                readonly subject: { readonly type: 'segment' | 'metric' | 'model' | 'source' | 'job'; readonly id: string; readonly name: string };
                readonly title: string;
                readonly sentence: string;
                readonly at: string;
                readonly raised_at: string;
                readonly figure: {
                  readonly unit: 'people' | 'money' | 'count' | 'share';
                  readonly actual: number;
                  readonly expected: number;
                  readonly low: number;
                  readonly high: number;
                } | null;
                readonly contributors: {
                  readonly dimension: string;
                  readonly label: string;
                  readonly expected: number;
                  readonly actual: number;
                  readonly share: number;
                  readonly people: number;
                  readonly expression: string | null;
                }[];
                readonly status: 'new' | 'acknowledged';
                readonly acknowledged_at: string | null;
                readonly acknowledged_by: string | null;
                readonly revision: number;
              }[];
              readonly total: number;
              readonly new: number;
              readonly next: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/notices/{id}/acknowledge': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Readonly<Record<string, never>> } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: 'unusual' | 'forecast' | 'source' | 'model' | 'job';
              readonly severity: 'info' | 'warning' | 'urgent';
              readonly subject: { readonly type: 'segment' | 'metric' | 'model' | 'source' | 'job'; readonly id: string; readonly name: string };
              readonly title: string;
              readonly sentence: string;
              readonly at: string;
              readonly raised_at: string;
              readonly figure: {
                readonly unit: 'people' | 'money' | 'count' | 'share';
                readonly actual: number;
                readonly expected: number;
                readonly low: number;
                readonly high: number;
              } | null;
              readonly contributors: {
                readonly dimension: string;
                readonly label: string;
                readonly expected: number;
                readonly actual: number;
                readonly share: number;
                readonly people: number;
                readonly expression: string | null;
              }[];
              readonly status: 'new' | 'acknowledged';
              readonly acknowledged_at: string | null;
              readonly acknowledged_by: string | null;
              readonly revision: number;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/overlap': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly segments?: string | undefined; readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['SharedMembers'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/people': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: {
                readonly id: string;
                readonly email: string;
                readonly name: string;
                readonly role: 'viewer' | 'editor' | 'owner';
                readonly personal_data: boolean;
                readonly status: 'invited' | 'active' | 'disabled';
                readonly created_at: string;
                readonly last_seen_at: string | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly email: string;
            readonly name?: string;
            readonly role: 'viewer' | 'editor' | 'owner';
            readonly personal_data: boolean;
          };
        };
      };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly token: string;
              readonly purpose: 'invite' | 'reset';
              readonly person: {
                readonly id: string;
                readonly email: string;
                readonly name: string;
                readonly role: 'viewer' | 'editor' | 'owner';
                readonly personal_data: boolean;
                readonly status: 'invited' | 'active' | 'disabled';
                readonly created_at: string;
                readonly last_seen_at: string | null;
              };
              readonly expires_at: string;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/people/{id}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly removed: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly email?: string;
            readonly name?: string;
            readonly role?: 'viewer' | 'editor' | 'owner';
            readonly personal_data?: boolean;
            readonly disabled?: boolean;
          };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly email: string;
              readonly name: string;
              readonly role: 'viewer' | 'editor' | 'owner';
              readonly personal_data: boolean;
              readonly status: 'invited' | 'active' | 'disabled';
              readonly created_at: string;
              readonly last_seen_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
  };
  readonly '/api/v1/people/{id}/link': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly token: string;
              readonly purpose: 'invite' | 'reset';
              readonly person: {
                readonly id: string;
                readonly email: string;
                readonly name: string;
                readonly role: 'viewer' | 'editor' | 'owner';
                readonly personal_data: boolean;
                readonly status: 'invited' | 'active' | 'disabled';
                readonly created_at: string;
                readonly last_seen_at: string | null;
              };
              readonly expires_at: string;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/persona-card': {
    readonly get: {
      readonly parameters: { readonly query: { readonly segment: string }; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly people: number;
              readonly share: number;
              readonly expression: string;
              readonly demographics: {
                readonly label: string;
                readonly value: string;
                readonly share: number | null;
                readonly people: number;
                readonly expression: string | null;
                readonly source: string;
              }[];
              readonly habits: {
                readonly label: string;
                readonly value: string;
                readonly share: number | null;
                readonly people: number;
                readonly expression: string | null;
                readonly source: string;
              }[];
              readonly motives: {
                readonly label: string;
                readonly value: string;
                readonly share: number | null;
                readonly people: number;
                readonly expression: string | null;
                readonly source: string;
              }[];
              readonly channels: {
                readonly label: string;
                readonly value: string;
                readonly share: number | null;
                readonly people: number;
                readonly expression: string | null;
                readonly source: string;
              }[];
              readonly objections: {
                readonly label: string;
                readonly value: string;
                readonly share: number | null;
                readonly people: number;
                readonly expression: string | null;
                readonly source: string;
              }[];
              readonly distinct: string[];
              readonly quote: { readonly text: string; readonly about: string; readonly rating: number | null } | null;
              readonly offers: { readonly text: string; readonly because: string }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/personas': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: {
                readonly id: string;
                readonly name: string;
                readonly segment: { readonly slug: string; readonly name: string };
                readonly people: number;
                readonly sentence: string;
                readonly drawn_at: string;
                readonly has_picture: boolean;
                readonly updated_at: string;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly segment: string; readonly name: string } } };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly name: string;
              readonly segment: { readonly slug: string; readonly name: string };
              readonly edits: {
                readonly summary?: string;
                readonly goals?: string;
                readonly frustrations?: string;
                readonly offer?: string;
                readonly say?: string;
              };
              readonly card: {
                readonly as_of: string;
                readonly sentence: string;
                readonly how: string;
                readonly people: number;
                readonly share: number;
                readonly expression: string;
                readonly demographics: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly habits: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly motives: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly channels: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly objections: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly distinct: string[];
                readonly quote: { readonly text: string; readonly about: string; readonly rating: number | null } | null;
                readonly offers: { readonly text: string; readonly because: string }[];
              };
              readonly changed: { readonly label: string; readonly sentence: string }[];
              readonly drawn_at: string;
              readonly notes: { readonly id: string; readonly text: string; readonly author: string; readonly at: string }[];
              readonly has_picture: boolean;
              readonly created_by: string;
              readonly updated_at: string;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/personas/{id}': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly name: string;
              readonly segment: { readonly slug: string; readonly name: string };
              readonly edits: {
                readonly summary?: string;
                readonly goals?: string;
                readonly frustrations?: string;
                readonly offer?: string;
                readonly say?: string;
              };
              readonly card: {
                readonly as_of: string;
                readonly sentence: string;
                readonly how: string;
                readonly people: number;
                readonly share: number;
                readonly expression: string;
                readonly demographics: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly habits: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly motives: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly channels: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly objections: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly distinct: string[];
                readonly quote: { readonly text: string; readonly about: string; readonly rating: number | null } | null;
                readonly offers: { readonly text: string; readonly because: string }[];
              };
              readonly changed: { readonly label: string; readonly sentence: string }[];
              readonly drawn_at: string;
              readonly notes: { readonly id: string; readonly text: string; readonly author: string; readonly at: string }[];
              readonly has_picture: boolean;
              readonly created_by: string;
              readonly updated_at: string;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly removed: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly name?: string;
            readonly edits?: {
              readonly summary?: string;
              readonly goals?: string;
              readonly frustrations?: string;
              readonly offer?: string;
              readonly say?: string;
            };
          };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly name: string;
              readonly segment: { readonly slug: string; readonly name: string };
              readonly edits: {
                readonly summary?: string;
                readonly goals?: string;
                readonly frustrations?: string;
                readonly offer?: string;
                readonly say?: string;
              };
              readonly card: {
                readonly as_of: string;
                readonly sentence: string;
                readonly how: string;
                readonly people: number;
                readonly share: number;
                readonly expression: string;
                readonly demographics: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly habits: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly motives: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly channels: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly objections: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly distinct: string[];
                readonly quote: { readonly text: string; readonly about: string; readonly rating: number | null } | null;
                readonly offers: { readonly text: string; readonly because: string }[];
              };
              readonly changed: { readonly label: string; readonly sentence: string }[];
              readonly drawn_at: string;
              readonly notes: { readonly id: string; readonly text: string; readonly author: string; readonly at: string }[];
              readonly has_picture: boolean;
              readonly created_by: string;
              readonly updated_at: string;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
  };
  readonly '/api/v1/personas/{id}/notes': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly text: string } } };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly name: string;
              readonly segment: { readonly slug: string; readonly name: string };
              readonly edits: {
                readonly summary?: string;
                readonly goals?: string;
                readonly frustrations?: string;
                readonly offer?: string;
                readonly say?: string;
              };
              readonly card: {
                readonly as_of: string;
                readonly sentence: string;
                readonly how: string;
                readonly people: number;
                readonly share: number;
                readonly expression: string;
                readonly demographics: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly habits: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly motives: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly channels: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly objections: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly distinct: string[];
                readonly quote: { readonly text: string; readonly about: string; readonly rating: number | null } | null;
                readonly offers: { readonly text: string; readonly because: string }[];
              };
              readonly changed: { readonly label: string; readonly sentence: string }[];
              readonly drawn_at: string;
              readonly notes: { readonly id: string; readonly text: string; readonly author: string; readonly at: string }[];
              readonly has_picture: boolean;
              readonly created_by: string;
              readonly updated_at: string;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/personas/{id}/notes/{note}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: { readonly id: string; readonly note: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly name: string;
              readonly segment: { readonly slug: string; readonly name: string };
              readonly edits: {
                readonly summary?: string;
                readonly goals?: string;
                readonly frustrations?: string;
                readonly offer?: string;
                readonly say?: string;
              };
              readonly card: {
                readonly as_of: string;
                readonly sentence: string;
                readonly how: string;
                readonly people: number;
                readonly share: number;
                readonly expression: string;
                readonly demographics: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly habits: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly motives: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly channels: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly objections: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly distinct: string[];
                readonly quote: { readonly text: string; readonly about: string; readonly rating: number | null } | null;
                readonly offers: { readonly text: string; readonly because: string }[];
              };
              readonly changed: { readonly label: string; readonly sentence: string }[];
              readonly drawn_at: string;
              readonly notes: { readonly id: string; readonly text: string; readonly author: string; readonly at: string }[];
              readonly has_picture: boolean;
              readonly created_by: string;
              readonly updated_at: string;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/personas/{id}/page': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'text/html': string } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/personas/{id}/picture': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly picture: string | null } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly data: string | null } } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly name: string;
              readonly segment: { readonly slug: string; readonly name: string };
              readonly edits: {
                readonly summary?: string;
                readonly goals?: string;
                readonly frustrations?: string;
                readonly offer?: string;
                readonly say?: string;
              };
              readonly card: {
                readonly as_of: string;
                readonly sentence: string;
                readonly how: string;
                readonly people: number;
                readonly share: number;
                readonly expression: string;
                readonly demographics: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly habits: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly motives: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly channels: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly objections: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly distinct: string[];
                readonly quote: { readonly text: string; readonly about: string; readonly rating: number | null } | null;
                readonly offers: { readonly text: string; readonly because: string }[];
              };
              readonly changed: { readonly label: string; readonly sentence: string }[];
              readonly drawn_at: string;
              readonly notes: { readonly id: string; readonly text: string; readonly author: string; readonly at: string }[];
              readonly has_picture: boolean;
              readonly created_by: string;
              readonly updated_at: string;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/personas/{id}/redraw': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Readonly<Record<string, never>> } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly name: string;
              readonly segment: { readonly slug: string; readonly name: string };
              readonly edits: {
                readonly summary?: string;
                readonly goals?: string;
                readonly frustrations?: string;
                readonly offer?: string;
                readonly say?: string;
              };
              readonly card: {
                readonly as_of: string;
                readonly sentence: string;
                readonly how: string;
                readonly people: number;
                readonly share: number;
                readonly expression: string;
                readonly demographics: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly habits: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly motives: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly channels: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly objections: {
                  readonly label: string;
                  readonly value: string;
                  readonly share: number | null;
                  readonly people: number;
                  readonly expression: string | null;
                  readonly source: string;
                }[];
                readonly distinct: string[];
                readonly quote: { readonly text: string; readonly about: string; readonly rating: number | null } | null;
                readonly offers: { readonly text: string; readonly because: string }[];
              };
              readonly changed: { readonly label: string; readonly sentence: string }[];
              readonly drawn_at: string;
              readonly notes: { readonly id: string; readonly text: string; readonly author: string; readonly at: string }[];
              readonly has_picture: boolean;
              readonly created_by: string;
              readonly updated_at: string;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['PredictionSummary'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly name: string;
            readonly target: Schemas['PredictionTarget'];
            readonly horizon_days?: number;
            readonly among?: string | null;
            readonly train?: boolean;
          };
        };
      };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly definition: Schemas['PredictionDefinition'];
              readonly job: {
                readonly id: string;
                readonly kind: string;
                readonly title: string;
                readonly lane: 'write' | 'light';
                readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
                readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
                readonly request: unknown;
                readonly result: unknown;
                readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
                readonly person: string | null;
                readonly attempt: number;
                readonly cancelling: boolean;
                readonly created_at: string;
                readonly started_at: string | null;
                readonly finished_at: string | null;
              } | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/{model}': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly model: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly summary: Schemas['PredictionSummary'];
              readonly versions: {
                readonly model: string;
                readonly version: number;
                readonly status: 'candidate' | 'approved' | 'retired';
                readonly method: string;
                readonly trained_at: string;
                readonly as_of: string;
                readonly approved_at: string | null;
                readonly no_better: string | null;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly model: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': Schemas['PredictionDefinition'] };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/{model}/approve': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly model: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly version?: number; readonly anyway?: boolean } } };
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/{model}/backtest': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly model: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/{model}/card': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly version?: number | undefined };
        readonly header?: never;
        readonly path: { readonly model: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['ModelCard'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/{model}/comparison': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly model: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['ModelComparison'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/{model}/customers': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly sort?: 'score' | 'stake' | undefined;
          readonly least?: number | undefined;
          readonly most?: number | undefined;
          readonly limit?: number | undefined;
          readonly cursor?: string | undefined;
        };
        readonly header?: never;
        readonly path: { readonly model: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['ScoredCustomers'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/{model}/customers/{id}': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path: { readonly model: string; readonly id: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['CustomerScore'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/{model}/roll-back': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly model: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly version?: number; readonly anyway?: boolean } } };
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/{model}/score': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly model: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly version?: number; readonly anyway?: boolean } } };
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/{model}/stop': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly model: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly version?: number; readonly anyway?: boolean } } };
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/{model}/train': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly model: string }; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly approve?: boolean;
            readonly anyway?: boolean;
            readonly seed?: number;
            readonly as_of?: string;
            readonly groups?: {
              readonly method?: 'k-means' | 'mixture' | 'ward' | 'k-prototypes' | 'hdbscan' | 'classes';
              readonly k?: number;
              readonly columns?: string[];
              readonly among?: string;
            };
          };
        };
      };
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/calls': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly reach?: 'any' | 'phone' | 'email' | undefined; readonly limit?: number | undefined; readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly ready: boolean;
              readonly asks: 'order' | 'leaving';
              readonly sentence: string;
              readonly how: string;
              readonly trust: string | null;
              readonly model: { readonly model: string; readonly version: number; readonly method: string; readonly as_of: string } | null;
              readonly overdue: number;
              readonly gone: number;
              readonly at_stake: number;
              readonly expression: string | null;
              readonly items: Schemas['Call'][];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/check': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': { readonly target: Schemas['PredictionTarget']; readonly horizon_days?: number; readonly among?: string | null };
        };
      };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['PredictionCheck'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/settings': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['ForesightSettings'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Schemas['ForesightSettings'] } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['ForesightSettings'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/survival': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly start?: string | undefined;
          readonly end?: string | undefined;
          readonly renewal?: string | undefined;
          readonly term?: number | undefined;
          readonly by?: string | undefined;
          readonly date?: string | undefined;
          readonly as_of?: string | undefined;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly start: string;
              readonly end: string;
              readonly subscriptions: number;
              readonly ended: number;
              readonly median_days: number | null;
              readonly median_low: number | null;
              readonly median_high: number | null;
              readonly points: { readonly days: number; readonly at_risk: number; readonly survival: number; readonly low: number; readonly high: number }[];
              readonly choices: string[];
              readonly by: {
                readonly name: string;
                readonly date: string | null;
                readonly groups: {
                  readonly value: string;
                  readonly subscriptions: number;
                  readonly ended: number;
                  readonly median_days: number | null;
                  readonly median_low: number | null;
                  readonly median_high: number | null;
                  readonly points: {
                    readonly days: number;
                    readonly at_risk: number;
                    readonly survival: number;
                    readonly low: number;
                    readonly high: number;
                  }[];
                }[];
                readonly unknown: number;
                readonly test: { readonly statistic: number; readonly degrees: number; readonly p: number } | null;
                readonly sentence: string;
              } | null;
              readonly hazards: {
                readonly landmark: string;
                readonly subscriptions: number;
                readonly ended: number;
                readonly concordance: number | null;
                readonly covariates: {
                  readonly name: string;
                  readonly value: string | null;
                  readonly label: string;
                  readonly step: number;
                  readonly ratio: number;
                  readonly low: number;
                  readonly high: number;
                  readonly p: number;
                  readonly sentence: string;
                }[];
              } | null;
              readonly to_come: {
                readonly running: number;
                readonly periods: number;
                readonly shares: { readonly days: number; readonly share: number; readonly low: number; readonly high: number }[];
              } | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/targets': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['PredictionTargets'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/predictions/value/beside-forecast': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly found: Schemas['ValueBesideForecast'] | null } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/preview': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly text: string; readonly as_of?: string } } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Preview'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/preview/detail': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly text: string; readonly as_of?: string } } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['PreviewDetail'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/preview/reach': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly text: string; readonly as_of?: string } } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Reach'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/quality': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly source?: string | undefined; readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['QualityReport'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/rebuild': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/recommendations/customers/{id}': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly count?: number | undefined; readonly only_new?: string | undefined };
        readonly header?: never;
        readonly path: { readonly id: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': Schemas['CustomerRecommendations'] };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/recommendations/products': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly search?: string | undefined; readonly limit?: number | undefined; readonly cursor?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['OfferedProducts'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/recommendations/products/{key}': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly count?: number | undefined };
        readonly header?: never;
        readonly path: { readonly key: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': Schemas['ProductRecommendations'] };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/recommendations/reorders': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly days?: number | undefined; readonly limit?: number | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['DueReorders'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/recommendations/rules': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly support?: number | undefined; readonly confidence?: number | undefined; readonly limit?: number | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['BasketRules'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/recommendations/settings': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': Schemas['RecommendationSettings'] };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Schemas['RecommendationSettings'] } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': Schemas['RecommendationSettings'] };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/reports': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly as_of?: string } } };
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/reports/{id}': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly download?: 'yes' | 'no' | undefined };
        readonly header?: never;
        readonly path: { readonly id: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'text/html': string } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/schedules': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['Schedule'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly name: string;
            readonly from: Schemas['ScheduleFrom'];
            readonly said?: {
              readonly kind?: 'customers' | 'orders' | 'items' | 'products' | 'events' | 'messages' | 'feedback';
              readonly source?: string;
              readonly preset?: string;
              readonly map?: Readonly<Record<string, string>>;
              readonly options?: Schemas['MappingOptions'];
              readonly mapping?: string | null;
              readonly read?: {
                readonly delimiter?: string;
                readonly encoding?: string;
                readonly header?: boolean;
                readonly columns?: string[];
                readonly sheet?: string;
              };
            };
            readonly every: 'hour' | 'day' | 'week';
            readonly at: string;
            readonly weekday: number | null;
          };
        };
      };
      readonly responses: {
        readonly 201: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Schedule'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/schedules/{id}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly removed: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly name?: string;
            readonly from?: Schemas['ScheduleFrom'];
            readonly said?: {
              readonly kind?: 'customers' | 'orders' | 'items' | 'products' | 'events' | 'messages' | 'feedback';
              readonly source?: string;
              readonly preset?: string;
              readonly map?: Readonly<Record<string, string>>;
              readonly options?: Schemas['MappingOptions'];
              readonly mapping?: string | null;
              readonly read?: {
                readonly delimiter?: string;
                readonly encoding?: string;
                readonly header?: boolean;
                readonly columns?: string[];
                readonly sheet?: string;
              };
            };
            readonly every?: 'hour' | 'day' | 'week';
            readonly at?: string;
            readonly weekday?: number | null;
            readonly enabled?: boolean;
          };
        };
      };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Schedule'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
  };
  readonly '/api/v1/schedules/{id}/run': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Readonly<Record<string, never>> } };
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/schedules/try': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly from: Schemas['ScheduleFrom']; readonly schedule?: string } } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['TriedSchedule'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/scorecards': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly segment?: string | undefined; readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly scorecards: Schemas['Scorecard'][];
              readonly merges: { readonly keep: string; readonly merge: string; readonly jaccard: number; readonly because: string }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segment-folders': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['SegmentFolder'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly name: string } } };
      readonly responses: {
        readonly 201: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['SegmentFolder'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segment-folders/{name}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly name: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly name: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly name: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly name: string } } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['SegmentFolder'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
  };
  readonly '/api/v1/segment-moves': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly slugs: string[]; readonly folder: string } } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: { readonly slug: string; readonly folder: string }[] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segment-templates': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['SegmentTemplate'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segments': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined; readonly folder?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['SegmentFigures'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly name: string;
            readonly text: string;
            readonly folder?: string;
            readonly slug?: string;
            readonly note?: string;
          };
        };
      };
      readonly responses: {
        readonly 201: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['CreatedSegment'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segments.yaml': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/yaml': string } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segments/{slug}': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined; readonly next_change?: string | undefined };
        readonly header?: never;
        readonly path: { readonly slug: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Segment'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly slug: string; readonly name: string } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly text?: string;
            readonly name?: string;
            readonly folder?: string;
            readonly note?: string;
            readonly restore?: number;
            readonly include?: string[];
            readonly exclude?: string[];
            readonly unlist?: string[];
            readonly freeze?: boolean;
            readonly thaw?: boolean;
            readonly dry_run?: boolean;
            readonly background?: boolean;
          };
        };
      };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['SegmentChange'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
  };
  readonly '/api/v1/segments/{slug}/composition': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['SegmentComposition'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segments/{slug}/export': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly format?: 'csv' | 'json' | undefined;
          readonly fields?: string | undefined;
          readonly as_of?: string | undefined;
          readonly safe?: string | undefined;
          readonly decimal?: 'point' | 'comma' | undefined;
          readonly reach?: 'email' | 'sms' | 'post' | undefined;
          readonly for?: 'mailchimp' | 'klaviyo' | 'brevo' | 'hubspot' | undefined;
        };
        readonly header?: never;
        readonly path: { readonly slug: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'text/csv': string } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segments/{slug}/flow': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['SegmentFlow'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segments/{slug}/history': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly every?: 'day' | 'week' | 'month' | undefined;
          readonly from?: string | undefined;
          readonly to?: string | undefined;
          readonly as_of?: string | undefined;
        };
        readonly header?: never;
        readonly path: { readonly slug: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['HistoryPoint'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segments/{slug}/impact': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly text: string; readonly as_of?: string } } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Impact'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segments/{slug}/members': {
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly sort?: 'spent' | 'orders' | 'recent' | 'since' | undefined;
          readonly limit?: number | undefined;
          readonly cursor?: string | undefined;
        };
        readonly header?: never;
        readonly path: { readonly slug: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': { readonly items: Schemas['SegmentMember'][]; readonly total: number; readonly next: string | null };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segments/{slug}/undelete': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly slug: string; readonly name: string } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segments/{slug}/value': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['SegmentValue'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/segments/apply': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: { readonly 'application/json': { readonly yaml: string; readonly dry_run?: boolean; readonly prune?: boolean } };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly created: string[];
              readonly changed: string[];
              readonly unchanged: string[];
              readonly deleted: string[];
              readonly skipped: string[];
              readonly warnings: { readonly segment: string; readonly message: string; readonly hint?: string }[];
              readonly differences: { readonly slug: string; readonly name: string; readonly before: string | null; readonly after: string | null }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/session': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly set_up: boolean;
              readonly person: {
                readonly id: string;
                readonly email: string;
                readonly name: string;
                readonly role: 'viewer' | 'editor' | 'owner';
                readonly personal_data: boolean;
                readonly status: 'invited' | 'active' | 'disabled';
                readonly created_at: string;
                readonly last_seen_at: string | null;
              } | null;
              readonly personal_data: boolean;
              readonly workspace: Schemas['Workspace'] | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly email: string; readonly password: string } } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly person: {
                readonly id: string;
                readonly email: string;
                readonly name: string;
                readonly role: 'viewer' | 'editor' | 'owner';
                readonly personal_data: boolean;
                readonly status: 'invited' | 'active' | 'disabled';
                readonly created_at: string;
                readonly last_seen_at: string | null;
              };
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly signed_out: true } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/session/all': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: {
                readonly id: string;
                readonly current: boolean;
                readonly created_at: string;
                readonly seen_at: string;
                readonly expires_at: string;
                readonly user_agent: string;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/session/all/{id}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly ended: number } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/session/owner': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly email: string; readonly name: string; readonly password: string } } };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly person: {
                readonly id: string;
                readonly email: string;
                readonly name: string;
                readonly role: 'viewer' | 'editor' | 'owner';
                readonly personal_data: boolean;
                readonly status: 'invited' | 'active' | 'disabled';
                readonly created_at: string;
                readonly last_seen_at: string | null;
              };
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/session/password': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly current: string; readonly next: string } } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly person: {
                readonly id: string;
                readonly email: string;
                readonly name: string;
                readonly role: 'viewer' | 'editor' | 'owner';
                readonly personal_data: boolean;
                readonly status: 'invited' | 'active' | 'disabled';
                readonly created_at: string;
                readonly last_seen_at: string | null;
              };
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/settings/features': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly rfm?: {
                readonly recencyDays?: [number, number, number, number];
                readonly orders?: [number, number, number, number];
                readonly spent?: [number, number, number, number];
                readonly groups?: { readonly name: string; readonly r: [number, number]; readonly f: [number, number] }[];
              };
              readonly valueTier?: { readonly high: number; readonly medium: number };
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json':
            | { readonly reset: true }
            | {
                readonly rfm?: {
                  readonly recencyDays?: [number, number, number, number];
                  readonly orders?: [number, number, number, number];
                  readonly spent?: [number, number, number, number];
                  readonly groups?: { readonly name: string; readonly r: [number, number]; readonly f: [number, number] }[];
                };
                readonly valueTier?: { readonly high: number; readonly medium: number };
              };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly rfm?: {
                readonly recencyDays?: [number, number, number, number];
                readonly orders?: [number, number, number, number];
                readonly spent?: [number, number, number, number];
                readonly groups?: { readonly name: string; readonly r: [number, number]; readonly f: [number, number] }[];
              };
              readonly valueTier?: { readonly high: number; readonly medium: number };
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/settings/features/impact': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json':
            | { readonly reset: true }
            | {
                readonly rfm?: {
                  readonly recencyDays?: [number, number, number, number];
                  readonly orders?: [number, number, number, number];
                  readonly spent?: [number, number, number, number];
                  readonly groups?: { readonly name: string; readonly r: [number, number]; readonly f: [number, number] }[];
                };
                readonly valueTier?: { readonly high: number; readonly medium: number };
              };
        };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': Schemas['FeatureSettingsImpact'] };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/slots': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: {
                readonly slug: string;
                readonly name: string;
                readonly status: 'draft' | 'live' | 'changed';
                readonly version: number | null;
                readonly rules: number;
                readonly variants: string[];
                readonly open: boolean | null;
                readonly updated_at: string;
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: { readonly 'application/json': { readonly name: string; readonly slug?: string; readonly definition?: Schemas['SlotDefinition'] } };
      };
      readonly responses: {
        readonly 201: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Slot'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/slots.yaml': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/yaml': string } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/slots/{slug}': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Slot'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly removed: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly name?: string; readonly definition?: Schemas['SlotDefinition'] } } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Slot'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
  };
  readonly '/api/v1/slots/{slug}/draft': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Slot'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/slots/{slug}/preview': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly identifiers?: Readonly<Record<string, string>>;
            readonly customer?: string;
            readonly context?: Schemas['VisitContext'];
            readonly consent?: { readonly personalisation?: boolean };
            readonly gpc?: boolean;
            readonly definition?: Schemas['SlotDefinition'];
            readonly at?: string;
          };
        };
      };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Decision'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/slots/{slug}/publish': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly note?: string } } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Slot'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/slots/{slug}/restore': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly version: number } } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Slot'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/slots/{slug}/unpublish': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Readonly<Record<string, never>> } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Slot'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/slots/apply': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: { readonly 'application/json': { readonly yaml: string; readonly dry_run?: boolean; readonly prune?: boolean } };
      };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': { readonly created: string[]; readonly changed: string[]; readonly unchanged: string[]; readonly deleted: string[] };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/sources': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['DataSource'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/towns': {
    readonly get: {
      readonly parameters: { readonly query: { readonly name: string }; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['Town'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/towns/at': {
    readonly get: {
      readonly parameters: {
        readonly query: { readonly latitude: number; readonly longitude: number };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly town: Schemas['Town'] | null } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/uplifts': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly items: {
                readonly slug: string;
                readonly name: string;
                readonly trait: string;
                readonly treated: string;
                readonly control: string | null;
                readonly since: string;
                readonly outcome: string;
                readonly days: number;
                readonly kept_at: string;
                readonly by: string;
                readonly method: string;
                readonly difference: number;
                readonly top_30: number | null;
                readonly sizes: { readonly share: number; readonly at_least: number; readonly expression: string }[];
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly as_of?: string;
            readonly treated: string;
            readonly control?: string;
            readonly since: string;
            readonly outcome: string;
            readonly days?: number;
            readonly seed?: number;
            readonly name: string;
          };
        };
      };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly slug: string;
              readonly name: string;
              readonly trait: string;
              readonly treated: string;
              readonly control: string | null;
              readonly since: string;
              readonly outcome: string;
              readonly days: number;
              readonly kept_at: string;
              readonly by: string;
              readonly method: string;
              readonly difference: number;
              readonly top_30: number | null;
              readonly sizes: { readonly share: number; readonly at_least: number; readonly expression: string }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/uplifts/{slug}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly slug: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly removed: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/uploads': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query: { readonly name: string }; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/octet-stream': Blob } };
      readonly responses: {
        readonly 201: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Upload'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/uploads/{id}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly removed: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/views': {
    readonly get: {
      readonly parameters: { readonly query: { readonly area: string }; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['SavedView'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: { readonly 'application/json': { readonly area: string; readonly name: string; readonly state: Readonly<Record<string, unknown>> } };
      };
      readonly responses: {
        readonly 201: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['SavedView'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/views/{id}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly id: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch?: never;
  };
  readonly '/api/v1/vocabulary': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Vocabulary'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/vocabulary/values': {
    readonly get: {
      readonly parameters: {
        readonly query: {
          readonly of: 'orders' | 'items' | 'returns' | 'reviews' | 'tickets' | 'surveys' | 'event';
          readonly event?: string | undefined;
          readonly field: string;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly items: string[] } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/watch': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly as_of?: string | undefined };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly as_of: string;
              readonly sentence: string;
              readonly how: string;
              readonly series: {
                readonly key: string;
                readonly subject: { readonly type: 'segment' | 'metric' | 'model' | 'source' | 'job'; readonly id: string; readonly name: string };
                readonly measure: string;
                readonly label: string;
                readonly unit: 'people' | 'money' | 'count' | 'share';
                readonly week: string | null;
                readonly actual: number | null;
                readonly expected: number | null;
                readonly low: number | null;
                readonly high: number | null;
                readonly score: number | null;
                readonly unusual: boolean;
                readonly since: string | null;
                readonly level: { readonly since: string; readonly weeks: number; readonly before: number; readonly after: number } | null;
                readonly enough: boolean;
                readonly muted: boolean;
                readonly weeks: { readonly starts: string; readonly value: number }[];
              }[];
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/watch/run': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Readonly<Record<string, never>> } };
      readonly responses: {
        readonly 202: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: {
            readonly 'application/json': {
              readonly id: string;
              readonly kind: string;
              readonly title: string;
              readonly lane: 'write' | 'light';
              readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
              readonly progress: { readonly label: string; readonly done: number; readonly total: number | null } | null;
              readonly request: unknown;
              readonly result: unknown;
              readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
              readonly person: string | null;
              readonly attempt: number;
              readonly cancelling: boolean;
              readonly created_at: string;
              readonly started_at: string | null;
              readonly finished_at: string | null;
            };
          };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/webhooks': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['Webhook'][]; readonly private_addresses: boolean } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly name: string;
            readonly url: string;
            readonly segments?: string[] | null;
            readonly moves?: 'entered' | 'left' | 'both';
            readonly identifiers?: string[];
          };
        };
      };
      readonly responses: {
        readonly 201: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly webhook: Schemas['Webhook']; readonly secret: string } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/webhooks/{id}': {
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    readonly delete: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': { readonly removed: string } } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly patch: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly name?: string;
            readonly url?: string;
            readonly segments?: string[] | null;
            readonly moves?: 'entered' | 'left' | 'both';
            readonly identifiers?: string[];
            readonly enabled?: boolean;
          };
        };
      };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Webhook'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
  };
  readonly '/api/v1/webhooks/{id}/deliveries': {
    readonly get: {
      readonly parameters: {
        readonly query?: { readonly status?: 'waiting' | 'delivered' | 'dead' | undefined; readonly limit?: number | undefined };
        readonly header?: never;
        readonly path: { readonly id: string };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly items: Schemas['WebhookDelivery'][] } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/webhooks/{id}/rotate': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Readonly<Record<string, never>> } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly webhook: Schemas['Webhook']; readonly secret: string } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/webhooks/{id}/test': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Readonly<Record<string, never>> } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly status: number | null; readonly error: string | null } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/webhooks/deliveries/{id}/redeliver': {
    readonly get?: never;
    readonly put?: never;
    readonly post: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path: { readonly id: string }; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': Readonly<Record<string, never>> } };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['WebhookDelivery'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/webhooks/private-addresses': {
    readonly get?: never;
    readonly put: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: { readonly content: { readonly 'application/json': { readonly allowed: boolean } } };
      readonly responses: {
        readonly 200: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/json': { readonly private_addresses: boolean } };
        };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly post?: never;
    readonly delete?: never;
    readonly patch?: never;
  };
  readonly '/api/v1/workspace': {
    readonly get: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody?: never;
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Workspace'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly patch: {
      readonly parameters: { readonly query?: never; readonly header?: never; readonly path?: never; readonly cookie?: never };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly name?: string;
            readonly currency?: string;
            readonly timezone?: string;
            readonly country?: string;
            readonly weekStart?: string;
            readonly refundedOrders?: string;
            readonly present?: string;
          };
        };
      };
      readonly responses: {
        readonly 200: { readonly headers: Readonly<Record<string, unknown>>; readonly content: { readonly 'application/json': Schemas['Workspace'] } };
        readonly default: {
          readonly headers: Readonly<Record<string, unknown>>;
          readonly content: { readonly 'application/problem+json': Schemas['Problem'] };
        };
      };
    };
  };
};
