import { dateAt, microsecondsPer, shift } from './time.ts';
import type { Fields, Moment, Order, World } from './world.ts';

/** Features of every profile by their names in the language, worked out one profile at a time from the issue's own rules. */
export function featuresNaively(world: World, moment: Moment): ReadonlyMap<number, Fields> {
  const bought = new Map(world.profiles.map((profile) => [profile, summary(profile, world, moment)]));
  const customers = [...bought.values()].filter(({ orders }) => orders.length > 0);
  return new Map(
    world.profiles.map((profile) => {
      const mine = bought.get(profile) ?? summary(profile, world, moment);
      return [profile, { ...plainFeatures(mine, world, moment), ...(mine.orders.length === 0 ? {} : scores(mine, customers)) }];
    }),
  );
}

type Summary = {
  readonly profile: number;
  readonly orders: readonly Order[];
  readonly returns: readonly Order[];
  readonly spent: number;
  readonly completedDays: number;
};

const total = (orders: readonly Order[]): number => added(orders, ({ fields }) => Number(fields['total'] ?? 0));
/** As they were ordered, before anything was refunded. */
const ordered = (orders: readonly Order[]): number => added(orders, ({ fields }) => Number(fields['total'] ?? 0) + Math.abs(Number(fields['refunded'] ?? 0)));
const added = (orders: readonly Order[], amount: (order: Order) => number): number =>
  orders.reduce((sum, order) => sum + Math.round(amount(order) * 10_000), 0) / 10_000;

function summary(profile: number, world: World, { now }: Moment): Summary {
  const known = world.orders.filter((order) => order.profile === profile && order.at <= now && order.counts).sort((a, b) => a.at - b.at);
  const orders = known.filter((order) => !order.isReturn);
  const last = orders.at(-1);
  const completedDays = last === undefined ? 0 : Math.floor((now - last.at) / microsecondsPer.day);
  return { profile, orders, returns: known.filter((order) => order.isReturn), spent: total(known), completedDays };
}

function plainFeatures({ profile, orders, returns, spent }: Summary, world: World, { now, zone }: Moment): Fields {
  const [first, last] = [orders[0], orders.at(-1)];
  // Orders of one day are one purchase, at the time of the first.
  const purchases = orders.filter((order, index) => index === 0 || !dateAt(order.at, zone).equals(dateAt(orders[index - 1]?.at ?? 0, zone)));
  const gaps = purchases.slice(1).map((order, index) => (order.at - (purchases[index]?.at ?? 0)) / microsecondsPer.day);
  const recent = (order: Order): boolean => order.at > shift(now, -12, 'month', zone);
  const events = world.events.filter((event) => event.profile === profile && event.at <= now);
  return {
    orders_count: orders.length,
    total_spent: spent,
    returns_count: returns.length,
    orders_last_12_months: orders.filter(recent).length,
    spent_last_12_months: total([...orders, ...returns].filter(recent)),
    events_count: events.length,
    feedback_count: world.feedback.filter((given) => given.profile === profile && given.at <= now).length,
    ...(events.length === 0 ? {} : { last_event_at: Math.max(...events.map((event) => event.at)) }),
    ...(first === undefined || last === undefined
      ? {}
      : { first_order_at: first.at, last_order_at: last.at, average_order_value: ordered(orders) / orders.length }),
    ...(first === undefined || last === undefined
      ? {}
      : { days_since_first_order: (now - first.at) / microsecondsPer.day, days_since_last_order: (now - last.at) / microsecondsPer.day }),
    ...(gaps.length === 0 ? {} : { mean_days_between_orders: gaps.reduce((a, b) => a + b, 0) / gaps.length, median_days_between_orders: median(gaps) }),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = Number.isInteger(middle) ? sorted.slice(middle - 1, middle + 1) : sorted.slice(Math.floor(middle));
  return Number.isInteger(middle) ? (low + high) / 2 : low;
}

/** score = min(5, 1 + floor(5·w/n)), w the number of customers with a strictly worse value among the n who ordered. */
function scores(mine: Summary, customers: readonly Summary[]): Fields {
  const score = (worse: (other: Summary) => boolean): number => Math.min(5, 1 + Math.floor((5 * customers.filter(worse).length) / customers.length));
  const r = score((other) => other.completedDays > mine.completedDays);
  const f = score((other) => other.orders.length < mine.orders.length);
  const m = score((other) => other.spent < mine.spent);
  return { 'rfm.r': r, 'rfm.f': f, 'rfm.m': m, 'rfm.score': `${r}${f}${m}`, 'rfm.segment': groupOf(r, f) };
}

function groupOf(r: number, f: number): string {
  if (r <= 2) return f <= 2 ? 'Hibernating' : f <= 4 ? 'At Risk' : "Can't Lose Them";
  if (r === 3) return f <= 2 ? 'About to Sleep' : f === 3 ? 'Need Attention' : 'Loyal';
  if (r === 4) return f === 1 ? 'Promising' : f <= 3 ? 'Potential Loyalists' : 'Loyal';
  return f === 1 ? 'New' : f <= 3 ? 'Potential Loyalists' : 'Champions';
}
