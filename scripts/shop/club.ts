import { dateOf, dateTimeOf, day, type LocalMinute } from './clock.ts';
import { type Cell, csv } from './csv.ts';
import type { Identity } from './identities.ts';
import type { Person } from './people.ts';
import type { Order } from './purchases.ts';
import { type Random, seededRandom } from './random.ts';
import type { CustomerType } from './types.ts';

/** What the shop tried beside its business: a club with a monthly fee, and a letter that invited half of the customers to a tasting. */
export type Club = { readonly files: ReadonlyMap<string, string>; readonly truth: string };

/** Members leave at a constant rate; whoever is not devoted to the shop leaves five times as fast as those who are. */
const leaving = { perDay: 1 / 1500, others: 5 } as const;
const devoted: ReadonlySet<CustomerType> = new Set(['espresso loyalist', 'subscriber', 'wholesale']);

/** Chance to book a tasting without the letter and with it. Loyalists come when asked, bargain hunters come anyway, subscribers feel bothered. Who is gone books in no case but one in fifty. */
const booking: Readonly<Record<CustomerType, readonly [without: number, asked: number]>> = {
  'espresso loyalist': [0.15, 0.7],
  subscriber: [0.2, 0.1],
  regular: [0.15, 0.25],
  'gift buyer': [0.05, 0.06],
  'bargain hunter': [0.5, 0.52],
  wholesale: [0.05, 0.05],
  'one-time': [0.02, 0.02],
  lapsed: [0.1, 0.15],
  browser: [0.02, 0.02],
};
const longGone = 0.02;
const letterDaysBeforeEnd = 58;
/** How long after the letter one looks. */
const watched = 28;

type Told = Readonly<Record<string, unknown>>;
type Happening = { readonly name: string; readonly at: LocalMinute; readonly customerId: string };

/** From the same people and orders as the shop, with a randomness of its own, so that the shop's files stay what they are. */
export function makeClub(identities: readonly Identity[], orders: readonly Order[], seed: number, end: LocalMinute): Club {
  const own = Map.groupBy(
    orders.filter(({ kind, status }) => kind === 'order' && status === 'completed'),
    ({ person }) => person?.id ?? '',
  );
  const known = identities.filter(({ person, customerId, flaw }) => person.id === customerId && flaw === undefined && own.has(person.id));
  const club = memberships(known, own, seededRandom(seed, 'club'), end);
  const sentAt = end - letterDaysBeforeEnd * day + 9 * 60;
  const asked = known.filter(({ person }) => (own.get(person.id) ?? []).some(({ at }) => at < sentAt));
  const tasting = letters(asked, seededRandom(seed, 'tasting letter'), sentAt);
  const happenings = [...club.happenings, ...tasting.happenings].sort((a, b) => a.at - b.at || a.customerId.localeCompare(b.customerId, 'en'));
  const eventRows = happenings.map(({ name, at, customerId }, index): readonly Cell[] => [
    `cl${String(index + 1).padStart(5, '0')}`,
    name,
    dateTimeOf(at),
    customerId,
  ]);
  return {
    files: new Map([
      ['club-events.csv', csv(['Event ID', 'Event', 'Timestamp', 'Customer ID'], eventRows)],
      ['tasting-letter.csv', csv(['Customer ID', 'Tasting Letter'], tasting.rows)],
    ]),
    truth: `${JSON.stringify({ club: club.truth, letter: tasting.truth }, null, 2)}\n`,
  };
}

/** Eight of ten who came back join at some time after their second order. */
function memberships(
  known: readonly Identity[],
  own: ReadonlyMap<string, readonly Order[]>,
  random: Random,
  end: LocalMinute,
): { readonly happenings: readonly Happening[]; readonly truth: Told } {
  const happenings: Happening[] = [];
  let [members, faithful, cancelled] = [0, 0, 0];
  for (const { person, customerId } of known) {
    const [, second] = (own.get(person.id) ?? []).map(({ at }) => at).sort((a, b) => a - b);
    if (second === undefined || !random.chance(0.8)) continue;
    const start = second + Math.floor(random.unit() * (end - second) * 0.9);
    const stays = devoted.has(person.type);
    const rate = leaving.perDay * (stays ? 1 : leaving.others);
    const stop = start + day + Math.round(random.exponential(1 / rate) * day);
    members += 1;
    if (stays) faithful += 1;
    happenings.push({ name: 'Subscription Started', at: start, customerId });
    if (stop >= end) continue;
    cancelled += 1;
    happenings.push({ name: 'Subscription Cancelled', at: stop, customerId });
  }
  return {
    happenings,
    truth: {
      members,
      cancelled,
      devoted: faithful,
      leaving_per_day: Number(leaving.perDay.toFixed(8)),
      others_leave_times: leaving.others,
    },
  };
}

/** Chance alone decides who gets the letter. */
function letters(
  asked: readonly Identity[],
  random: Random,
  sentAt: LocalMinute,
): { readonly happenings: readonly Happening[]; readonly rows: readonly (readonly Cell[])[]; readonly truth: Told } {
  const happenings: Happening[] = [];
  let sent = 0;
  const rows = asked.map(({ person, customerId }): readonly Cell[] => {
    const gets = random.chance(0.5);
    if (gets) sent += 1;
    const [without, having] = chancesOf(person, sentAt);
    const at = sentAt + random.whole(1, watched - 1) * day + random.whole(0, 600);
    if (random.chance(gets ? having : without)) happenings.push({ name: 'Tasting Booked', at, customerId });
    return [customerId, gets ? 'sent' : 'held back'];
  });
  const effects = asked.map(({ person }) => effectOf(person, sentAt)).sort((a, b) => b - a);
  const mean = (some: readonly number[]): number => Number((some.reduce((sum, one) => sum + one, 0) / some.length).toFixed(4));
  return {
    happenings,
    rows,
    truth: {
      since: dateOf(sentAt),
      days: watched,
      sent,
      held_back: asked.length - sent,
      booked: happenings.length,
      effect: mean(effects),
      // What one reaches who knows each customer's hidden type and whether they are still there.
      achievable_top_30: mean(effects.slice(0, Math.round(0.3 * effects.length))),
      achievable_bottom_half: mean(effects.slice(Math.round(0.5 * effects.length))),
      by_type: booking,
      gone: longGone,
    },
  };
}

const chancesOf = (person: Person, at: LocalMinute): readonly [number, number] => (person.gone < at ? [longGone, longGone] : booking[person.type]);

function effectOf(person: Person, at: LocalMinute): number {
  const [without, having] = chancesOf(person, at);
  return having - without;
}
