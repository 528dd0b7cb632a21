import type { GoalProgress, GoalSetting } from '../contract/index.ts';
import { addCalendar, ClienteleError, localDate } from '../core/index.ts';
import { resolveAsOf } from './as-of.ts';
import { readGoal } from './goal.ts';
import { homeFigures } from './insight/home-figures.ts';
import type { App } from './open.ts';
import { previewText } from './preview.ts';

type Measure = NonNullable<GoalSetting['target']>['measure'];

/** The figure of Home that tells how far a measure is. Who may be mailed is no figure of a period. */
const figureOf: Readonly<Record<Exclude<Measure, 'reachable_customers'>, string>> = {
  repeat_rate: 'repeat_rate',
  revenue: 'revenue',
  orders: 'orders',
  active_customers: 'customers',
  new_customers: 'new_customers',
  average_order_value: 'average_order_value',
};

/** The goal with where its measure stands now: what happens in time is counted over the twelve months before `asOf`. Null until somebody has said what to achieve. */
export async function goalProgress(app: App, asOf: string | undefined): Promise<GoalProgress | null> {
  const goal = await readGoal(app.control);
  if (goal === undefined) return null;
  const { at } = await resolveAsOf(app, asOf);
  const { zone } = app.workspace;
  const to = localDate(at, zone);
  const days_left = goal.by === null ? null : Math.round((Date.parse(goal.by) - Date.parse(to)) / 86_400_000);
  if (goal.target === null) return { ...goal, value: null, reached: null, days_left };
  const from = localDate(addCalendar(addCalendar(at, zone, { years: -1 }), zone, { days: 1 }), zone);
  const value = await valueOf(app, goal.target.measure, { from, to, ...(asOf === undefined ? {} : { as_of: asOf }) });
  return { ...goal, value, reached: value === null ? null : value >= goal.target.number, days_left };
}

async function valueOf(app: App, measure: Measure, period: { readonly from: string; readonly to: string; readonly as_of?: string }): Promise<number | null> {
  if (measure === 'reachable_customers') return mailable(app, period.as_of);
  const { figures } = await homeFigures(app, { ...period, compare: 'none' });
  const value = figures.find(({ name }) => name === figureOf[measure])?.value ?? null;
  return value !== null && measure === 'repeat_rate' ? value * 100 : value;
}

/** Null where nothing was ever imported that says who agreed: nobody knows. */
async function mailable(app: App, asOf: string | undefined): Promise<number | null> {
  try {
    return (await previewText(app, 'can receive email for marketing', asOf, { nextChange: false })).members;
  } catch (error) {
    if (error instanceof ClienteleError) return null;
    throw error;
  }
}
