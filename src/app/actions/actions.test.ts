import { expect, test } from 'vitest';
import { sql } from '../../sql/index.ts';
import { exampleWorkspace } from '../../../test/example-workspace.ts';
import { decideActions } from './decide.ts';
import { actionReport } from './report.ts';
import { addAction, changeAction, listActions, removeAction, setActionSettings } from './store.ts';
import { openedWorkspace } from '../../../test/opened-workspace.ts';

const opened = openedWorkspace(exampleWorkspace);

test('actions keep to whom they are for, to their caps and rests; each decision keeps its probability, and outcomes come from facts', async () => {
  await expect(decideActions(opened.app, {})).rejects.toMatchObject({ code: 'action.few' });
  await expect(addAction(opened.app, { name: 'Wrong', eligible: 'orders >=' }, 'Olive')).rejects.toMatchObject({ code: 'segment.syntax' });
  const voucher = await addAction(opened.app, { name: 'Voucher', eligible: 'orders >= 1', cost: 1, value: 20, rest_days: 30 }, 'Olive');
  const call = await addAction(opened.app, { name: 'Call', eligible: 'orders >= 5', cost: 5, value: 40, rest_days: 30, most: 7 }, 'Olive');
  await setActionSettings(opened.app, { random_share: 0.5, horizon_days: 14, outcome: 'order', worth_by_itself: null });
  const before = await decideActions(opened.app, { as_of: '2026-05-01', dry_run: true, seed: 1 });
  expect(before.run).toBeNull();
  const first = await decideActions(opened.app, { as_of: '2026-05-01', seed: 1 });
  // The same seed and facts: looking first changes nothing.
  expect(first.actions).toEqual(before.actions);
  const taken = (id: string): number => first.actions.find((action) => action.id === id)?.people ?? 0;
  expect(taken(call.id)).toBeGreaterThan(0);
  expect(taken(call.id)).toBeLessThanOrEqual(7);
  // Half is left to chance, between two and three possibilities: nobody's probability is below a sixth.
  for (const { propensity } of first.decisions) expect(propensity).toBeGreaterThanOrEqual(0.5 / 3 - 1e-9);
  // A week later those with an action rest, the others may be asked again.
  const second = await decideActions(opened.app, { as_of: '2026-05-08', seed: 2 });
  expect(second.resting).toBeGreaterThanOrEqual(taken(voucher.id) + taken(call.id));
  const report = await actionReport(opened.app, { as_of: '2026-05-16' });
  // Fourteen days after the first run are over, after the second they are not.
  expect(report.judged).toBe(first.decided);
  expect(report.decisions).toBe(first.decided + second.decided);
  const nothing = report.actions.find(({ id }) => id === null);
  expect(nothing?.rate).toBeGreaterThan(0);
  expect(report.value?.effective).toBeGreaterThan(10);
  // Chance alone, self-normalised, by hand: Σ y/(k·p) / Σ 1/(k·p). Who ordered is counted from the orders themselves.
  const rows = await opened.app.control.selectFrom('action_decisions').selectAll().where('decided_at', '<', '2026-05-02').execute();
  const within = sql`ordered_at > '2026-04-30T23:00:00' and ordered_at <= '2026-05-14T23:00:00'`;
  const buyers = await opened.app.warehouse.rows<{ profile: number }>(sql`select distinct profile from orders where counts and not is_return and ${within}`);
  const ordered = new Set(buyers.map(({ profile }) => profile));
  const costs = new Map([
    [voucher.id, 1],
    [call.id, 5],
  ]);
  const worths = new Map([
    [voucher.id, 20],
    [call.id, 40],
  ]);
  const byChance = (without?: string): number => {
    let [sum, weights] = [0, 0];
    for (const { action, profile, propensity, context } of rows) {
      const open = (JSON.parse(context) as { readonly allowed: readonly string[] }).allowed.filter((id) => id !== without);
      if (action === without) continue;
      const others = open.flatMap((id) => worths.get(id) ?? []);
      const worth = worths.get(action) ?? (others.length === 0 ? 0 : Math.min(...others));
      const weight = 1 / open.length / propensity;
      sum += weight * ((ordered.has(profile) ? worth : 0) - (costs.get(action) ?? 0));
      weights += weight;
    }
    return sum / weights;
  };
  expect(report.value?.random.value).toBeCloseTo(byChance(), 8);
  // An action that is taken away leaves the others' figures whole: its decisions stay in the log as ones that nobody would take.
  await removeAction(opened.app, call.id);
  const without = await actionReport(opened.app, { as_of: '2026-05-16' });
  expect(without.judged).toBe(first.decided);
  expect(without.value?.random.value).toBeCloseTo(byChance(call.id), 8);
  // What comes by itself is worth what the owner says: where that is nothing, a free voucher is done for all but those whom chance spares.
  await changeAction(opened.app, voucher.id, { cost: 0, value: 1_000, rest_days: 0 });
  await setActionSettings(opened.app, { random_share: 0.1, horizon_days: 14, outcome: 'order', worth_by_itself: 0 });
  const given = await decideActions(opened.app, { as_of: '2026-06-30', seed: 3, dry_run: true });
  const spared = given.actions.find(({ id }) => id === null);
  expect(given.decided).toBeGreaterThan(100);
  expect(spared?.people).toBe(spared?.explored);
}, 60_000);

