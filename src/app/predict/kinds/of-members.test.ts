import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyWorkspace } from '../../../../test/empty-workspace.ts';
import { openedWorkspace } from '../../../../test/opened-workspace.ts';
import type { CustomerForecast } from '../../../contract/index.ts';
import { instant, parseInstant } from '../../../core/index.ts';
import { ident, sql } from '../../../sql/index.ts';
import { importAll } from '../../import-all.ts';
import { nothingSaid } from '../../nothing-said.ts';
import { leaverAt, withThoseWhoLeft } from '../left-members.ts';
import { toldOfLeaving } from '../told-of-leaving.ts';
import { churn, churnTaskAt } from './classifier.ts';

const opened = openedWorkspace(emptyWorkspace);
const now = parseInstant('2026-06-01T00:00:00Z') ?? instant(0);

test('where customers are members it is asked who will end it, of those who have not; before any of it is known, who stays away of all who ordered', async () => {
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
  expect(await churnTaskAt(app, now)).toMatchObject({ among: 'orders >= 1', buyer: 'silence' });
  expect(await churn.asks?.(app, now)).toMatchObject({ title: 'Who will stay away' });
  await bring('memberships.csv', [
    'customer_id,event,timestamp',
    ...members.map((who) => `${who},Membership Started,2025-01-05T10:00:00Z`),
    'M3,Membership Cancelled,2026-05-20T10:00:00Z',
  ]);
  const ended = '"Membership Cancelled" then not "Membership Started"';
  // One left within the year, where twenty within the days asked of would be enough: the longest days are taken.
  expect(await churnTaskAt(app, now)).toEqual({
    outcome: ended,
    among: `(count("Membership Started") >= 1 or count(orders in last 12 months) >= 1) and not (${ended})`,
    horizonDays: 90,
    ends: 'Membership Cancelled',
    events: 'of-the-shop',
  });
  expect(await churn.asks?.(app, now)).toMatchObject({ title: 'Who will end their membership' });
  const rows = await app.warehouse.rows<{ profile: number; value: string }>(
    sql`select profile, value from identifiers where value in ('M3', 'M4') order by value`,
  );
  const because = async (value: string): Promise<readonly string[]> => {
    const profile = rows.find((row) => row.value === value)?.profile ?? -1;
    return toldOfLeaving(app, await leaverAt(app, profile, now, 30), { profile, because: ['as their orders say'] } as unknown as CustomerForecast).because;
  };
  expect(await because('M4')).toEqual(['as their orders say']);
  expect(await because('M3')).toEqual([
    '“Membership Cancelled” on 20 May 2026, and no “Membership Started” since. Nobody else was seen after leaving: all that is expected here goes by even chances until some are.',
    'as their orders say',
  ]);
  // M5 left in January and paid until March, M6 and M7 in March and paid until May, M8 in March and began anew: seen 30 days later at four moments, they came or they did not.
  await bring('more.csv', [
    'customer_id,event,timestamp',
    'M5,Membership Cancelled,2026-01-20T10:00:00Z',
    'M6,Membership Cancelled,2026-03-20T10:00:00Z',
    'M7,Membership Cancelled,2026-03-20T10:00:00Z',
    'M8,Membership Cancelled,2026-03-20T10:00:00Z',
    'M8,Membership Started,2026-03-25T10:00:00Z',
  ]);
  // Moments: 2 May, 2 April, 3 March, 1 February. Of M6 and M7 on 2 April (left 13 days before): charges on 16 and 17 April. Of M5 on 1 February (12 days): none within 30 days. All three on 2 May
  // and M5 on 2 April and 3 March had left more than 30 days before: charges on 16 and 17 May, 15 April, 15 March; M5’s of May on 15 May.
  expect((await leaverAt(app, rows.find(({ value }) => value === 'M3')?.profile ?? -1, now, 30))?.returns).toMatchObject({ left: 3, came: 2 });
  const five = (await app.warehouse.row<{ profile: number }>(sql`select profile from identifiers where value = 'M5'`))?.profile ?? -1;
  expect(await leaverAt(app, five, now, 30)).toMatchObject({
    lately: false,
    returns: { left: 5, came: 5 },
    told: { days: 30, probability: 1 - 5.5 / 6, ended: true },
  });
  const silence = await withThoseWhoLeft(app, now, undefined);
  expect(silence?.ended).toBe('members_who_left');
  expect(await app.warehouse.rows(sql`select count(*)::INTEGER as members from ${ident(silence?.table ?? '')}`)).toEqual([{ members: 4 }]);
}, 60_000);
