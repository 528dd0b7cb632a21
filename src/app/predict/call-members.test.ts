import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyWorkspace } from '../../../test/empty-workspace.ts';
import { openedWorkspace } from '../../../test/opened-workspace.ts';
import { callListAnswer } from '../../contract/schemas.ts';
import { seededRandom } from '../../stats/index.ts';
import { sql } from '../../sql/index.ts';
import { importAll } from '../import-all.ts';
import { nothingSaid } from '../nothing-said.ts';
import { previewText } from '../preview.ts';
import { callList } from './call-list.ts';
import { trainModel } from './models.ts';
import { modelsToTrain, predictionSummary } from './summaries.ts';

const opened = openedWorkspace(emptyWorkspace);

const [asOf, days] = ['2026-06-01', 420];
const dayAt = (day: number): string => new Date(Date.parse('2025-04-07T10:00:00Z') + day * 86_400_000).toISOString();

/**
 * A gym in which everybody pays on the same day of each month until they leave, and comes two or three times a week until three to five weeks before. Every tenth of the 360 pays ten times as much. Of those who are members now eight have
 * stopped coming; who left before was like them.
 */
function gym(): { readonly events: readonly string[]; readonly payments: readonly string[]; readonly stopped: readonly string[] } {
  const random = seededRandom(11);
  const [events, payments, stopped]: [string[], string[], string[]] = [[], [], []];
  for (let place = 0; place < 360; place += 1) {
    const who = `M${String(place).padStart(3, '0')}`;
    const start = Math.floor(random() * 60);
    const stops = place < 8 ? days - 24 : random() < 0.55 ? start + 60 + Math.floor(random() * 300) : Number.POSITIVE_INFINITY;
    const leaves = stops + 22 + Math.floor(random() * 14);
    // Nobody else is quiet now: whoever would have stopped within the last weeks goes on.
    const quiet = place >= 8 && leaves > days ? Number.POSITIVE_INFINITY : stops;
    const left = quiet === stops && leaves <= days ? leaves : Number.POSITIVE_INFINITY;
    if (place < 8) stopped.push(who);
    events.push(`${who},Membership Started,${dayAt(start)}`);
    for (let day = start; day < days; day += 1) {
      if (day < quiet && random() < 0.35) events.push(`${who},Check-in,${dayAt(day)}`);
      if (day < left && (day - start) % 30 === 0) payments.push(`${who}-${day},${dayAt(day)},${who},${place % 10 === 0 ? 300 : 30}`);
    }
    if (left < days) events.push(`${who},Membership Cancelled,${dayAt(left)}`);
  }
  return { events, payments, stopped };
}

test('where customers are members the list is of those who may leave, though they pay as ever', async () => {
  const { app } = opened;
  const { events, payments, stopped } = gym();
  for (const [name, head, rows] of [
    ['events.csv', 'customer_id,event,timestamp', events],
    ['payments.csv', 'order_id,ordered_at,customer_id,total', payments],
  ] as const) {
    const file = join(app.folder.root, name);
    await writeFile(file, `${[head, ...rows].join('\n')}\n`);
    await importAll(app, { ...nothingSaid, inputs: [file] });
  }
  // The newest words count, those of the last 120 days, and a ticket by its subject; what nobody wrote is nothing.
  const reviews = join(app.folder.root, 'reviews.csv');
  await writeFile(
    reviews,
    [
      'customer_id,rating,text,date',
      'M000,5,Lovely,2025-06-01',
      'M001,2,"Showers are always cold,  and it is full",2026-05-20',
      'M001,4,Fine,2026-04-20',
      'M002,3,,2026-05-20',
      'M003,1,Closed early,2026-06-10',
      '',
    ].join('\n'),
  );
  await importAll(app, { ...nothingSaid, inputs: [reviews] });
  await trainModel(app, 'value', { asOf, approve: true, anyway: true });
  const before = await callList(app, { as_of: asOf });
  expect(before).toMatchObject({ ready: true, asks: 'order' });
  expect(before.sentence).toContain('let “Who will end their membership” learn and act');

  const card = await trainModel(app, 'churn', { asOf, approve: true, anyway: true });
  expect(card).toMatchObject({ title: 'Who will end their membership', status: 'approved' });
  const list = callListAnswer.parse(await callList(app, { as_of: asOf, limit: 12 }));
  expect(list).toMatchObject({ asks: 'leaving', model: { model: 'churn' } });
  // Of those it was surest of so many left when it was tried: nobody is told likelier than that.
  const most = Number(/no chance is told as more than (\d+)%/.exec(list.trust ?? '')?.[1]);
  expect(most).toBeGreaterThan(20);
  expect(Math.max(...list.items.map(({ leaving }) => leaving?.probability ?? 0))).toBeLessThanOrEqual((most + 0.5) / 100);
  const called = list.items.map(({ customer_id: id }) => id);
  expect(stopped.filter((who) => called.includes(who)).length).toBeGreaterThanOrEqual(7);
  const wrote = (who: string): boolean =>
    list.items.some(({ customer_id: id, reasons }) => id === who && reasons.some((reason) => reason.startsWith('They wrote')));
  expect(list.items.find(({ customer_id: id }) => id === 'M001')?.reasons).toContain('They wrote, 20 May 2026: “Showers are always cold, and it is full”');
  expect(['M000', 'M002', 'M003'].map(wrote)).toEqual([false, false, false]);
  expect((await callList(app, { as_of: asOf, limit: 12 }, true)).items.flatMap(({ reasons }) => reasons).join(' ')).not.toContain('They wrote');
  // They paid on the day it was due: nothing else tells of them.
  expect(called[0]).toBe('M000');
  for (const { at_stake: stake, value_12m: value, leaving, reasons, order } of list.items) {
    expect(stake).toBeCloseTo((leaving?.probability ?? 0) * value.expected, 6);
    expect(leaving?.probability ?? 0).toBeGreaterThanOrEqual(1.99 * (leaving?.usual ?? 1));
    expect(reasons[0]).toMatch(/likely(?: \(\d+ to \d+%\))? to end their membership within \d+ days if nothing is done/);
    expect(order).toBeNull();
  }
  expect((await previewText(app, list.expression ?? '', asOf)).members).toBe(list.items.length);
  // Whoever has left is not asked about, and nobody's money went by a silence.
  const asked = await app.warehouse.row(
    sql`select 1 from features f join events e using (profile) where e.name = 'Membership Cancelled' and f.predicted_churn_probability is not null limit 1`,
  );
  expect(asked).toBeUndefined();

  // A version that was asked who stays away, before the shop was known to live by memberships, is to learn anew.
  expect((await predictionSummary(app, 'churn')).stale).toBeNull();
  await app.control
    .updateTable('models')
    .set({ card: JSON.stringify({ ...card, title: 'Who will stay away' }) })
    .where('model', '=', 'churn')
    .execute();
  expect(await predictionSummary(app, 'churn')).toMatchObject({
    title: 'Who will stay away',
    stale: 'It is asked “Who will end their membership” now, as fits this shop. Train it again.',
  });
  expect((await modelsToTrain(app)).map(({ model }) => model)).toContain('churn');
}, 120_000);
