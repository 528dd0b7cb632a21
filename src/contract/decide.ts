import { z } from 'zod';
import { slotContentSchema } from './slots.ts';

// Asking what to show somebody, and the answer with its reasons.

const text = z.string().max(2000);

/** Libraries send null for what they do not know. */
const told = text.nullable();

/**
 * What is known of a visit. Most of it under the names of the tracking API's `context`; words of the visit may also be given as they are. Open: whoever has a call's
 * `context` hands it over whole, with its library, its screen and its other campaign fields.
 */
export const visitContextSchema = z
  .looseObject({
    user_agent: text.nullable().exactOptional(),
    userAgent: text.nullable().exactOptional().meta({ description: 'The same, as tracking calls name it' }),
    timezone: z
      .string()
      .max(64)
      .nullable()
      .exactOptional()
      .meta({ description: 'IANA zone of the visitor; hours and weekdays are in it, else in that of the workspace' }),
    locale: z.string().max(64).nullable().exactOptional(),
    page: z.looseObject({ url: told, path: told, title: told, referrer: told }).partial().nullable().exactOptional(),
    campaign: z.looseObject({ name: told, source: told, medium: told }).partial().nullable().exactOptional(),
    location: z.looseObject({ country: told, region: told, city: told }).partial().nullable().exactOptional(),
    cart: z
      .object({ value: z.number().nullable(), items: z.number().nullable(), products: z.array(text).max(500).nullable() })
      .partial()
      .nullable()
      .exactOptional(),
    returning: z.boolean().nullable().exactOptional(),
    device: z
      .union([text, z.looseObject({ type: told, model: told, name: told }).partial()])
      .nullable()
      .exactOptional()
      .meta({ description: 'desktop, mobile, tablet, tv or bot; or as libraries of apps have it, `{type, model}`' }),
    os: z
      .union([text, z.looseObject({ name: told }).partial()])
      .nullable()
      .exactOptional(),
    browser: text.nullable().exactOptional(),
  })
  .meta({ id: 'VisitContext' });
export type VisitContext = z.infer<typeof visitContextSchema>;

export const consentGivenSchema = z.object({ personalisation: z.boolean().exactOptional() });

export const decideRequestSchema = z.object({
  identifiers: z
    .record(z.string().max(100), z.string().max(500))
    .exactOptional()
    .meta({ description: 'Namespace to value: `customer_id`, `email`, `phone`, `anonymous_id`, … The first that is known wins, in that order' }),
  customer: z.string().max(500).exactOptional().meta({ description: 'Or any one identifier whose namespace is not told; a profile number is written `#12`' }),
  slots: z.array(z.string().max(80)).max(100).exactOptional().meta({ description: 'Slugs; all that are live where none are named' }),
  context: visitContextSchema.exactOptional(),
  consent: consentGivenSchema.exactOptional().meta({ description: 'What the visitor has chosen on this device: newer than what is kept' }),
  gpc: z.boolean().exactOptional().meta({ description: 'Global Privacy Control, or Do Not Track: counts as no' }),
});
export type DecideRequest = z.infer<typeof decideRequestSchema>;

/** Why a slot says what it says. */
export const decisionReasons = Object.freeze({
  matched: 'A rule held.',
  'no-rule-matched': 'No rule held, so the default is served.',
  'no-rules': 'The slot has no rules, so its default is all there is.',
  'outside-schedule': 'The schedule is not in force now, so the default is served.',
  'consent-missing': 'Nobody has said that content may be made for this visitor, so the default is served.',
  'consent-refused': 'The visitor has said no, so the default is served.',
  'privacy-signal': 'The browser sends Global Privacy Control or Do Not Track, which counts as no.',
  'rule-broken': 'A rule before it can not be computed and was passed over; no other held.',
} as const);
export type DecisionReason = keyof typeof decisionReasons;
const reason = z.enum(Object.keys(decisionReasons) as [DecisionReason, ...DecisionReason[]]);

export const decidedConditionSchema = z
  .object({
    text: z.string(),
    about: z.enum(['visit', 'customer']),
    holds: z.boolean(),
    known: z.boolean().meta({ description: 'False where it has not been computed yet; then it does not hold' }),
  })
  .readonly();

export const slotDecisionSchema = z
  .object({
    slot: z.string(),
    version: z.int().nullable().meta({ description: 'Null for a draft that is being previewed' }),
    variant: z.string(),
    content: slotContentSchema,
    reason,
    rule: z.int().nullable().meta({ description: 'The rule that held, from 1' }),
    rules: z
      .array(
        z
          .object({ rule: z.int(), variant: z.string(), when: z.string(), holds: z.boolean(), conditions: z.array(decidedConditionSchema).readonly() })
          .readonly(),
      )
      .readonly()
      .meta({ description: 'Each rule that was asked, up to the one that held, with the verdict on each condition' }),
  })
  .readonly()
  .meta({ id: 'SlotDecision' });
export type SlotDecision = z.infer<typeof slotDecisionSchema>;

export const decisionSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    profile: z.int().nullable().meta({ description: 'The customer; null for a visitor that is none' }),
    recognised_by: z.string().nullable().meta({ description: 'Namespace of the identifier that was known' }),
    consent: z.enum(['given', 'missing', 'refused', 'privacy-signal']),
    consent_from: z.enum(['request', 'customer', 'nowhere']),
    segments: z.array(z.string()).readonly(),
    slots: z.array(slotDecisionSchema).readonly(),
    as_of: z.string().nullable().meta({ description: 'Moment that the memberships are of' }),
  })
  .readonly()
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof decisionSchema>;

export const loggedDecisionSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    by: z.enum(['browser', 'server', 'ofrep']),
    profile: z.int().nullable(),
    consent: z.enum(['given', 'missing', 'refused', 'privacy-signal']),
    slot: z.string(),
    version: z.int().nullable(),
    variant: z.string(),
    reason,
    rule: z.int().nullable(),
    when: z.string().nullable(),
    page: z.string().nullable(),
    microseconds: z.int().meta({ description: 'How long the decision took' }),
  })
  .readonly()
  .meta({ id: 'LoggedDecision' });
export type LoggedDecision = z.infer<typeof loggedDecisionSchema>;
