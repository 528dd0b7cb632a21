import { expect, test } from 'vitest';
import { sql, timestamp } from '../../sql/index.ts';
import { insightContext } from '../base/context.ts';
import { smallMoment, smallShop, smallWorkspace } from '../small-shop.ts';
import { satisfaction, scaleOf, scoreOf } from './satisfaction.ts';

test('of 50 promoters, 30 passives and 20 detractors the score is 30, ± 1.96 · √((.7 − .09) / 100) = 15.3', () => {
  const found = scoreOf({ promoters: 50, passives: 30, detractors: 20 }, 'nps');
  expect(found.score).toBeCloseTo(30, 12);
  expect(found.high).toBeCloseTo(30 + 196 * Math.sqrt(0.61 / 100), 2);
  expect(scoreOf({ promoters: 0, passives: 0, detractors: 0 }, 'nps').score).toBeNull();
});

test('answers of 0 to 10 and ratings of 1 to 5 are told apart by their source, and few answers are not shown', async () => {
  const warehouse = await smallShop(9, []);
  const answers: readonly (readonly [profile: number, source: string, rating: number])[] = [
    [1, 'poll', 10],
    [2, 'poll', 9],
    [3, 'poll', 8],
    [4, 'poll', 3],
    [5, 'poll', 10],
    [6, 'reviews', 5],
    [7, 'reviews', 2],
  ];
  for (const [profile, source, rating] of answers)
    await warehouse.run(
      sql`insert into feedback by name select 1 as batch, ${source} as source, ${String(profile)} as record_id, ${profile}::INTEGER as profile, 'survey' as kind, ${timestamp(smallMoment)} as occurred_at, ${rating}::DOUBLE as rating`,
    );
  const context = insightContext(warehouse, smallWorkspace, smallMoment);
  const few = { name: 'Few', slug: null, expression: 'orders = 0', members: Int32Array.of(1, 2) };
  const nps = await satisfaction(context, { measure: 'nps', by: 'quarter', segments: [few] });
  // Three of five promote, one does not: 40.
  expect(nps.overall).toMatchObject({ answers: 5, score: 40, promoters: 3, detractors: 1 });
  expect(nps.segments[0]).toMatchObject({ answers: 2, score: null, promoters: 0 });
  const csat = await satisfaction(context, { measure: 'csat', by: 'quarter', segments: [] });
  // What two said is not told, as of a segment.
  expect(csat.overall).toMatchObject({ answers: 2, score: null, mean: null });
  expect(csat.sentence).toBe('Of 2 answers no score is shown: that takes 5.');
  expect(await scaleOf(context)).toBe('nps');
  await warehouse.run(sql`delete from feedback where source = 'poll'`);
  expect(await scaleOf(context)).toBe('csat');
  await warehouse.run(sql`delete from feedback`);
  expect(await scaleOf(context)).toBe('nps');
});

test('a segment in which nobody answered more than 5 of 10 is one of detractors, not of promoters on a scale to 5', async () => {
  const warehouse = await smallShop(6, []);
  for (const [place, rating] of [5, 4, 5, 4, 5, 10].entries())
    await warehouse.run(
      sql`insert into feedback by name select 1 as batch, 'poll' as source, ${String(place)} as record_id, ${place + 1}::INTEGER as profile, 'survey' as kind, ${timestamp(smallMoment)} as occurred_at, ${rating}::DOUBLE as rating`,
    );
  const cold = { name: 'Cold', slug: null, expression: 'orders = 0', members: Int32Array.of(1, 2, 3, 4, 5) };
  const { segments } = await satisfaction(insightContext(warehouse, smallWorkspace, smallMoment), { measure: 'nps', by: 'quarter', segments: [cold] });
  expect(segments[0]).toMatchObject({ answers: 5, score: -100, promoters: 0, detractors: 5 });
});

test('of answers of 1 to 7 those of 6 and 7 are content, and what goes beyond 10 is said not to count', async () => {
  const warehouse = await smallShop(6, []);
  const answer = (source: string, at: string, rating: number, place: number) =>
    warehouse.run(
      sql`insert into feedback by name select 1 as batch, ${source} as source, ${`${source} ${place}`} as record_id, ${1 + (place % 6)}::INTEGER as profile, 'survey' as kind, ${at}::TIMESTAMP as occurred_at, ${rating}::DOUBLE as rating`,
    );
  const context = insightContext(warehouse, smallWorkspace, smallMoment);
  // Each of 1 to 7 three times: 6 of 21 are 6 or 7.
  for (let place = 0; place < 21; place += 1) await answer('effort', '2026-06-01 10:00:00', 1 + (place % 7), place);
  expect((await satisfaction(context, { measure: 'csat', by: 'quarter', segments: [] })).overall).toMatchObject({
    answers: 21,
    promoters: 6,
    passives: 6,
    detractors: 9,
  });
  expect((await satisfaction(context, { measure: 'nps', by: 'quarter', segments: [] })).overall.answers).toBe(0);
  // A handful that nobody answered with 8 or more may still be of 0 to 10.
  for (const [place, rating] of [7, 6, 3, 5, 6].entries()) await answer('few', '2026-06-01 10:00:00', rating, place);
  expect((await satisfaction(context, { measure: 'nps', by: 'quarter', segments: [] })).overall).toMatchObject({ answers: 5, detractors: 4 });
  for (const [place, rating] of [80, 95, 20].entries()) await answer('percent', '2026-06-01 10:00:00', rating, place);
  expect((await satisfaction(context, { measure: 'csat', by: 'quarter', segments: [] })).sentence).toMatch(
    / 3 answers are on a scale that goes beyond 10 and not counted: /,
  );
});

