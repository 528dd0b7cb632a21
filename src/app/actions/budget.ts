import type { Action, ActionsDecideAnswer, ActionSettings } from '../../contract/schemas.ts';
import { addCalendar, type Instant, startOfPeriod } from '../../core/index.ts';
import type { PastDecision } from './history.ts';

type Budget = Pick<ActionSettings, 'budget' | 'budget_days'>;
type Costed = Pick<PastDecision, 'action' | 'cost' | 'at'>;

/** Amounts are sums of prices: less than this is a rounding and no money. */
const roundings = 1e-6;

/** What a decision cost: as it was written down, or as its action costs now where it was decided before costs were kept. */
export function costsOf(actions: readonly Pick<Action, 'id' | 'cost'>[]): (decision: Pick<Costed, 'action' | 'cost'>) => number {
  const now = new Map(actions.map(({ id, cost }) => [id, cost]));
  return ({ action, cost }) => cost ?? now.get(action) ?? 0;
}

/** What was spent in the days of the budget until now: days of the shop's calendar that end today, whatever day one decides on, so that no such stretch of them ever costs more than it may. */
export function spentLately(
  { budget_days }: Budget,
  past: readonly Costed[],
  actions: readonly Pick<Action, 'id' | 'cost'>[],
  now: Instant,
  zone: string,
): number {
  const cost = costsOf(actions);
  const since = startOfPeriod(addCalendar(now, zone, { days: 1 - budget_days }), zone, 'day');
  const lately = past.filter(({ at }) => at >= since && at <= now);
  return lately.reduce((sum, decision) => sum + cost(decision), 0);
}

/** Whether something can still be paid. Without a budget everything can. */
export const affords = ({ budget }: Budget, spent: number, cost: number): boolean => budget === null || spent + cost <= budget + roundings;

export const budgetSaid = ({ budget, budget_days: days }: Budget, spent: number): ActionsDecideAnswer['budget'] =>
  budget === null ? null : { amount: budget, days, spent, left: Math.max(0, budget - spent) };