test('money is not spent on what is expected to bring less than doing nothing, but for the share that chance keeps', async () => {
  for (const one of await listActions(opened.app)) await removeAction(opened.app, one.id);
  await addAction(opened.app, { name: 'Phone call', eligible: 'days since last order > 60', cost: 3, value: 40 }, 'Olive');
  await addAction(opened.app, { name: 'Voucher', eligible: 'orders >= 1', cost: 5, value: 30 }, 'Olive');
  await addAction(opened.app, { name: 'Letter', eligible: 'orders >= 3', cost: 1, value: 20 }, 'Olive');
  for (const budget of [100, null]) {
    await setActionSettings(opened.app, { random_share: 0.1, budget, budget_days: 7 });
    const found = await decideActions(opened.app, { as_of: '2026-04-20', seed: 5, dry_run: true });
    for (const { action, expected, without, explored } of found.decisions) if (action !== null && expected < without - 1e-9) expect(explored).toBe(true);
    // Before the first decision: each succeeds as often as nothing does, so each costs and brings nothing.
    const done = found.actions.filter(({ id }) => id !== null);
    expect(done.map(({ people }) => people)).toEqual(done.map(({ explored }) => explored));
    expect(found.sentence).toContain('No action is expected to bring more than doing nothing yet: what is done is only tried, by chance.');
    if (budget === null) {
      // Three standard errors around a tenth.
      const chanceAlone = found.actions.reduce((sum, { explored }) => sum + explored, 0);
      expect(Math.abs(chanceAlone / found.decided - 0.1)).toBeLessThan(3 * Math.sqrt(0.09 / found.decided));
    }
  }
}, 60_000);

