import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleWorkspace } from '../../../test/example-workspace.ts';
import { sql } from '../../sql/index.ts';
import { realEffects } from '../effects.ts';
import { type App, openApp } from '../open.ts';
import { previewText } from '../preview.ts';
import { upliftAnswer } from '../../contract/schemas.ts';
import { uplift } from './uplift.ts';
import { forgetUplift, keepUplift, keptUplifts } from './kept-uplifts.ts';

// On 1 May every second customer got a letter, by their number alone. It makes eight in ten of those who like espresso taste coffee within four weeks, where one in ten would; of the others one in ten with or without it.
let app: App;
let folder = '';
beforeAll(async () => {
  folder = await exampleWorkspace();
  app = await openApp(
    folder,
    realEffects(() => undefined),
  );
  const happened = (name: string, day: string, whom: ReturnType<typeof sql>) =>
    app.warehouse.run(sql`insert into events by name select f.profile, ${name} as name, ${day}::TIMESTAMP as occurred_at from features f where ${whom}`);
  const chance = sql`(hash(f.profile, 7) % 10)`;
  const given = sql`hash(f.profile) % 2 = 0`;
  await happened('Letter Sent', '2026-05-01 10:00:00', given);
  await happened(
    'Coffee Tasted',
    '2026-05-10 10:00:00',
    sql`${chance} < case when ${given} and coalesce(f.favourite_category, '') = 'Espresso' then 8 else 1 end`,
  );
}, 300_000);
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

test('what an experiment changed becomes a trait that finds those whom it changes, and goes again', async () => {
  const asked = {
    as_of: '2026-06-30',
    treated: 'count("Letter Sent") >= 1',
    since: '2026-05-01',
    outcome: 'count("Coffee Tasted" in last 28 days) >= 1',
    days: 28,
  };
  const kept = await keepUplift(app, { name: 'Spring letter', ...asked }, 'Olive');
  expect(kept).toMatchObject({ slug: 'spring-letter', trait: 'predicted.uplift_spring_letter', by: 'Olive' });
  expect(kept.top_30 ?? 0).toBeGreaterThan(kept.difference + 0.1);
  const answer = await uplift(app, asked);
  expect(() => upliftAnswer.parse(answer)).not.toThrow();
  // Most of the differences that it saw were there: seven in ten more of a quarter of the people, none of the others.
  expect(answer.calibration?.slope).toBeGreaterThan(0.6);
  expect(answer.tenths.every(({ uplift: found, low, high }) => found !== null && low !== null && high !== null && low <= found && found <= high)).toBe(true);
  const best = kept.sizes.find(({ share }) => share === 0.1)?.expression ?? '';
  const all = await previewText(app, best, undefined);
  const espresso = await previewText(app, `${best} and favourite_category = "Espresso"`, undefined);
  expect(all.members).toBeGreaterThan(50);
  expect(espresso.members / all.members).toBeGreaterThan(0.9);
  expect((await keptUplifts(app)).map(({ slug }) => slug)).toEqual(['spring-letter']);
  await expect(forgetUplift(app, 'nothing-such')).rejects.toMatchObject({ code: 'uplift.unknown' });
  await forgetUplift(app, 'spring-letter');
  await expect(previewText(app, best, undefined)).rejects.toMatchObject({ code: 'segment.syntax' });
}, 120_000);

test('where nothing tells whom it changes, nothing is kept', async () => {
  const asked = { as_of: '2026-06-30', treated: 'count("Letter Sent") >= 1', since: '2026-05-01', outcome: 'count("Nothing Such") >= 1', days: 28 };
  await expect(keepUplift(app, { name: 'x', ...asked }, 'Olive')).rejects.toMatchObject({ code: 'uplift.none' });
}, 120_000);
