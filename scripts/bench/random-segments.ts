import { type Random, seededRandom } from '../shop/random.ts';

const names = ['Product Viewed', 'Product Added', 'Checkout Started', 'Email Delivered', 'Email Opened', 'Email Link Clicked'] as const;
const categories = ['Espresso', 'Filter Coffee', 'Decaf', 'Subscriptions', 'Equipment', 'Gifts', 'Tea', 'Wholesale'] as const;
const windows = [7, 14, 30, 60, 90, 180, 365] as const;

export type RandomSegments = { readonly texts: readonly string[]; readonly aggregates: number };

/**
 * Seeded definitions in the segment language over six names of events: one to three conditions each, most of them
 * windowed counts and sums with a filter, some over a customer's country. For 200 segments about 240 of the aggregates
 * differ; `aggregates` says how many.
 */
export function randomSegments(count: number, seed: number): RandomSegments {
  const random = seededRandom(seed, 'segments');
  const known: string[] = [];
  const texts = Array.from({ length: count }, () => {
    const conditions = Array.from(
      {
        length: random.weighted([
          [1, 4],
          [2, 4],
          [3, 2],
        ] as const),
      },
      () => condition(random, known),
    );
    if (random.chance(0.15)) conditions.push(`country = "${random.pick(['GB', 'IE', 'DE', 'FR'] as const)}"`);
    return conditions.map((text) => (random.chance(0.1) ? `not (${text})` : text)).join(random.chance(0.8) ? ' and ' : ' or ');
  });
  return { texts, aggregates: known.length };
}

/** People ask about the same things: a third of the conditions compares an aggregate that another segment has too. */
function condition(random: Random, known: string[]): string {
  const fresh = known.length < 20 || !random.chance(0.33);
  const left = fresh ? aggregate(random) : random.pick(known as [string, ...string[]]);
  if (!known.includes(left)) known.push(left);
  if (left.startsWith('count')) return `${left} ${random.pick(['>=', '>', '<='] as const)} ${random.whole(1, 8)}`;
  if (left.startsWith('sum')) return `${left} > ${random.whole(1, 20) * 25}`;
  if (left.startsWith('distinct')) return `${left} >= ${random.whole(2, 6)}`;
  return `${left} > ${random.whole(20, 80)}`;
}

function aggregate(random: Random): string {
  const name = random.pick(names);
  const filter = random.weighted([
    ['', 3],
    [` where category = "${random.pick(categories)}"`, 4],
    [` where value >= ${random.whole(1, 9) * 10}`, 2],
    [` where device = "mobile"`, 1],
  ] as const);
  const window = ` in last ${random.pick(windows)} days`;
  return random.weighted([
    [`count("${name}"${filter}${window})`, 6],
    [`sum("${name}".value${filter}${window})`, 2],
    [`distinct("${name}".category${window})`, 1],
    [`avg("${name}".value${filter}${window})`, 1],
  ] as const);
}
