import { expect, test } from 'vitest';
import { exampleWorkspace } from '../../../test/example-workspace.ts';
import { openedWorkspace } from '../../../test/opened-workspace.ts';
import { sql } from '../../sql/index.ts';
import { forgetLookalikes, keepLookalikes, keptLookalikes, lookalikes, previewText } from '../index.ts';

const opened = openedWorkspace(exampleWorkspace);
const now = '2026-07-01';

// Half of those who drink filter coffee were asked to a circle, by their number alone: who is like them is the other half.
test('who is like those chosen by chance are those whom chance passed over, and each size is as many people as its condition finds', {
  timeout: 240_000,
}, async () => {
  const { app } = opened;
  await app.warehouse.run(
    sql`insert into events by name select f.profile, 'Circle Joined' as name, '2026-06-01 10:00:00'::TIMESTAMP as occurred_at from features f where f.favourite_category = 'Filter Coffee' and hash(f.profile) % 2 = 0`,
  );
  const segment = 'count("Circle Joined") >= 1';
  const before = await lookalikes(app, { segment, as_of: now });
  expect(before.sizes.every(({ expression }) => expression === null)).toBe(true);
  const kept = await keepLookalikes(app, { segment, as_of: now }, 'Olive');
  expect(kept.sizes.map(({ people }) => people)).toEqual(before.sizes.map(({ people }) => people));
  for (const { people, expression } of kept.sizes) expect((await previewText(app, expression ?? '', now)).members).toBe(people);
  const near = kept.sizes.find(({ people }) => people >= kept.segment.people / 2);
  const filter = await previewText(app, `(${near?.expression}) and favourite_category = "Filter Coffee"`, now);
  expect(filter.members / (near?.people ?? 1)).toBeGreaterThan(0.9);
  // One in six or seven of those who are no members drinks filter coffee most: the nearest are several times as likely as the others.
  expect(near?.lift ?? 0).toBeGreaterThan(3);
  await forgetLookalikes(app, 'count-circle-joined-1');
  await expect(previewText(app, near?.expression ?? '', now)).rejects.toMatchObject({ code: 'segment.syntax' });
});

test('definitions that begin alike are kept beside each other, and each is found again', { timeout: 240_000 }, async () => {
  const { app } = opened;
  const long = (limit: number): string => `days since first order > 30 and days since last order < 200 and average_order_value > ${limit}`;
  const [one, other] = [
    await keepLookalikes(app, { segment: long(20), as_of: now }, 'Olive'),
    await keepLookalikes(app, { segment: long(60), as_of: now }, 'Olive'),
  ];
  expect(one.trait).not.toBe(other.trait);
  const kept = await keptLookalikes(app);
  expect(kept.map(({ segment }) => segment)).toEqual([long(20), long(60)]);
  expect((await lookalikes(app, { segment: long(20), as_of: now })).trait).toBe(one.trait);
  for (const { slug } of kept) await forgetLookalikes(app, slug);
});

test('of those who are nearly all the others, nobody is told to be less likely than anybody', async () => {
  const { sizes, sentence } = await lookalikes(opened.app, { segment: 'prospects', as_of: now });
  expect(sizes.every(({ lift }) => (lift ?? 0) > 0.999)).toBe(true);
  expect(sentence).toMatch(/^The \d+ customers most like Prospects are \d+\.\d times as likely/);
});

test('where hardly anybody is in a segment, or outside of it, that is said', async () => {
  await expect(lookalikes(opened.app, { segment: 'city = "Nowhere"', as_of: now })).rejects.toThrow(
    'city = "Nowhere" has 0 members: too few to tell who is like them.',
  );
  await expect(lookalikes(opened.app, { segment: 'orders >= 0', as_of: now })).rejects.toThrow(
    'orders >= 0 leaves out 0 customers: too few to look for its like among them.',
  );
});
