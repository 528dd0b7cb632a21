import { expect, test } from 'vitest';
import { trainedWorkspace, valueLearnedAsOf } from '../../../test/trained-workspace.ts';
import { findModel, type Reference } from '../../predict/index.ts';
import { sql } from '../../sql/index.ts';
import { cohortAnalysis } from '../insight/cohort-analysis.ts';
import { refreshAll } from '../refresh.ts';
import { approveModelVersion, modelCard } from './models.ts';
import { openedWorkspace } from '../../../test/opened-workspace.ts';

const opened = openedWorkspace(trainedWorkspace);

const watched = ['average_order_value', 'days_since_last_order', 'median_days_between_orders', 'orders_count', 'total_spent'];

test('a model without scores to compare says whether its customers are still those that it learned from, by the population stability index', async () => {
  const card = await approveModelVersion(opened.app, 'value', { asOf: valueLearnedAsOf });
  expect(card.drift?.level).toBe('none');
  expect(card.drift?.score).toBeNull();
  expect(card.drift?.columns.map(({ column }) => column).toSorted()).toEqual(watched);
  for (const { psi } of card.drift?.columns ?? []) expect(psi).toBeLessThan(0.001);
  // Customer equity: what everybody was worth at the end of each quarter is by the last one what all customers' traits add up to.
  const { equity } = await cohortAnalysis(opened.app, { start: { kind: 'first_order' }, by: 'quarter', as_of: valueLearnedAsOf });
  const sum = await opened.app.warehouse.row<{ value: number }>(sql`select sum(predicted_value_12m)::DOUBLE as value from features`);
  expect(equity.at(-1)?.starts).toBe('2026-04-01');
  expect(equity.at(-1)?.expected_12m).toBeCloseTo(sum?.value ?? 0, 4);
  expect(equity.every(({ by_orders_12m: worth }) => worth !== null && worth > 0)).toBe(true);
  // A year after its last order the shop has gone quiet: everybody's silence is longer.
  await refreshAll(opened.app, '2027-07-01');
  const later = await modelCard(opened.app, 'value');
  const [first] = later.drift?.columns ?? [];
  expect(first?.column).toBe('days_since_last_order');
  // By hand: Σ (now − then) · ln(now / then) over the bins that were kept, empty ones a thousandth.
  const kept = (await findModel(opened.app.control, 'value'))?.content as { readonly reference: Reference } | undefined;
  const silence = kept?.reference.columns.find(({ name }) => name === 'days_since_last_order');
  const limits = silence?.kind === 'number' ? silence.limits : [];
  const rows = await opened.app.warehouse.rows<{ days: number }>(sql`select days_since_last_order::DOUBLE as days from features where orders_count >= 1`);
  const now = [
    ...limits.map((limit, place) => rows.filter(({ days }) => days <= limit && days > (limits[place - 1] ?? -1)).length),
    rows.filter(({ days }) => days > (limits.at(-1) ?? 0)).length,
  ];
  const least = (share: number | undefined): number => Math.max(0.001, share ?? 0);
  const index = now.reduce((sum, count, place) => {
    const [then, share] = [least(silence?.shares[place]), least(count / rows.length)];
    return sum + (share - then) * Math.log(share / then);
  }, 0);
  expect(index).toBeGreaterThan(0.25);
  expect(first?.psi).toBeCloseTo(index, 8);
}, 60_000);