test('a figure of months says since when, where older answers are not in it', async () => {
  const warehouse = await smallShop(6, []);
  for (const [place, at] of ['2024-02-01', '2024-03-01', '2026-05-01', '2026-05-02', '2026-05-03', '2026-06-01', '2026-06-02'].entries())
    await warehouse.run(
      sql`insert into feedback by name select 1 as batch, 'poll' as source, ${String(place)} as record_id, 1 as profile, 'survey' as kind, ${at}::TIMESTAMP as occurred_at, 5::DOUBLE as rating`,
    );
  const context = insightContext(warehouse, smallWorkspace, smallMoment);
  const said = async (by: 'month' | 'quarter') => (await satisfaction(context, { measure: 'csat', by, segments: [] })).sentence;
  expect(await said('quarter')).toMatch(/ of those who answered are satisfied, from 7 answers\.$/);
  expect(await said('month')).toMatch(/ from 5 answers since 1 \w+ 2025\.$/);
});

test('answers of 1 to 10 count as they are, and it is said that the published score is of 0 to 10', async () => {
  const warehouse = await smallShop(6, []);
  const answer = (batch: number, rating: number, place: number) =>
    warehouse.run(
      sql`insert into feedback by name select ${batch} as batch, 'poll' as source, ${`${batch} ${place}`} as record_id, ${1 + (place % 6)}::INTEGER as profile, 'survey' as kind, ${timestamp(smallMoment)} as occurred_at, ${rating}::DOUBLE as rating`,
    );
  const context = insightContext(warehouse, smallWorkspace, smallMoment);
  const said = async (oneToTen: readonly number[] = []) => satisfaction(context, { measure: 'nps', by: 'quarter', segments: [], oneToTen });
  // Nobody answered 0 or 1: that says nothing, unless the question does.
  for (const [place, rating] of [10, 9, 9, 3, 8, 10].entries()) await answer(1, rating, place);
  expect((await said()).sentence).not.toContain('of 1 to 10');
  expect((await said([1])).sentence).toMatch(/ 6 answers seem to be of 1 to 10, since none is 0; they count as they are\. The published score is of 0 to 10,/);
  // Four promote, one does not: (4 − 1) / 6.
  expect((await said([1])).overall.score).toBe(50);
  // Of those who answer 0 or 1 where both can be, at most half answer 1: five of five come by chance once in 32 times.
  for (const [place, rating] of [1, 1, 1, 1, 10].entries()) await answer(2, rating, place);
  expect((await said()).sentence).not.toContain('of 1 to 10');
  await answer(2, 1, 5);
  expect((await said()).sentence).toContain(' 6 answers seem to be of 1 to 10');
  await answer(2, 0, 6);
  expect((await said([2])).sentence).not.toContain('of 1 to 10');
  expect((await said()).overall).toMatchObject({ answers: 13, promoters: 5, detractors: 7 });
});

test('answers without a date count, and are in no period: a file of reviews that has none says how content they are all the same', async () => {
  const warehouse = await smallShop(3, []);
  const answer = (at: string | null, rating: number, place: number) =>
    warehouse.run(
      sql`insert into feedback by name select 1 as batch, 'reviews' as source, ${String(place)} as record_id, null::INTEGER as profile, 'review' as kind, ${at}::TIMESTAMP as occurred_at, ${rating}::DOUBLE as rating`,
    );
  for (const [place, rating] of [5, 4, 4, 5, 1, 2, 3, 5].entries()) await answer(null, rating, place);
  const context = insightContext(warehouse, smallWorkspace, smallMoment);
  expect(await scaleOf(context)).toBe('csat');
  const alone = await satisfaction(context, { measure: 'csat', by: 'quarter', segments: [] });
  expect(alone.overall).toMatchObject({ answers: 8, score: 5 / 8, mean: 29 / 8 });
  expect(alone.periods).toEqual([]);
  expect(alone.sentence).toMatch(/satisfied, from 8 answers\. They have no dates, so nothing is told over time\.$/);
  const [date = ''] = new Date(smallMoment / 1000 - 86_400_000).toISOString().split('T');
  await answer(`${date} 12:00:00`, 5, 9);
  const dated = await satisfaction(context, { measure: 'csat', by: 'quarter', segments: [] });
  expect(dated.overall).toMatchObject({ answers: 9, score: 6 / 9 });
  expect(dated.periods.at(-1)).toMatchObject({ answers: 1 });
  expect(dated.sentence).toContain(' 8 of them have no date and are in no period.');
});
