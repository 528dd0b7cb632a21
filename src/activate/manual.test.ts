import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sampleVocabulary } from '../../test/sample-vocabulary.ts';
import { decisionReasons } from '../contract/schemas.ts';
import { visitWords } from '../language/index.ts';
import { checkSlot } from './index.ts';
import { slotFileSchema } from './slots/file-shape.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/slots.md'), 'utf8');

test('the manual has every word of the visit and every reason of a decision', () => {
  for (const { name, type, meaning, example } of visitWords.values()) expect(page).toContain(`| \`${name}\` | ${type} | ${meaning} | \`${example}\` |`);
  for (const [reason, meaning] of Object.entries(decisionReasons)) expect(page).toContain(`| \`${reason}\` | ${meaning} |`);
});

test('the file of slots that the manual shows can be applied', async () => {
  const [, block = ''] = /```yaml\n([^`]+)```/.exec(page) ?? [];
  const { parse } = await import('yaml');
  const { slots } = slotFileSchema.parse(parse(block));
  const words = { ...sampleVocabulary, segments: new Map([['slipping-regulars', { name: 'Slipping regulars', text: 'orders >= 3' }]]) };
  expect(slots.map(({ slug, ...definition }) => [slug, checkSlot(definition, words).ok])).toEqual([['home-banner', true]]);
});
