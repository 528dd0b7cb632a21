import { dateTimeOf, day, type LocalMinute } from './clock.ts';
import type { Category } from './catalogue.ts';
import { type Cell, csv } from './csv.ts';
import type { NumberedOrder } from './order-file.ts';
import type { Random } from './random.ts';

const header = ['Review ID', 'Date', 'Customer ID', 'Email', 'Product ID', 'Product', 'Rating', 'Title', 'Review'] as const;
type Mood = 'glad' | 'lukewarm' | 'cross';

const openings: Readonly<Record<Mood, readonly [string, ...string[]]>> = {
  glad: ['Really pleased with this.', 'My new favourite.', 'Third time ordering, still lovely.', 'Exactly as described.', 'Better than I hoped.'],
  lukewarm: ['It is fine.', 'Not bad, not special.', 'Good, but I expected more for the price.'],
  cross: ['Disappointed.', 'Would not buy again.', 'Not what I ordered it for.'],
};
const details: Readonly<Record<'coffee' | 'things', Readonly<Record<Mood, readonly [string, ...string[]]>>>> = {
  coffee: {
    glad: [
      'Sweet and round, no bitterness at all.',
      'Smelled wonderful the moment I opened the bag.',
      'Makes a proper crema even on my old machine.',
      'Roast date was three days ago. That is how it should be.',
    ],
    lukewarm: ['A little flat after the first week.', 'Drinkable, though the notes of cherry passed me by.', 'Grind was coarser than I asked for.'],
    cross: ['Tasted burnt and thin.', 'The bag had split and half of it was in the box.', 'Stale: roasted two months before it got here.'],
  },
  things: {
    glad: ['Solid, well made and easy to clean.', 'Given as a present and much admired.', 'Looks even better on the shelf.'],
    lukewarm: ['Does the job, feels a bit light.', 'The lid does not quite fit.', 'Instructions could be clearer.'],
    cross: ['Arrived chipped, and nobody answered for a week.', 'Stopped working after a month.', 'Smaller than in the picture.'],
  },
};
const titles: Readonly<Record<Mood, readonly [string, ...string[]]>> = {
  glad: ['Lovely', 'Superb', 'Will order again', ''],
  lukewarm: ['OK', 'So-so', ''],
  cross: ['Not good', 'Disappointing', ''],
};
const drinkable: ReadonlySet<Category> = new Set(['Espresso', 'Filter Coffee', 'Decaf', 'Subscriptions', 'Wholesale'] as const);

/** Reviews of things bought, a week or two later. What came back is reviewed more harshly than what was kept. */
export function reviewFile(orders: readonly NumberedOrder[], random: Random, end: LocalMinute): { readonly text: string; readonly rows: number } {
  const rows: (readonly Cell[])[] = [];
  for (const order of orders) {
    const [line] = order.lines;
    const willing = order.kind === 'return' ? 0.5 : order.status === 'cancelled' ? 0 : 0.05;
    const at = order.at + random.whole(4, 16) * day + random.whole(0, 300);
    const writes = random.chance(willing);
    if (!writes || line === undefined || order.identity === undefined || at >= end) continue;
    const rating =
      order.kind === 'return'
        ? random.weighted([
            [1, 5],
            [2, 3],
            [3, 2],
          ] as const)
        : random.weighted([
            [5, 11],
            [4, 6],
            [3, 2],
            [2, 1],
            [1, 0.5],
          ] as const);
    const mood: Mood = rating >= 4 ? 'glad' : rating === 3 ? 'lukewarm' : 'cross';
    const sort = drinkable.has(line.product.category) ? 'coffee' : 'things';
    rows.push([
      `rv${String(rows.length + 1).padStart(4, '0')}`,
      dateTimeOf(at),
      order.identity.customerId,
      random.chance(0.5) ? order.identity.email : '',
      line.product.id,
      line.product.name,
      rating,
      random.pick(titles[mood]),
      `${random.pick(openings[mood])} ${random.pick(details[sort][mood])}`,
    ]);
  }
  return { text: csv(header, rows), rows: rows.length };
}
