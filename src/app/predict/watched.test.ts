import { afterAll, beforeAll, expect, test } from 'vitest';
import { rm } from 'node:fs/promises';
import { trainedWorkspace, valueLearnedAsOf } from '../../../test/trained-workspace.ts';
import { findModel, type Reference } from '../../predict/index.ts';
import { sql } from '../../sql/index.ts';
import { realEffects } from '../effects.ts';
import { type App, openApp } from '../open.ts';
import { cohortAnalysis } from '../insight/cohort-analysis.ts';
import { refreshAll } from '../refresh.ts';
import { approveModelVersion, modelCard } from './models.ts';

let app: App;
let folder = '';
beforeAll(async () => {
  folder = await trainedWorkspace();
  app = await openApp(
    folder,
    realEffects(() => undefined),
  );
}, 300_000);
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const watched = ['average_order_value', 'days_since_last_order', 'median_days_between_orders', 'orders_count', 'total_spent'];

test('a model without scores to compare says whether its customers are still those that it learned from, by the population stability index', async () => {
  const card = await approveModelVersion(app, 'value', { asOf: valueLearnedAsOf });
  expect(card.drift?.level).toBe('none');
  expect(card.drift?.score).toBeNull();
  expect(card.drift?.columns.map(({ column }) => column).toSorted()).toEqual(watched);
  for (const { psi } of card.drift?.columns ?? []) expect(psi).toBeLessThan(0.001);
  // Customer equity: what everybody was worth at the end of each quarter is by the last one what all customers' traits add up to.
  const { equity } = await cohortAnalysis(app, { start: { kind: 'first_order' }, by: 'quarter', as_of: valueLearnedAsOf });
  const sum = await app.warehouse.row<{ value: number }>(sql`select sum(predicted_value_12m)::DOUBLE as value from features`);
  expect(equity.at(-1)?.starts).toBe('2026-04-01');
  expect(equity.at(-1)?.expected_12m).toBeCloseTo(sum?.value ?? 0, 4);
  expect(equity.every(({ expected_12m: worth }) => worth !== null && worth > 0)).toBe(true);
  // A year after its last order the shop has gone quiet: everybody's silence is longer.
  await refreshAll(app, '2027-07-01');
  const later = await modelCard(app, 'value');
  const [first] = later.drift?.columns ?? [];
  expect(first?.column).toBe('days_since_last_order');
  // By hand: Σ (now − then) · ln(now / then) over the bins that were kept, empty ones a thousandth.
  const kept = (await findModel(app.control, 'value'))?.content as { readonly reference: Reference } | undefined;
  const silence = kept?.reference.columns.find(({ name }) => name === 'days_since_last_order');
  const limits = silence?.kind === 'number' ? silence.limits : [];
  const rows = await app.warehouse.rows<{ days: number }>(sql`select days_since_last_order::DOUBLE as days from features where orders_count >= 1`);
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
