import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openedWorkspace } from '../../../../test/opened-workspace.ts';
import type { CustomerForecast } from '../../../contract/index.ts';
import { instant, parseInstant } from '../../../core/index.ts';
import { sql } from '../../../sql/index.ts';
import { realEffects } from '../../effects.ts';
import { importAll } from '../../import-all.ts';
import { nothingSaid } from '../../nothing-said.ts';
import { openApp } from '../../open.ts';
import { toldOfLeaving } from '../told-of-leaving.ts';
import { churnTaskAt } from './classifier.ts';

const opened = openedWorkspace(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-test-'));
  await (
    await openApp(
      folder,
      realEffects(() => undefined),
      { create: {} },
    )
  ).close();
  return folder;
});
const now = parseInstant('2026-06-01T00:00:00Z') ?? instant(0);

test('where customers are members it is asked of those who have not ended it; before any of it is known, of everybody who ordered', async () => {
  const { app } = opened;
  const bring = async (name: string, rows: readonly string[]): Promise<void> => {
    const file = join(app.folder.root, name);
    await writeFile(file, `${rows.join('\n')}\n`);
    await importAll(app, { ...nothingSaid, inputs: [file] });
  };
  const members = Array.from({ length: 12 }, (_, place) => `M${place}`);
  await bring('payments.csv', [
    'order_id,ordered_at,customer_id,total',
    ...members.flatMap((who, place) => [3, 4, 5].map((month) => `${who}-${month},2026-0${month}-1${place % 10},${who},30`)),
  ]);
  expect((await churnTaskAt(app, now)).among).toBe('orders >= 1');
  await bring('memberships.csv', [
    'customer_id,event,timestamp',
    ...members.map((who) => `${who},Membership Started,2025-01-05T10:00:00Z`),
    'M3,Membership Cancelled,2026-05-20T10:00:00Z',
  ]);
  expect((await churnTaskAt(app, now)).among).toBe('orders >= 1 and not ("Membership Cancelled" then not "Membership Started")');
  const rows = await app.warehouse.rows<{ profile: number; value: string }>(
    sql`select profile, value from identifiers where value in ('M3', 'M4') order by value`,
  );
  const because = async (value: string): Promise<readonly string[]> => {
    const profile = rows.find((row) => row.value === value)?.profile ?? -1;
    return (await toldOfLeaving(app, now, { profile, because: ['as their orders say'] } as unknown as CustomerForecast)).because;
  };
  expect(await because('M4')).toEqual(['as their orders say']);
  expect(await because('M3')).toEqual([
    '“Membership Cancelled” on 20 May 2026, and no “Membership Started” since: all that is expected here goes by their orders alone, as if they had not left.',
    'as their orders say',
  ]);
}, 60_000);
