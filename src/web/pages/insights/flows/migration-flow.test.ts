import { expect, test } from 'vitest';
import { migrationFlow } from './migration-flow.ts';

test('a group at two moments is two stops; who came in between is a stop of their own', () => {
  const { stops, streams } = migrationFlow(
    {
      groups: ['active', 'lost'],
      moments: ['2026-01-01', '2026-02-01'].map((date) => ({ date, at: date, groups: [] })),
      flows: [
        { step: 0, from: 'active', to: 'lost', people: 3, revenue: 0, share: 0.5 },
        { step: 0, from: null, to: 'active', people: 2, revenue: 9, share: 1 },
      ],
    } as unknown as Parameters<typeof migrationFlow>[0],
    'new here',
  );
  expect(streams).toEqual([
    { from: '0 active', to: '1 lost', value: 3 },
    { from: '0 ', to: '1 active', value: 2 },
  ]);
  expect(stops.map(({ name, depth, tone }) => [name, depth, tone])).toEqual([
    ['active', 0, 'value'],
    ['new here', 0, 'growth'],
    ['active', 1, 'value'],
    ['lost', 1, 'risk'],
  ]);
});
