import type { Action, ActionsDecideAnswer, ActionSettings } from '../../contract/schemas.ts';
import { addCalendar, type Instant, startOfPeriod } from '../../core/index.ts';
import type { PastDecision } from './history.ts';

type Budget = Pick<ActionSettings, 'budget' | 'budget_days'>;
type Costed = Pick<PastDecision, 'action' | 'cost' | 'at' | 'explored'>;

/** What decisions cost, all of them and those that chance alone made. */
export type Spent = { readonly all: number; readonly byChance: number };

/** Amounts are sums of prices: less than this is a rounding and no money. */
const roundings = 1e-6;

/** What a decision cost: as it was written down, or as its action costs now where it was decided before costs were kept. */
export function costsOf(actions: readonly Pick<Action, 'id' | 'cost'>[]): (decision: Pick<Costed, 'action' | 'cost'>) => number {
  const now = new Map(actions.map(({ id, cost }) => [id, cost]));
  return ({ action, cost }) => cost ?? now.get(action) ?? 0;
}

/** What was spent in the days of the budget until now, and by chance alone among it: days of the shop's calendar that end today, whatever day one decides on, so that no such stretch of them ever costs more than it may. */
export function spentLately(
  { budget_days }: Budget,
  past: readonly Costed[],
  actions: readonly Pick<Action, 'id' | 'cost'>[],
  now: Instant,
  zone: string,
): Spent {
  const cost = costsOf(actions);
  const since = startOfPeriod(addCalendar(now, zone, { days: 1 - budget_days }), zone, 'day');
  const lately = past.filter(({ at }) => at >= since && at <= now);
  const sumOf = (some: readonly Costed[]): number => some.reduce((sum, decision) => sum + cost(decision), 0);
  return { all: sumOf(lately), byChance: sumOf(lately.filter(({ explored }) => explored)) };
}

/**
 * What chance alone may spend in the days of the budget: its share of it, so that where nothing pays the tries do not eat up all that there is. Without a budget it has none: it keeps to its share of the decisions.
 */
export const chanceMay = ({ budget, random_share: share }: Pick<ActionSettings, 'budget' | 'random_share'>): number =>
  budget === null ? Number.POSITIVE_INFINITY : budget * share;

/** Whether something can still be paid. Without a budget everything can. */
export const affords = ({ budget }: Budget, spent: number, cost: number): boolean => withinPurse(budget ?? Number.POSITIVE_INFINITY, spent, cost);

export const withinPurse = (purse: number, spent: number, cost: number): boolean => spent + cost <= purse + roundings;

export const budgetSaid = (settings: Budget & Pick<ActionSettings, 'random_share'>, { all, byChance }: Spent): ActionsDecideAnswer['budget'] =>
  settings.budget === null
    ? null
    : {
        amount: settings.budget,
        days: settings.budget_days,
        spent: all,
        left: Math.max(0, settings.budget - all),
        by_chance: { may: chanceMay(settings), spent: byChance },
      };
