import { type Category, type Product, products, productsOf } from './catalogue.ts';
import { day, type LocalMinute, monthOf, startOfDay, weekdayOf, yearOf, minuteOf } from './clock.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { habits } from './types.ts';

export type Line = { readonly product: Product; readonly quantity: number /** Pence off the whole line. */; readonly discount: number };
/** One order or, with negative quantities, one return. */
export type Order = {
  readonly at: LocalMinute;
  readonly person: Person | undefined;
  readonly kind: 'order' | 'return';
  readonly status: 'completed' | 'cancelled';
  readonly channel: 'web' | 'shop' | 'phone';
  readonly payment: string;
  readonly coupon: string;
  readonly lines: readonly Line[];
};

export const lineTotal = (line: Line): number => line.quantity * line.product.price - line.discount;
export const orderTotal = (order: Order): number => order.lines.reduce((sum, line) => sum + lineTotal(line), 0);

/** All that one person ever bought up to the end, oldest first: orders, cancelled orders and returns. */
export function purchasesOf(person: Person, random: Random, end: LocalMinute): readonly Order[] {
  if (person.type === 'browser') return [];
  return timesOf(person, random, end).flatMap((at) => {
    const order = makeOrder(person, at, random);
    const back = order.status === 'completed' && person.type !== 'subscriber' && random.chance(0.035) ? returnOf(order, random) : undefined;
    return back !== undefined && back.at < end ? [order, back] : [order];
  });
}

/** The first order comes with the account; then the person's own process until they are gone. */
function timesOf(person: Person, random: Random, end: LocalMinute): readonly LocalMinute[] {
  const until = Math.min(end, person.gone);
  const times = [person.signedUp + random.whole(4, 25)];
  if (person.type === 'one-time') return times;
  if (person.type === 'gift buyer') return [...times, ...christmases(person, random, until)].filter((at) => at < end).sort((a, b) => a - b);
  for (let at = nextTime(person, person.signedUp, random); at < until; at = nextTime(person, at, random)) times.push(at);
  return times.filter((at) => at < end);
}

function nextTime(person: Person, last: LocalMinute, random: Random): LocalMinute {
  const habit = habits[person.type];
  const mean = 1 / person.rate;
  const gap =
    habit.steadiness === 0
      ? person.number % 3 === 0
        ? 14
        : 28
      : habit.steadiness === 1
        ? random.exponential(mean)
        : random.gamma(habit.steadiness, mean / habit.steadiness);
  const date = startOfDay(last) + Math.max(1, Math.round(gap)) * day;
  return atHabit(person, date, random);
}

/** The date at one of the person's hours; cafés order on working days. */
function atHabit(person: Person, date: LocalMinute, random: Random): LocalMinute {
  const weekday = weekdayOf(date);
  const moved = person.type === 'wholesale' && weekday > 5 ? date + (8 - weekday) * day : date;
  return moved + random.weighted(habits[person.type].hours) * 60 + random.whole(0, 59);
}

function christmases(person: Person, random: Random, until: LocalMinute): readonly LocalMinute[] {
  const times: LocalMinute[] = [];
  for (let year = yearOf(person.signedUp); year <= yearOf(until); year += 1) {
    const orders = random.chance(0.75) ? random.whole(1, 2) : 0;
    for (let index = 0; index < orders; index += 1) {
      const at = atHabit(person, minuteOf(`${year}-11-24`) + random.whole(0, 25) * day, random);
      if (at > person.signedUp + day && at < until) times.push(at);
    }
  }
  return times;
}

