import { expect, test } from 'vitest';
import { beginsToAct } from './begins-to-act.ts';

test('models that are being let act are told from those that learn, are scored or stopped', () => {
  const open = [
    { id: 'a', kind: 'predict-act', request: { model: 'value', act: 'approve', version: 1 } },
    { id: 'b', kind: 'predict-act', request: { model: 'churn', act: 'stop' } },
    { id: 'c', kind: 'predict-train', request: { model: 'timing', approve: true, seed: 1 } },
    { id: 'd', kind: 'backfill', request: null },
  ];
  expect([...beginsToAct(open)]).toEqual([['value', 'a']]);
});
