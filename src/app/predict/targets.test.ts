import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyWorkspace } from '../../../test/empty-workspace.ts';
import { openedWorkspace } from '../../../test/opened-workspace.ts';
import { importAll } from '../import-all.ts';
import { nothingSaid } from '../nothing-said.ts';
import { predictionTargets } from './targets.ts';

const opened = openedWorkspace(emptyWorkspace);

test('where customers are members, an event is asked of those who have not ended it, but for a new beginning; elsewhere of everybody', async () => {
  const { app } = opened;
  const bring = async (name: string, rows: readonly string[]): Promise<void> => {
    const file = join(app.folder.root, name);
    await writeFile(file, `${rows.join('\n')}\n`);
    await importAll(app, { ...nothingSaid, inputs: [file] });
  };
  const members = Array.from({ length: 60 }, (_, place) => `M${place}`);
  const said = async () => {
    const { events, suggestions } = await predictionTargets({ ...app, asOf: '2026-06-01' });
    const upgrade = suggestions.find(({ name }) => name === 'upgrade')?.among;
    return { upgrade, ...Object.fromEntries(events.map(({ event, among }) => [event, among])) };
  };
  await bring('events.csv', ['customer_id,event,timestamp', ...members.map((who) => `${who},Plan Upgraded,2026-05-05T10:00:00Z`)]);
  await bring('payments.csv', ['order_id,ordered_at,customer_id,total', ...members.map((who) => `${who}-1,2026-05-10,${who},30`)]);
  expect(await said()).toEqual({ upgrade: null, 'Plan Upgraded': null });
  await bring('memberships.csv', [
    'customer_id,event,timestamp',
    ...members.map((who) => `${who},Membership Started,2025-01-05T10:00:00Z`),
    'M3,Membership Cancelled,2026-05-20T10:00:00Z',
  ]);
  const still = 'not ("Membership Cancelled" then not "Membership Started")';
  // Who ends theirs is what `churn` asks here: it is proposed no second time.
  const found = await predictionTargets({ ...app, asOf: '2026-06-01' });
  expect(found).toMatchObject({ lives_by: 'Membership Cancelled', memberships: [{ begins: 'Membership Started', ends: 'Membership Cancelled' }] });
  expect(found.suggestions.map(({ name }) => name)).not.toContain('cancel their membership');
  expect(await said()).toEqual({ upgrade: still, 'Plan Upgraded': still, 'Membership Cancelled': still, 'Membership Started': null });
});
