import type { GoalSetting } from '../../../contract/index.ts';

export type Goal = GoalSetting['goal'];

type Measure = NonNullable<GoalSetting['target']>['measure'];

/** What businesses want, and the measures that tell whether they got there: the most telling one first. */
export const measuresOf: Readonly<Record<Goal, readonly Measure[]>> = {
  repeat_sales: ['repeat_rate', 'orders', 'revenue'],
  fewer_lost: ['active_customers', 'revenue'],
  better_mailing: ['reachable_customers', 'orders', 'revenue'],
  more_new: ['new_customers', 'revenue'],
  higher_value: ['average_order_value', 'revenue'],
  understand: [],
};

export const goals = Object.keys(measuresOf) as readonly Goal[];

export type Unit = 'percent' | 'money' | 'count';

export function unitOf(measure: Measure): Unit {
  switch (measure) {
    case 'repeat_rate':
      return 'percent';
    case 'revenue':
    case 'average_order_value':
      return 'money';
    case 'orders':
    case 'active_customers':
    case 'new_customers':
    case 'reachable_customers':
      return 'count';
  }
}
