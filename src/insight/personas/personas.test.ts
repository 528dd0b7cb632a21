import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sql, timestamp } from '../../sql/index.ts';
import { readVocabulary } from '../../profiles/index.ts';
import { insightContext } from '../base/context.ts';
import { loadMembers } from '../scorecard/load-members.ts';
import { smallMoment, smallShop, smallWorkspace } from '../small-shop.ts';
import { anonymous } from './anonymous.ts';
import { offersFor, personaCard } from './card.ts';
import { personaChanges } from './changes.ts';
import { toldValue } from './facts.ts';
import { heard } from './heard.ts';
import { personaPage } from './page.ts';
import { complaints } from './phrases.ts';

describe('a quote tells nobody’s name', () => {
  const known = new Set(['anna', 'ruiz', 'tom', 'will']);
  test('addresses, numbers, the writer’s name and those of other customers are taken out; everyday words stay', () => {
    const text = 'Anna Ruiz here. Will you call Tom on +44 20 7946 0958 or anna.ruiz@example.org? Order 1042, see www.example.org/me. Thanks, Tom';
    const plain = anonymous(text, new Set(['anna', 'ruiz']), known);
    expect(plain).toBe('[name] [name] here. Will you call [name] on [number] or [address] Order [number], see [address] Thanks, [name]');
  });
  test('whatever is written around them, the own name, digits and mail addresses never come through', () => {
    assert(
      property(string(), string(), (before, after) => {
        const plain = anonymous(`${before} anna ${after} me@example.org 12345`, new Set(['anna']), known);
        expect(plain).not.toMatch(/(?<![\p{L}])anna(?![\p{L}])/u);
        expect(plain).not.toMatch(/\d|\S@\S/u);
      }),
      { numRuns: 200 },
    );
  });
});

test('complaints are phrases of the unhappy, counted by people', () => {
  const unhappy = [1, 2, 3, 4].map((profile) => ({ profile, text: profile === 4 ? 'Lovely coffee.' : 'The bag was split again. The bag was split again.' }));
  const happy = [5, 6, 7, 8].map((profile) => ({ profile, text: 'Lovely coffee, quick delivery.' }));
  const [first, ...rest] = complaints(unhappy, happy, 3);
  expect(first).toMatchObject({ people: 3 });
  expect(first?.phrase).toMatch(/split/);
  expect(rest.some(({ phrase }) => phrase.includes('lovely'))).toBe(false);
});

test('one complaint is told once: by one phrase, within what is said between two conjunctions', () => {
  const unhappy = [1, 2, 3, 4].map((profile) => ({ profile, text: 'The bag had split and half of it lay in the box.' }));
  const happy = [5, 6, 7, 8].map((profile) => ({ profile, text: 'Lovely coffee, quick delivery.' }));
  expect(complaints(unhappy, happy, 3)).toEqual([{ phrase: 'bag had split', people: 4 }]);
});

test('what is denied is told with its denial', () => {
  const happy = [5, 6, 7, 8].map((profile) => ({ profile, text: 'Will buy again.' }));
  const said = (text: string) =>
    complaints(
      [1, 2, 3, 4].map((profile) => ({ profile, text })),
      happy,
      3,
    );
  expect(said('Would not buy again.')).toEqual([{ phrase: 'not buy again', people: 4 }]);
  expect(said("I wouldn't buy again.")).toEqual([{ phrase: "wouldn't buy again", people: 4 }]);
});

test('a page says where its numbers are from in plain words, one label over its values, and one date', () => {
  const fact = (label: string, value: string, source: string) => ({ label, value, share: 0.5, people: 6, source, expression: null });
  const card = {
    share: 0.1,
    expression: 'in segment "Tea"',
    as_of: '2026-06-30T23:00:00Z',
    people: 12,
    sentence: 'Twelve.',
    how: 'From traits as of 1 July 2026.',
    quote: null,
    demographics: [fact('country', 'GB', 'trait country'), fact('country', 'IE', 'trait country')],
    habits: [fact('favourite category', 'Tea', 'feature favourite_category')],
    motives: [],
    channels: [],
    objections: [],
    distinct: [],
    offers: [],
  };
  const at = '2026-07-01T00:00:00Z';
  const persona = {
    id: 'tess',
    name: 'Tess',
    segment: { slug: 'tea', name: 'Tea' },
    edits: {},
    notes: [],
    changed: [],
    drawn_at: at,
    has_picture: false,
    created_by: 'Olive',
    updated_at: at,
  };
  const page = personaPage({ ...persona, card }, null);
  expect(page).toContain('<tr><td>country</td><td>United Kingdom, 50%</td><td>6 people, from your records</td></tr><tr><td></td><td>Ireland');
  expect(page).toContain('6 people, worked out from what they do');
  expect(page).not.toMatch(/trait country|feature favourite|2026-06-30/);
});

