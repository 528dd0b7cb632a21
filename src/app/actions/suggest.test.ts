import { expect, test } from 'vitest';
import { exampleWorkspace } from '../../../test/example-workspace.ts';
import { openedWorkspace } from '../../../test/opened-workspace.ts';
import { sql } from '../../sql/index.ts';
import { usualCosts } from './costs.ts';
import { decideActions } from './decide.ts';
import { addAction, setActionSettings } from './store.ts';
import { suggestActions } from './suggest.ts';
import { actionsToDo } from './to-do.ts';

const opened = openedWorkspace(exampleWorkspace);

test('what is suggested is for people that there are, counts what is left of their usual order, and is not suggested again once taken', async () => {
  const found = await suggestActions(opened.app);
  expect(found.length).toBeGreaterThanOrEqual(4);
  for (const { people, why } of found) {
    expect(people).toBeGreaterThanOrEqual(5);
    expect(why.startsWith(`${people} customers `)).toBe(true);
  }
  const call = found.find(({ kind }) => kind === 'call-overdue');
  // Counted from the orders' own features: their median average order, times what is left of all lines after what the catalogue says they cost.
  const order = await opened.app.warehouse.row<{ people: number; order: number }>(sql`
    select count(*)::INTEGER as people, median(f.average_order_value)::DOUBLE as "order" from features f
    where exists (select 1 from identifiers i where i.profile = f.profile and i.namespace = 'phone') and f.expected_next_order_at >= f.as_of - interval 12 month and f.expected_next_order_at < f.as_of - interval 3 day`);
  expect(call?.people).toBe(order?.people);
  const left = await opened.app.warehouse.row<{ left: number }>(sql`
    select (sum(i.total - i.quantity * p.cost) / sum(i.total))::DOUBLE as "left" from items i join products p using (product_id) where i.total > 0 and p.cost is not null`);
  const worth = (order?.order ?? 0) * (left?.left ?? 0);
  expect(Math.abs((call?.value ?? 0) / worth - 1)).toBeLessThan(0.05);
  if (call === undefined) throw new Error('no call');
  const { people: _people, why: _why, kind: _kind, ...action } = call;
  await addAction(opened.app, action, 'Olive');
  expect((await suggestActions(opened.app)).map(({ kind }) => kind)).not.toContain('call-overdue');
}, 60_000);

test('the list to work through is of the run that was written down last, whatever moment it was of', async () => {
  expect((await actionsToDo(opened.app)).sentence).toBe('Nothing was decided yet.');
  await setActionSettings(opened.app, { random_share: 1 });
  await decideActions(opened.app, { as_of: '2026-06-20', seed: 1 });
  const last = await decideActions(opened.app, { as_of: '2026-05-01', seed: 2 });
  await decideActions(opened.app, { as_of: '2026-06-25', seed: 3, dry_run: true });
  const todo = await actionsToDo(opened.app);
  expect(todo.run).toBe(last.run);
  expect(todo.items.length).toBe(last.actions.reduce((sum, { id, people }) => sum + (id === null ? 0 : people), 0));
  expect(todo.items.length).toBeGreaterThan(0);
  for (const { who, customer, phone } of todo.items) {
    expect(who).toBe(customer.name ?? customer.email ?? customer.customer_id);
    expect(phone).toMatch(/^\+44/);
  }
}, 60_000);

test('costs to begin with are of the size of the currency', () => {
  expect(usualCosts('GBP').call).toBe(3);
  expect(usualCosts('JPY').call).toBe(600);
});
