import type { AttributeWord, FactSource, Vocabulary } from '../../language/index.ts';
import { type Filled, startAttribute } from './attribute-row.ts';
import type { LeafCondition } from './node.ts';

/** The kinds of condition to choose from, in the order they are offered. */
export const subjectGroups = ['bought', 'did', 'person', 'computed', 'said', 'segments', 'reach', 'place', 'other'] as const;
export type SubjectGroup = (typeof subjectGroups)[number];

/** Something a condition can be about. `label` is of the workspace's data; else `phrase` names a phrase of the catalogue. */
export type Subject = {
  readonly id: string;
  readonly group: SubjectGroup;
  readonly label: string | undefined;
  readonly phrase: SubjectPhrase | undefined;
  /** Further words it is found by. */
  readonly words: readonly string[];
  readonly start: () => Filled;
};

export type SubjectPhrase =
  | 'ordersCount'
  | 'ordersSum'
  | 'ordersAverage'
  | 'lastOrder'
  | 'firstOrder'
  | 'itemsCount'
  | 'itemsDistinct'
  | 'itemsInOrders'
  | 'returnsCount'
  | 'reviewsCount'
  | 'reviewsRating'
  | 'ticketsCount'
  | 'surveysCount'
  | 'eventCount'
  | 'eventLast'
  | 'sequence'
  | 'inSegment'
  | 'canReceive'
  | 'within'
  | 'random';

const orders: FactSource = { kind: 'orders' };
const lastYear = { kind: 'last', amount: 12, unit: 'month' } as const;
const ready = (condition: LeafCondition): Filled => ({ condition, pending: false });
const waiting = (condition: LeafCondition): Filled => ({ condition, pending: true });

export const countAtLeast = (of: FactSource, window: typeof lastYear | undefined = lastYear): LeafCondition => ({
  kind: 'compare',
  left: { kind: 'aggregate', function: 'count', facts: window === undefined ? { of } : { of, window } },
  operator: '>=',
  values: [1],
});
const measured = (called: 'sum' | 'avg' | 'distinct', of: FactSource, field: string, least: number): LeafCondition => ({
  kind: 'compare',
  left: { kind: 'aggregate', function: called, facts: { of, window: lastYear }, field },
  operator: '>=',
  values: [least],
});
const daysSince = (which: 'last' | 'first', of: FactSource, days: number): LeafCondition => ({
  kind: 'compare',
  left: { kind: 'days-since', which, facts: { of } },
  operator: '>',
  values: [days],
});

const phrased = (group: SubjectGroup, phrase: SubjectPhrase, start: () => Filled, words: readonly string[] = []): Subject => ({
  id: phrase,
  group,
  label: undefined,
  phrase,
  words,
  start,
});

/** Whatever a condition can be about in this workspace: its traits and features, its events and segments, and what is always there. */
export function subjectsOf(vocabulary: Vocabulary): readonly Subject[] {
  const words = [...new Map([...vocabulary.attributes.values()].map((word) => [word.name, word])).values()];
  const firstEvent: FactSource = { kind: 'event', name: vocabulary.events[0] ?? 'Product Viewed' };
  const secondEvent: FactSource = { kind: 'event', name: vocabulary.events[1] ?? vocabulary.events[0] ?? 'Order Completed' };
  return [
    phrased('bought', 'ordersCount', () => ready(countAtLeast(orders)), ['orders', 'count']),
    phrased('bought', 'ordersSum', () => ready(measured('sum', orders, 'total', 100)), ['spent', 'revenue', 'total']),
    phrased('bought', 'ordersAverage', () => ready(measured('avg', orders, 'total', 50)), ['basket', 'aov']),
    phrased('bought', 'lastOrder', () => ready(daysSince('last', orders, 60)), ['quiet', 'days since', 'recency']),
    phrased('bought', 'firstOrder', () => ready(daysSince('first', orders, 365)), ['days since', 'new']),
    phrased('bought', 'itemsCount', () => ready(countAtLeast({ kind: 'items' })), ['products', 'category', 'brand', 'lines']),
    phrased('bought', 'itemsInOrders', () => ready(measured('distinct', { kind: 'items' }, 'order_id', 2)), [
      'products',
      'category',
      'repeat',
      'bought twice',
      'times',
    ]),
    phrased('bought', 'itemsDistinct', () => ready(measured('distinct', { kind: 'items' }, 'category', 2)), ['categories', 'products']),
    phrased('bought', 'returnsCount', () => ready(countAtLeast({ kind: 'returns' })), ['refunds']),
    ...vocabulary.events.map(
      (name): Subject => ({
        id: `event ${name}`,
        group: 'did',
        label: name,
        phrase: undefined,
        words: ['event'],
        start: () => ready(countAtLeast({ kind: 'event', name }, { ...lastYear })),
      }),
    ),
    phrased('did', 'eventLast', () => ready(daysSince('last', firstEvent, 30)), ['event', 'quiet']),
    phrased(
      'did',
      'sequence',
      () =>
        ready({
          kind: 'sequence',
          steps: [
            { facts: { of: firstEvent }, absent: false },
            { facts: { of: secondEvent }, absent: false, within: { amount: 2, unit: 'day' } },
          ],
        }),
      ['then', 'after', 'order of events', 'funnel'],
    ),
    ...words.filter(({ table }) => table === 'attributes').map((word) => ofWord('person', word)),
    ...words.filter(({ table }) => table === 'features').map((word) => ofWord('computed', word)),
    phrased('said', 'reviewsCount', () => ready(countAtLeast({ kind: 'reviews' }))),
    phrased('said', 'reviewsRating', () => ready(measured('avg', { kind: 'reviews' }, 'rating', 4)), ['stars']),
    phrased('said', 'ticketsCount', () => ready(countAtLeast({ kind: 'tickets' })), ['support', 'complaints']),
    phrased('said', 'surveysCount', () => ready(countAtLeast({ kind: 'surveys' })), ['answers']),
    phrased('segments', 'inSegment', () => waiting({ kind: 'in-segment', segment: '' }), ['member', 'group']),
    ...[...vocabulary.segments].map(
      ([slug, { name }]): Subject => ({
        id: `segment ${slug}`,
        group: 'segments',
        label: name,
        phrase: undefined,
        words: [slug],
        start: () => ready({ kind: 'in-segment', segment: slug }),
      }),
    ),
    phrased('reach', 'canReceive', () => ready({ kind: 'can-receive', channel: 'email', purpose: 'marketing' }), ['consent', 'e-mail', 'sms', 'newsletter']),
    phrased('place', 'within', () => waiting({ kind: 'within', distance: 25, unit: 'km', latitude: 0, longitude: 0 }), ['near', 'distance', 'km', 'miles']),
    phrased('other', 'random', () => ready({ kind: 'random', percent: 10 }), ['sample', 'test', 'control']),
  ];
}

const ofWord = (group: SubjectGroup, word: AttributeWord): Subject => ({
  id: `word ${word.name}`,
  group,
  label: word.label,
  phrase: undefined,
  words: [word.name, ...(word.aliases ?? [])],
  start: () => startAttribute(word),
});
