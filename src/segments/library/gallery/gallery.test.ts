import { expect, test } from 'vitest';
import { parse } from '../../../language/index.ts';
import { sampleVocabulary } from '../../../../test/sample-vocabulary.ts';
import { segmentKinds } from '../../../contract/index.ts';
import { ideasOfBuying } from './ideas-of-buying.ts';
import { ideasOfPeople } from './ideas-of-people.ts';
import { missingFor } from './needs.ts';

const ideas = [...ideasOfBuying, ...ideasOfPeople];

test('every idea can be read, and there are some of every kind', () => {
  expect(ideas.filter(({ text }) => !parse(text).ok)).toEqual([]);
  expect(new Set(ideas.map(({ kind }) => kind))).toEqual(new Set(segmentKinds));
  expect(new Set(ideas.map(({ id }) => id)).size).toBe(ideas.length);
});

test('what a definition lacks is named in the words of the workspace', () => {
  const lacks = (text: string) => {
    const parsed = parse(text);
    if (!parsed.ok) throw new Error(text);
    return missingFor(parsed.value.tree, { ...sampleVocabulary, standardWords: new Map([['job_title', 'job title']]) });
  };
  expect(lacks('job_title contains "owner" and age > 3')).toEqual({ traits: ['job title'], events: [] });
  expect(lacks('"Product Viewed" then "Tour Booked" within 2 days')).toEqual({ traits: [], events: ['Tour Booked'] });
  expect(lacks('orders >= 3 and within 5 km of (1, 2)')).toEqual({ traits: [], events: [] });
});