test('where nothing pays, chance keeps to its share of the budget, over days too, and says where that is too little to try anything', async () => {
  // A tenth of £100 is £10, and nothing but chance spends: the letters, calls and vouchers it draws cost that at most, and what is left of it is less than the dearest costs.
  await setActionSettings(opened.app, { random_share: 0.1, budget: 100, budget_days: 7 });
  const costs = new Map((await listActions(opened.app)).map(({ id, cost }) => [id, cost]));
  const first = await decideActions(opened.app, { as_of: '2026-04-20', seed: 5 });
  const spent = first.actions.reduce((sum, { people, id }) => sum + people * (costs.get(id ?? '') ?? 0), 0);
  expect(spent).toBeGreaterThan(10 - 5);
  expect(spent).toBeLessThanOrEqual(10 + 1e-6);
  expect(first.budget).toMatchObject({ spent, by_chance: { may: 10, spent } });
  expect(first.sentence).toContain(`Chance may spend 10% of it, £10, on tries: £${Number.isInteger(spent) ? spent : spent.toFixed(2)} is.`);
  // Those for whom nothing is left to try are left alone for sure, and nobody else could have had what is written down as possible.
  const rows = await opened.app.control
    .selectFrom('action_decisions')
    .selectAll()
    .where('run', '=', first.run ?? '')
    .execute();
  expect(rows.length).toBe(first.decided);
  for (const { propensity, context } of rows) {
    const { allowed } = JSON.parse(context) as { readonly allowed: readonly string[] };
    if (allowed.length === 1) expect(propensity).toBe(1);
  }
  // Two days later the same seven days of the budget run on.
  const second = await decideActions(opened.app, { as_of: '2026-04-22', seed: 6, dry_run: true });
  expect(second.budget?.by_chance.spent).toBeLessThanOrEqual(10 + 1e-6);
  // A tenth of £8 is less than any of them costs.
  await setActionSettings(opened.app, { random_share: 0.1, budget: 8, budget_days: 1 });
  const little = await decideActions(opened.app, { as_of: '2026-04-24', seed: 7, dry_run: true });
  expect(little.actions.filter(({ id }) => id !== null).every(({ people }) => people === 0)).toBe(true);
  expect(little.sentence).toContain('too little for any of your actions');
  // People are called by name.
  const named = first.decisions.filter(({ customer }) => customer.name !== null);
  expect(named.length).toBeGreaterThan(0);
  for (const { who, customer } of named) expect(who).toBe(customer.name);
  await opened.app.control
    .deleteFrom('action_decisions')
    .where('run', '=', first.run ?? '')
    .execute();
}, 60_000);

test('a budget holds over weeks, whatever is decided when, and is counted in what things cost then', async () => {
  for (const one of await listActions(opened.app)) await removeAction(opened.app, one.id);
  const letter = await addAction(opened.app, { name: 'Letter', eligible: 'orders >= 1', cost: 1.1, value: 20, rest_days: 0 }, 'Olive');
  await addAction(opened.app, { name: 'Parcel', eligible: 'orders >= 1', cost: 7, value: 60, rest_days: 21 }, 'Olive');
  // All is left to chance, so that its share is the whole budget.
  await setActionSettings(opened.app, { random_share: 1, horizon_days: 7, budget: 40, budget_days: 7 });
  const days = ['2026-05-20', '2026-05-23', '2026-05-27', '2026-06-03', '2026-06-10'];
  for (const [week, day] of days.entries()) {
    const answer = await decideActions(opened.app, { as_of: day });
    expect(answer.budget?.spent).toBeLessThanOrEqual(40 + 1e-6);
    expect(answer.actions.reduce((sum, { costs }) => sum + costs, 0)).toBeLessThanOrEqual(40 + 1e-6);
    if (week === 1) expect(answer.sentence).toMatch(/Of £40 for 7 days £[\d.]+ is spent; for [\d,]+ customers the rest does not pay for anything\./);
    // Dearer from now on; what was spent stays what it was.
    if (week === 2) await changeAction(opened.app, letter.id, { cost: 2.2 });
  }
  const rows = await opened.app.control
    .selectFrom('action_decisions')
    .select(['decided_at', 'cost', 'action'])
    .where('decided_at', '>=', '2026-05-19')
    .execute();
  // Days begin an hour earlier by universal time.
  const on = (day: string): number =>
    rows.reduce((sum, { decided_at, cost }) => sum + (Date.parse(decided_at) === Date.parse(`${day}T00:00:00+01:00`) ? (cost ?? 0) : 0), 0);
  const spent = days.map(on);
  // What is left is less than the cheapest costs; three days later nothing was left, and a week later everything.
  for (const week of [0, 2, 3, 4]) expect(spent[week]).toBeGreaterThan(40 - 2.2);
  expect(spent[1]).toBe(0);
  const report = await actionReport(opened.app, { as_of: '2026-06-12' });
  expect(report.budget?.spent).toBeCloseTo(spent[4] ?? 0, 6);
  expect(report.actions.find(({ id }) => id === letter.id)?.spent).toBeCloseTo(
    rows.reduce((sum, { action, cost }) => sum + (action === letter.id ? (cost ?? 0) : 0), 0),
    6,
  );
}, 60_000);
