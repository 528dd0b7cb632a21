import type { Category } from './catalogue.ts';
import { day, type LocalMinute } from './clock.ts';
import { cafeKinds, cafeWords, companyEndings, mensNames, surnames, womensNames } from './names.ts';
import { type Place, places } from './places.ts';
import type { Random } from './random.ts';
import { type CustomerType, customerTypes, habits } from './types.ts';

/** A customer as they truly are: what the files show of them is decided elsewhere. */
export type Person = {
  readonly id: string;
  readonly number: number;
  readonly type: CustomerType;
  readonly firstName: string;
  readonly lastName: string;
  readonly gender: 'female' | 'male' | 'other';
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly industry: string;
  readonly companySize: string;
  readonly place: Place;
  readonly postcode: string;
  readonly birthday: LocalMinute | undefined;
  readonly acceptsEmail: boolean;
  readonly tags: readonly string[];
  readonly interests: readonly string[];
  readonly signedUp: LocalMinute;
  readonly channel: string;
  readonly favourite: Category;
  readonly need: Need;
  /** Orders per day while alive. */
  readonly rate: number;
  /** When they are gone for good; beyond the end for those still alive. */
  readonly gone: LocalMinute;
};
export const needs = ['taste', 'convenience', 'ethics', 'price'] as const;
export type Need = (typeof needs)[number];

const interests = ['home espresso', 'latte art', 'single origins', 'cycling', 'baking', 'hiking', 'vinyl', 'gardening', 'sustainability', 'cooking'] as const;
const industries = [
  ['Hospitality', 6],
  ['Food retail', 2],
  ['Offices', 2],
  ['Bookshops', 1],
] as const;
const sizes = [
  ['1-4', 3],
  ['5-19', 5],
  ['20-49', 2],
  ['50-249', 1],
] as const;
const channels = [
  ['search', 5],
  ['instagram', 3],
  ['word of mouth', 3],
  ['market stall', 1],
  ['newsletter swap', 1],
] as const;

export function makePerson(number: number, random: Random, period: { readonly start: LocalMinute; readonly end: LocalMinute }): Person {
  const type = random.weighted(customerTypes.map((name) => [name, habits[name].share] as const));
  const habit = habits[type];
  const gender = random.weighted([
    ['female', 49],
    ['male', 48],
    ['other', 3],
  ] as const);
  const firstName =
    gender === 'female' ? random.pick(womensNames) : gender === 'male' ? random.pick(mensNames) : random.pick([...womensNames, ...mensNames] as const);
  const lastName = random.pick(surnames);
  const place = random.weighted(places);
  const company =
    type === 'wholesale' ? `${random.pick(cafeWords)} ${random.pick(cafeKinds)}${random.chance(0.4) ? ` ${random.pick(companyEndings)}` : ''}` : '';
  // The shop grows: later sign-ups are more frequent, and café accounts came early.
  const days = (period.end - period.start) / day;
  const arrival = type === 'wholesale' ? random.unit() ** 1.5 : type === 'lapsed' ? random.unit() * 0.7 : random.unit() ** 0.8;
  const signedUp = period.start + Math.floor(arrival * (days - 4)) * day + random.weighted(habit.hours) * 60 + random.whole(0, 59);
  const meanRate = 1 / habit.rate.meanDays;
  return {
    id: `C${String(number).padStart(5, '0')}`,
    number,
    type,
    firstName,
    lastName,
    gender,
    email: emailOf(firstName, lastName, company, number, random),
    phone: phoneOf(place, number, random.chance(type === 'wholesale' ? 0.95 : 0.45)),
    company,
    industry: company === '' ? '' : random.weighted(industries),
    companySize: company === '' ? '' : random.weighted(sizes),
    place,
    postcode: postcodeOf(place, random),
    birthday: random.chance(0.35) ? period.start - random.whole(21 * 365, 74 * 365) * day : undefined,
    acceptsEmail: random.chance(type === 'one-time' ? 0.35 : type === 'browser' ? 0.9 : 0.62),
    tags: tagsOf(type, random),
    interests: random.chance(0.4) ? random.shuffled(interests).slice(0, random.whole(1, 3)) : [],
    signedUp,
    channel: type === 'wholesale' ? 'sales visit' : random.weighted(channels),
    favourite: random.weighted(habit.categories),
    need: needOf(type, random),
    rate: random.gamma(habit.rate.shape, meanRate / habit.rate.shape),
    gone: signedUp + Math.max(1, Math.round(random.exponential(habit.lifetimeDays))) * day,
  };
}

function emailOf(firstName: string, lastName: string, company: string, number: number, random: Random): string {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (company !== '') return `${plain(firstName)}@${plain(company)}${number}.example`;
  const domain = random.weighted([
    ['example.com', 5],
    ['example.org', 3],
    ['example.net', 2],
  ] as const);
  return `${plain(firstName)}.${plain(lastName)}${number}@${domain}`;
}

/** A number kept free for fiction. There are a thousand per city, so only the first thousand customers can have one of their own. */
function phoneOf(place: Place, number: number, hasOne: boolean): string {
  if (place.phone === undefined || !hasOne || number > 1000) return '';
  return `${place.phone}${String(number % 1000).padStart(3, '0')}`;
}

function postcodeOf(place: Place, random: Random): string {
  const area = random.pick(place.postcodes);
  const letter = (): string => random.pick(['A', 'B', 'D', 'E', 'G', 'H', 'J', 'L', 'N', 'P', 'Q', 'R', 'S', 'T', 'U', 'W', 'X', 'Y', 'Z'] as const);
  if (place.country === 'GB') return `${area} ${random.whole(1, 9)}${letter()}${letter()}`;
  return area.replaceAll('#', () => String(random.whole(0, 9)));
}

function tagsOf(type: CustomerType, random: Random): readonly string[] {
  const tags: string[] = [];
  if (type === 'wholesale') tags.push('wholesale');
  if (type === 'subscriber' && random.chance(0.8)) tags.push('subscriber');
  if (random.chance(0.03)) tags.push('vip');
  if (random.chance(0.01)) tags.push('staff');
  return tags;
}

function needOf(type: CustomerType, random: Random): Need {
  if (type === 'bargain hunter')
    return random.weighted([
      ['price', 8],
      ['taste', 2],
    ] as const);
  if (type === 'subscriber' || type === 'wholesale')
    return random.weighted([
      ['convenience', 7],
      ['taste', 2],
      ['ethics', 1],
    ] as const);
  if (type === 'espresso loyalist')
    return random.weighted([
      ['taste', 7],
      ['ethics', 2],
      ['convenience', 1],
    ] as const);
  return random.weighted([
    ['taste', 4],
    ['ethics', 3],
    ['convenience', 2],
    ['price', 1],
  ] as const);
}