test('fewer than ten people have no persona, and nothing that fewer than five have is told', async () => {
  const orders = Array.from({ length: 12 }, (_, at) => ({ profile: at + 1, daysAgo: 10 + at, total: 20, category: at < 9 ? 'Tea' : 'Cake' }));
  const warehouse = await smallShop(14, orders);
  for (let profile = 1; profile <= 12; profile += 1)
    await warehouse.run(sql`insert into feedback by name select 1 as batch, 'shop' as source, ${String(profile)} as record_id, ${profile}::INTEGER as profile, 'survey' as kind, ${timestamp(smallMoment)} as occurred_at, 4::DOUBLE as rating,
      'I like this tea and its smell very much' as text, ${JSON.stringify({ reason: profile <= 8 ? 'Taste' : profile <= 10 ? 'Price' : 'Smell' })} as properties`);
  const context = insightContext(warehouse, smallWorkspace, smallMoment);
  const vocabulary = await readVocabulary(warehouse, { workspace: smallWorkspace, segments: new Map() });
  const side = (count: number) => ({
    name: 'Buyers',
    slug: 'buyers',
    expression: 'in segment "Buyers"',
    members: Int32Array.from({ length: count }, (_, at) => at + 1),
  });
  expect(await personaCard(context, vocabulary, side(9), new Set())).toMatchObject({ people: 9, habits: [], quote: null });
  const card = await personaCard(context, vocabulary, side(12), new Set());
  // What a group is offered is what its card would say; of fewer than ten nothing.
  expect(card.offers.length).toBeGreaterThan(0);
  expect(await offersFor(context, vocabulary, side(12))).toEqual(card.offers);
  expect(await offersFor(context, vocabulary, side(9))).toEqual([]);
  const favourites = card.habits.filter(({ source }) => source === 'feature favourite_category');
  // The shop gives no discounts.
  expect(card.habits.some(({ source }) => source === 'feature discount_share')).toBe(false);
  expect(card.offers.some(({ text }) => text.includes('iscounts'))).toBe(false);
  // Three prefer cake: too few to be told, also by what is left of nine in twelve.
  expect(favourites).toEqual([
    {
      label: 'favourite category',
      value: 'Tea',
      share: null,
      people: 12,
      expression: 'in segment "Buyers" and favourite_category = "Tea"',
      source: 'feature favourite_category',
    },
  ]);
  expect(card.motives).toMatchObject([{ label: 'reason', value: 'Taste', people: 8, share: 8 / 12 }]);
  expect(card.quote?.text).toBe('I like this tea and its smell very much');
  expect(personaChanges(card, card)).toEqual([]);
  const later = { ...card, people: 20, motives: card.motives.map((fact) => ({ ...fact, share: 0.5 })) };
  expect(personaChanges(card, later).map(({ sentence }) => sentence)).toEqual(['20 customers instead of 12.', 'reason Taste: 50% instead of 67%.']);
});

test('a complaint of four is not told, and of two answers none from which those with the other could be counted', async () => {
  const warehouse = await smallShop(
    12,
    Array.from({ length: 12 }, (_, at) => ({ profile: at + 1, daysAgo: 10, total: 20 })),
  );
  const said = (profile: number): string => (profile <= 4 ? 'Treadmills broken again.' : profile <= 9 ? 'Showers too cold.' : 'Hm.');
  for (let profile = 1; profile <= 11; profile += 1)
    await warehouse.run(sql`insert into feedback by name select 1 as batch, 'shop' as source, ${String(profile)} as record_id, ${profile}::INTEGER as profile, 'survey' as kind,
      ${timestamp(smallMoment)} as occurred_at, ${profile <= 9 ? 1 : 5}::DOUBLE as rating, ${said(profile)} as text, ${JSON.stringify({ sauna: profile <= 8 ? 'yes' : 'no' })} as properties`);
  const context = insightContext(warehouse, smallWorkspace, smallMoment);
  const members = Int32Array.from({ length: 12 }, (_, at) => at + 1);
  await loadMembers(warehouse, [{ slug: 'persona', name: 'Buyers', members }]);
  const { objections } = await heard(context);
  expect(objections.map(({ value, people }) => [value, people])).toEqual([['showers too cold', 5]]);
  // Eight of eleven say yes: three say no.
  const vocabulary = await readVocabulary(warehouse, { workspace: smallWorkspace, segments: new Map() });
  const side = { name: 'Buyers', slug: 'buyers', expression: 'in segment "Buyers"', members };
  expect((await personaCard(context, vocabulary, side, new Set())).motives).toMatchObject([{ value: 'yes', share: null, people: 11 }]);
  expect(toldValue({ value: 'yes', people: 6, known: 11, answers: 2 })).toEqual({ value: 'yes', share: 6 / 11, people: 6 });
  expect(toldValue({ value: 'tea', people: 8, known: 11, answers: 3 })).toEqual({ value: 'tea', share: 8 / 11, people: 8 });
});
