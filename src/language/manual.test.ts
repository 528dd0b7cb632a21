import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sampleVocabulary } from '../../test/sample-vocabulary.ts';
import { checkText, diagnosticCodes, factFields, languageManual } from './index.ts';
import { operators } from './operators/index.ts';
import type { Condition } from './tree.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/segment-language.md'), 'utf8');
const forms = languageManual.flatMap((section) => section.forms.map((form) => ({ ...form, title: section.title })));

test('every folder of operators is registered, and every condition of the tree belongs to one', () => {
  const folders = readdirSync(resolve(import.meta.dirname, 'operators'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual(operators.map(({ folder }) => folder).toSorted());
  const kinds: Readonly<Record<Condition['kind'], true>> = {
    all: true,
    any: true,
    none: true,
    not: true,
    compare: true,
    known: true,
    unknown: true,
    date: true,
    'in-segment': true,
    'can-receive': true,
    random: true,
    within: true,
    sequence: true,
  };
  expect(operators.flatMap((operator) => operator.kinds).toSorted()).toEqual(Object.keys(kinds).toSorted());
});

test.each(forms)('the manual has $form, and its example is right', ({ title, form, meaning, example }) => {
  expect(page).toContain(`## ${title}\n`);
  expect(page).toContain(`| \`${form}\` | ${meaning} | \`${example}\` |`);
  expect(checkText(example, sampleVocabulary)).toMatchObject({ ok: true, value: { warnings: [] } });
});

test('an operator has at least one form', () => {
  expect(operators.filter(({ documentation }) => documentation.forms.length === 0)).toEqual([]);
});

test('every definition shown in the manual is right', () => {
  const shown = [...page.matchAll(/```segment\n([^`]+)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));
  expect(shown.length).toBeGreaterThan(5);
  for (const text of shown) expect(checkText(text, sampleVocabulary), text).toMatchObject({ ok: true, value: { warnings: [] } });
});

test('the manual has every diagnostic and every field of every kind of fact', () => {
  for (const [code, meaning] of Object.entries(diagnosticCodes)) expect(page).toContain(`| \`${code}\` | ${meaning} |`);
  const rows = page.split('\n').filter((line) => /^\| (orders, returns|items|reviews|events)/.test(line));
  (['orders', 'items', 'reviews', 'event'] as const).forEach((kind, index) => {
    for (const { word } of factFields(kind)) expect(rows[index], kind).toContain(`\`${word.name}\``);
  });
});