function makeOrder(person: Person, at: LocalMinute, random: Random): Order {
  const habit = habits[person.type];
  const coupon = random.chance(habit.coupon) ? couponOf(at, random) : undefined;
  const count = 1 + Math.min(5, random.poisson(habit.lines - 1));
  const chosen: Line[] = [];
  while (chosen.length < count) {
    const product = chooseProduct(person, at, random);
    if (chosen.some((line) => line.product === product)) {
      if (random.chance(0.5)) break;
      continue;
    }
    const quantity = product.category === 'Equipment' || product.category === 'Subscriptions' ? 1 : 1 + random.poisson(habit.extraUnits);
    const discount = coupon === undefined ? 0 : Math.round((quantity * product.price * coupon.percent) / 100);
    chosen.push({ product, quantity, discount });
  }
  // A till can scan a thing twice: both lines are real.
  const first = chosen[0];
  if (first !== undefined && random.chance(0.004)) chosen.push(first);
  return {
    at,
    person,
    kind: 'order',
    status: random.chance(0.018) ? 'cancelled' : 'completed',
    channel:
      person.type === 'wholesale'
        ? random.weighted([
            ['phone', 5],
            ['web', 5],
          ] as const)
        : random.weighted([
            ['web', 92],
            ['shop', 7],
            ['phone', 1],
          ] as const),
    payment:
      person.type === 'wholesale'
        ? 'invoice'
        : random.weighted([
            ['card', 7],
            ['paypal', 2],
            ['apple pay', 2],
          ] as const),
    coupon: coupon?.code ?? '',
    lines: chosen,
  };
}

function chooseProduct(person: Person, at: LocalMinute, random: Random): Product {
  const habit = habits[person.type];
  const season = monthOf(at) >= 11 && person.type !== 'wholesale' && person.type !== 'subscriber' ? 0.2 : 0;
  const category: Category = random.chance(season)
    ? 'Gifts'
    : random.chance(habit.faithful)
      ? person.favourite
      : random.weighted(habit.categories.length > 1 ? habit.categories : everyday);
  const shelf = productsOf(category);
  // Cheaper things sell more often.
  return random.weighted(shelf.map((product) => [product, 1 / Math.sqrt(product.price)] as const));
}
export const everyday = [
  ['Espresso', 3],
  ['Filter Coffee', 3],
  ['Gifts', 1],
  ['Equipment', 1],
] as const;

function couponOf(at: LocalMinute, random: Random): { readonly code: string; readonly percent: number } {
  const season = ['WINTER', 'SPRING', 'SUMMER', 'AUTUMN'][Math.floor((monthOf(at) % 12) / 3)] ?? 'SPRING';
  return random.weighted([
    [{ code: 'GRIND10', percent: 10 }, 4],
    [{ code: `${season}15`, percent: 15 }, 4],
    [{ code: 'BREW20', percent: 20 }, 1],
  ] as const);
}

/** One line comes back whole, for what was paid. */
function returnOf(order: Order, random: Random): Order {
  const [line] = random.shuffled(order.lines);
  const lines = line === undefined ? [] : [{ product: line.product, quantity: -line.quantity, discount: -line.discount }];
  return { ...order, at: startOfDay(order.at) + random.whole(4, 21) * day + random.whole(9 * 60, 17 * 60), kind: 'return', coupon: '', lines };
}

/** Walk-in sales of the roastery's counter: revenue without a customer. */
export function walkIns(random: Random, period: { readonly start: LocalMinute; readonly end: LocalMinute }, count: number): readonly Order[] {
  const days = (period.end - period.start) / day;
  const shelf = products.filter((product) => product.price < 4000 && product.category !== 'Subscriptions' && product.category !== 'Wholesale');
  return Array.from({ length: count }, (): Order => {
    const [first, second] = random.shuffled(shelf);
    const lines = [first, random.chance(0.3) ? second : undefined].filter((product) => product !== undefined);
    return {
      at: period.start + random.whole(0, days - 1) * day + random.whole(9 * 60, 17 * 60),
      person: undefined,
      kind: 'order',
      status: 'completed',
      channel: 'shop',
      payment: random.weighted([
        ['card', 3],
        ['cash', 1],
      ] as const),
      coupon: '',
      lines: lines.map((product) => ({ product, quantity: 1, discount: 0 })),
    };
  });
}
