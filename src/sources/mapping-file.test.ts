import { expect, test } from 'vitest';
import type { Mapping } from '../contract/index.ts';
import { applyPreset, presets } from './presets/index.ts';
import { mappingFromYaml, mappingToYaml } from './mapping-file.ts';

const plain = (mapping: Mapping) => ({
  ...mapping,
  warnings: undefined,
  columns: mapping.columns.map(({ header, field, name, dateOrder }) => ({ header, field, name, dateOrder })),
});

test.each(presets.map((preset) => [preset.id, preset] as const))('a mapping of %s survives being saved and read', (_id, preset) => {
  const headers = preset.signature.map((one) => (typeof one === 'string' ? one : (one[0] ?? '')));
  const mapping = applyPreset(preset, [...headers, 'Weird: "header" #1', 'yes', '007'], 'unsubscribed_x.csv');
  const read = mappingFromYaml(mappingToYaml(mapping));
  expect(read.ok && plain(read.value)).toEqual(plain(mapping));
});

test('what a person leaves out of a file has a meaning', () => {
  const read = mappingFromYaml('version: 1\nkind: customers\ncolumns:\n  - { header: Nr, field: customer_id }\n');
  expect(read).toEqual({
    ok: true,
    value: {
      version: 1,
      preset: 'mapped',
      kind: 'customers',
      source: 'shop',
      options: {},
      columns: [{ header: 'Nr', field: 'customer_id', confidence: 1, reason: 'mapping file' }],
    },
  });
});

test.each([
  ['an unknown key', 'version: 1\nkind: customers\ncolour: red\ncolumns: [{header: a, field: email}]\n', 'colour', 3],
  ['an unknown kind', 'version: 1\nkind: clients\ncolumns: [{header: a, field: email}]\n', 'kind', 2],
  [
    'a field that the kind does not have',
    'version: 1\nkind: customers\ncolumns:\n  - {header: a, field: email}\n  - {header: b, field: order_id}\n',
    'columns.1.field',
    5,
  ],
  ['an option of another type', 'version: 1\nkind: customers\noptions:\n  decimal: dot\ncolumns: [{header: a, field: email}]\n', 'options.decimal', 4],
  ['broken YAML', 'version: 1\nkind: [customers\n', '', 3],
  ['a newer version', 'version: 2\nkind: customers\ncolumns: [{header: a, field: email}]\n', 'version', 1],
])('%s is a diagnostic with its key and line', (_name, text, path, line) => {
  const read = mappingFromYaml(text);
  expect(read.ok).toBe(false);
  expect(!read.ok && [read.error.path, read.error.line]).toEqual([path, line]);
});

test.each(['', '[]', 'null', '- a\n- b', 'version: 1', '\u0000', '&a [*a]', '"unclosed'])('text that is no mapping never throws: %j', (text) => {
  expect(mappingFromYaml(text).ok).toBe(false);
});

test('what words mean is kept with the columns', () => {
  const text = 'version: 1\nkind: customers\ncolumns: [{header: News, field: accepts_email}]\noptions: {meanings: {jo mei: yes, naa: no, "?": unknown}}\n';
  const read = mappingFromYaml(text);
  expect(read.ok && read.value.options).toEqual({ meanings: { 'jo mei': 'yes', naa: 'no', '?': 'unknown' } });
  expect(read.ok && mappingFromYaml(mappingToYaml(read.value))).toEqual(read);
});
