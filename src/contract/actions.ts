import { z } from 'zod';
import { customerSummarySchema } from './customers.ts';
import { findingShape, unknownable } from './insight-common.ts';

const actionShape = {
  name: z.string().trim().min(1).max(120),
  description: z.string().max(2_000).default(''),
  /** `email`, `phone`, `letter`, `web` …: told, not used. */
  channel: z.string().trim().max(40).default(''),
  /** Whom it may be done for, in the segment language. */
  eligible: z.string().trim().min(1).max(20_000),
  /** What doing it once costs, and what it is worth when the outcome comes, in the workspace's currency. */
  cost: z.number().min(0).default(0),
  value: z.number().min(0).default(1),
  /** No action at all for so many days after one. */
  rest_days: z.int().min(0).max(366).default(14),
  /** Customers in one run at most; null for no limit. */
  most: z.int().min(1).nullable().default(null),
  enabled: z.boolean().default(true),
} as const;
export const newActionSchema = z.object(actionShape);
export type NewAction = z.input<typeof newActionSchema>;
export const actionChangeSchema = z.object({
  name: z.string().trim().min(1).max(120).optional(),
  description: z.string().max(2_000).optional(),
  channel: z.string().trim().max(40).optional(),
  eligible: z.string().trim().min(1).max(20_000).optional(),
  cost: z.number().min(0).optional(),
  value: z.number().min(0).optional(),
  rest_days: z.int().min(0).max(366).optional(),
  most: z.int().min(1).nullable().optional(),
  enabled: z.boolean().optional(),
});
export const actionSchema = z.object({ id: z.string(), ...actionShape, created_by: z.string(), created_at: z.string() });
export type Action = z.output<typeof actionSchema>;

/** An action that the shop has the people for, to be taken over as it is or changed first. */
export const actionSuggestionSchema = z.object({
  /** `call-overdue`, `reorder-reminder` …: the same idea has the same word in every shop. */
  kind: z.string(),
  name: z.string(),
  channel: z.string(),
  eligible: z.string(),
  cost: z.number(),
  value: z.number(),
  rest_days: z.int(),
  most: z.int().nullable(),
  /** For how many it would be now. */
  people: z.int(),
  /** For whom, and where its cost and worth are from, in sentences. */
  why: z.string(),
});
export type ActionSuggestion = z.output<typeof actionSuggestionSchema>;

export const actionSettingsSchema = z.object({
  /** Share of decisions that stay random for good: what is learnt from. */
  random_share: z.number().min(0.01).max(1).default(0.1),
  /** How long after a decision its outcome may come. */
  horizon_days: z.int().min(1).max(366).default(14),
  /** `order`, or the name of an event. */
  outcome: z.string().trim().min(1).max(200).default('order'),
  /** What an outcome is worth that comes by itself; null for as much as with the least of the actions that were open to that customer. */
  worth_by_itself: z.number().min(0).nullable().default(null),
  /** What all actions together may cost within `budget_days`, whatever day they begin on; null for no limit. */
  budget: z.number().min(0).nullable().default(null),
  budget_days: z.int().min(1).max(366).default(7),
});
export type ActionSettings = z.output<typeof actionSettingsSchema>;
export type NewActionSettings = z.input<typeof actionSettingsSchema>;

/** What was spent of the budget in its days until now, the run in question among it, and what is left; and what chance alone may spend of it, and has. */
const budgetShape = z
  .object({ amount: z.number(), days: z.int(), spent: z.number(), left: z.number(), by_chance: z.object({ may: z.number(), spent: z.number() }) })
  .nullable();

export const actionsDecideRequest = z.object({
  as_of: z.string().optional(),
  /** Whom to decide for: a segment or a definition; everybody whom an action is for where left out. */
  among: z.string().trim().max(20_000).optional(),
  limit: z.coerce.number().int().min(1).max(50_000).default(50_000),
  /** Only look: nothing is written down. */
  dry_run: z.coerce.boolean().default(false),
  seed: z.coerce.number().int().optional(),
});
export type ActionsDecideRequest = z.input<typeof actionsDecideRequest>;
export const actionsDecideAnswer = z.object({
  ...findingShape,
  run: z.string().nullable(),
  decided: z.int(),
  /** Those who may have nothing now: a rest after an action, or no action that they are eligible for. */
  resting: z.int(),
  /** Null where there is no budget. */
  budget: budgetShape,
  /** `expected` is after what they cost. */
  actions: z.array(z.object({ id: z.string().nullable(), name: z.string(), people: z.int(), explored: z.int(), costs: z.number(), expected: z.number() })),
  decisions: z.array(
    z.object({
      profile: z.int(),
      /** What the customer is called: by name where there is one, else by e-mail or customer number. */
      who: z.string(),
      customer: customerSummarySchema,
      action: z.string().nullable(),
      propensity: z.number(),
      explored: z.boolean(),
      /** What it is expected to bring less its cost, and doing nothing in its place. */
      expected: z.number(),
      without: z.number(),
      /** In a sentence. */
      why: z.string(),
    }),
  ),
});
export type ActionsDecideAnswer = z.infer<typeof actionsDecideAnswer>;

/** Whom something is to be done for: the run that was written down last. */
export const actionsToDoAnswer = z.object({
  run: z.string().nullable(),
  decided_at: z.string().nullable(),
  sentence: z.string(),
  items: z.array(
    z.object({
      customer: customerSummarySchema,
      who: z.string(),
      phone: z.string().nullable(),
      action: z.string(),
      /** What the action is called now; null where it was taken away since. */
      name: z.string().nullable(),
      channel: z.string(),
      cost: z.number(),
      explored: z.boolean(),
    }),
  ),
});
export type ActionsToDoAnswer = z.infer<typeof actionsToDoAnswer>;

const policyValue = z.object({ value: z.number(), low: z.number(), high: z.number() });
export const actionReportAnswer = z.object({
  ...findingShape,
  settings: actionSettingsSchema,
  decisions: z.int(),
  /** Decisions whose time for an outcome is over. */
  judged: z.int(),
  budget: budgetShape,
  actions: z.array(
    z.object({
      id: z.string().nullable(),
      name: z.string(),
      taken: z.int(),
      /** What it cost in all, as it cost when it was decided. */
      spent: z.number(),
      /** Share with the outcome among all, and among those for whom chance alone decided, with 95% intervals. */
      rate: unknownable,
      low: unknownable,
      high: unknownable,
      random: z.object({ taken: z.int(), rate: unknownable, low: unknownable, high: unknownable }),
    }),
  ),
  /** Money per decision: as it was done, had chance alone decided, and were the best that is known now always done, by three estimators. Null for fewer than two. */
  value: z
    .object({
      logged: policyValue,
      random: policyValue,
      best_ips: policyValue,
      best_snips: policyValue,
      best_doubly_robust: policyValue,
      effective: z.number(),
    })
    .nullable(),
});
export type ActionReportAnswer = z.infer<typeof actionReportAnswer>;
