import { dateAt, shift, startOf } from '../naive/time.ts';
import { emptyWorld, type Fields, type Moment, type Value, type World } from '../naive/world.ts';
import { periodStart } from '../naive/windows.ts';
import type { Random } from './random.ts';
import { amounts, codes, eventNames, featureWords, lengths, lifecycles, numbers, tags, texts, words } from './random-words.ts';

/** A small shop whose facts lie on and around the boundaries of windows as seen from `moment`. */
export function randomWorld(random: Random, moment: Moment, customers: number): World {
  const profiles = Array.from({ length: customers }, (_, index) => index + 1);
  const instants = boundaries(moment);
  const times = (most: number): number[] => near(random, random.some(instants, 0, most), moment);
  return {
    ...emptyWorld,
    profiles,
    words,
    featureWords,
    attributes: new Map(profiles.map((profile) => [profile, randomAttributes(random, moment, instants)])),
    orders: profiles.flatMap((profile) =>
      times(4).map((at) => ({ profile, at, counts: random.chance(0.85), isReturn: random.chance(0.15), fields: orderFields(random) })),
    ),
    items: profiles.flatMap((profile) =>
      times(3).map((at) => ({ profile, at, counts: random.chance(0.85), isReturn: random.chance(0.1), fields: itemFields(random) })),
    ),
    events: randomEvents(random, profiles, times),
    feedback: profiles.flatMap((profile) =>
      times(2).map((at) => ({ profile, at, kind: random.pick(['review', 'ticket', 'survey'] as const), fields: feedbackFields(random) })),
    ),
  };
}

/** Arrivals are all different, so that "by time, then by arrival" always has an answer. */
function randomEvents(random: Random, profiles: readonly number[], times: (most: number) => number[]): World['events'] {
  const events = profiles.flatMap((profile) => times(6).map((at) => ({ profile, at, name: random.pick(eventNames), fields: eventFields(random) })));
  const start = Math.max(0, ...events.map((event) => event.at));
  return events
    .map((event) => ({ event, key: random.below(1_000_000) }))
    .sort((a, b) => a.key - b.key)
    .map(({ event }, index) => ({ ...event, receivedAt: start + index }));
}

/** Every instant at which some window begins or ends. */
function boundaries({ now, zone, weekStart }: Moment): readonly number[] {
  const today = dateAt(now, zone);
  const periods = (['day', 'week', 'month', 'quarter', 'year'] as const).flatMap((period) =>
    [-1, 0, 1].map((offset) => startOf(periodStart(today, period, offset, weekStart), zone)),
  );
  return [now, now, ...periods, ...lengths.map(({ amount, unit }) => shift(now, -amount, unit, zone))];
}

/** The instants themselves, a microsecond to either side, or one length of time away from each other. */
function near(random: Random, instants: readonly number[], { zone }: Moment): number[] {
  return instants.flatMap((instant) => {
    const exact = instant + random.pick([-1, 0, 0, 1]);
    if (random.chance(0.6)) return [exact];
    const { amount, unit } = random.pick(lengths.slice(0, 9));
    return [exact, shift(exact, random.pick([amount, -amount]), unit, zone) + random.pick([-1, 0, 1])];
  });
}

function randomAttributes(random: Random, moment: Moment, instants: readonly number[]): Fields {
  const date = (): string => {
    const day = dateAt(random.pick(instants), moment.zone).add({ days: random.pick([-14, -1, 0, 0, 1, 7, 14, 30]) });
    // Samoa had no such day: nothing is dated on it, and where it lies among windows is nobody's concern.
    return moment.zone === 'Pacific/Apia' && day.month === 12 && day.day === 30 ? day.add({ days: 1 }).toString() : day.toString();
  };
  const instant = (): number => random.pick(instants) * 1 + random.pick([-1, 0, 1, 86_400_000_000]);
  const birthday = (): string => random.pick(['2000-02-29', `${random.pick([1950, 1984, 2001])}${date().slice(4)}`]);
  const valid = (text: string): string => (text.endsWith('-02-29') ? `1984${text.slice(4)}` : text);
  const makers: Readonly<Record<keyof typeof words, () => Value>> = {
    country: () => random.pick(texts),
    city: () => random.pick(texts),
    code: () => random.pick(codes),
    age: () => random.pick(numbers),
    score: () => random.pick(numbers),
    vip: () => random.chance(0.5),
    tags: () => random.some(tags, 1, 3),
    birthday: () => valid(birthday()),
    signup_date: date,
    renewal_date: date,
    last_visit: instant,
    trial_ends: instant,
    latitude: () => random.pick([53.8, 53.81, -16.5]),
    longitude: () => random.pick([-1.55, -1.5, 179.9]),
    lifecycle: () => random.pick(lifecycles),
    total_spent: () => random.pick(amounts),
  };
  return maybe(random, makers, 0.75);
}

const maybe = (random: Random, makers: Readonly<Record<string, () => Value>>, share: number): Fields =>
  Object.fromEntries(Object.entries(makers).flatMap(([name, make]) => (random.chance(share) ? [[name, make()]] : [])));

const orderFields = (random: Random): Fields =>
  maybe(
    random,
    { total: () => random.pick(amounts), channel: () => random.pick(texts), coupon: () => random.pick(texts), tags: () => random.some(tags, 1, 2) },
    0.8,
  );

const itemFields = (random: Random): Fields =>
  maybe(
    random,
    { category: () => random.pick(texts), quantity: () => random.pick([1, 2, 3]), price: () => random.pick(amounts), product_id: () => random.pick(codes) },
    0.8,
  );

const eventFields = (random: Random): Fields =>
  maybe(
    random,
    {
      category: () => random.pick(texts),
      value: () => random.pick(amounts),
      colour: () => random.pick(texts),
      amount: () => random.pick([...amounts, '7', 'lots', ' 10 ']),
      gift: () => random.chance(0.5),
    },
    0.6,
  );

const feedbackFields = (random: Random): Fields =>
  maybe(random, { rating: () => random.pick([1, 2, 3, 4, 5]), text: () => random.pick(texts), status: () => random.pick(['open', 'Closed', '']) }, 0.8);
