import { type Condition, type Moment, writeValue } from '../../language/index.ts';
import type { FeatureSettings } from '../../profiles/index.ts';
import { ident, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { defaultLifecycle, type LifecycleStage } from '../lifecycle/stages.ts';
import { amount } from './amount.ts';
import type { Asked } from './asked-customer.ts';
import { behindGroup, behindScores } from './behind-scores.ts';

/** What a workspace has decided about features that are judgements. */
export type FeatureRules = { readonly features: FeatureSettings; readonly stages: readonly LifecycleStage[] };
export const usualRules: FeatureRules = { features: {}, stages: defaultLifecycle };

/** What a tier, score, stage or level rests on for one customer, and what those take that the condition asks for; null for features that say it themselves. */
export async function behindValue(warehouse: Warehouse, condition: Condition, moment: Moment, profile: number, rules: FeatureRules): Promise<string | null> {
  if (condition.kind === 'not') return behindValue(warehouse, condition.of, moment, profile, rules);
  const name = attributeIn(condition);
  const asked = condition.kind === 'compare' ? condition.values.filter((value) => typeof value === 'string') : [];
  const customer = { warehouse, features: ident(moment.featuresTable), profile };
  switch (name) {
    case 'value_tier':
      return behindTier(customer, moment.vocabulary.currency);
    case 'rfm.segment':
      return behindGroup(customer, moment.vocabulary.currency, rules.features.rfm, asked);
    case 'rfm.r':
    case 'rfm.f':
    case 'rfm.m':
    case 'rfm.score':
      return behindScores(customer, moment.vocabulary.currency);
    case 'lifecycle':
      return behindStage(customer, rules.stages, asked);
    case 'engagement_level':
      return behindEngagement(customer);
    default:
      return null;
  }
}

function attributeIn(condition: Condition): string | undefined {
  if (condition.kind === 'compare') return condition.left.kind === 'attribute' ? condition.left.name : undefined;
  return condition.kind === 'known' || condition.kind === 'unknown' ? condition.attribute : undefined;
}

async function behindTier({ warehouse, features, profile }: Asked, currency: string): Promise<string> {
  const row = await warehouse.row<{ spent: number | null; tier: string | null; high: number | null; medium: number | null; buyers: number }>(sql`
    select max(total_spent::DOUBLE) filter (where profile = ${profile}) as spent, max(value_tier) filter (where profile = ${profile}) as tier,
      min(total_spent::DOUBLE) filter (where value_tier = 'high') as high, min(total_spent::DOUBLE) filter (where value_tier in ('high', 'medium')) as medium,
      count(value_tier)::INTEGER as buyers
    from ${features}`);
  if (row === undefined || row.tier === null) return 'They have not ordered; only those who have are in a tier.';
  const from = (tier: string, limit: number | null): readonly string[] => (limit === null ? [] : [`${tier} begins at ${amount(limit, currency)}`]);
  return `They spent ${amount(row.spent ?? 0, currency)}; of ${writeValue(row.buyers, { kind: 'plain' })} who ordered, ${[...from('high', row.high), ...from('medium', row.medium)].join(' and ')}.`;
}

async function behindStage({ warehouse, features, profile }: Asked, stages: readonly LifecycleStage[], asked: readonly string[]): Promise<string> {
  const row = await warehouse.row<{ stage: string | null }>(sql`select lifecycle as stage from ${features} where profile = ${profile}`);
  const own = stages.find(({ name }) => name === row?.stage);
  const first = own === undefined ? 'No stage holds.' : `The first stage that holds is ${own.name}: ${own.expression}.`;
  const others = stages.filter(({ name }) => name !== own?.name && asked.some((value) => value.toLowerCase() === name.toLowerCase()));
  return [first, ...others.map(({ name, expression }) => `${name} is: ${expression}, and no stage before it.`)].join(' ');
}

async function behindEngagement({ warehouse, features, profile }: Asked): Promise<string | null> {
  const row = await warehouse.row<{ clicked: number; opened: number; delivered: number; visits: number }>(
    sql`select emails_clicked_90d as clicked, emails_opened_90d as opened, emails_delivered_90d as delivered, visits_30d as visits from ${features} where profile = ${profile}`,
  );
  if (row === undefined) return null;
  const { clicked, opened, delivered, visits } = row;
  return `E-mails of 90 days: ${delivered} delivered, opened ${opened} times, clicked ${clicked} times; visits of 30 days: ${visits}. High takes a click or 4 visits, medium an open or a visit.`;
}
