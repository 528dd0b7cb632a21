import { expect, test } from 'vitest';
import { sampleVocabulary } from '../../../test/sample-vocabulary.ts';
import { openControl } from '../../control/index.ts';
import { instant } from '../../core/index.ts';
import {
  applySegments,
  clearList,
  createSegment,
  type DefinitionContext,
  type ListedIdentifier,
  deleteSegment,
  editSegment,
  excludeFromSegment,
  exportSegments,
  freezeSegment,
  includeInSegment,
  listSegments,
  readLists,
  readSegment,
  restoreVersion,
  segmentVersions,
  thawSegment,
} from './index.ts';

async function shop(): Promise<DefinitionContext> {
  let id = 0;
  const effects = { now: () => instant(1_700_000_000_000_000), randomId: () => String((id += 1)) };
  return { control: await openControl(':memory:'), vocabulary: { ...sampleVocabulary, segments: new Map() }, author: 'Ann', effects };
}

const vip = { name: 'Very important', text: 'TAGS contains "vip"', folder: 'Trade' };

test('a segment is kept in canonical text with its author and version', async () => {
  const context = await shop();
  const { segment, usedBy } = await createSegment(context, vip);
  expect(segment).toMatchObject({
    slug: 'very-important',
    text: 'tags contains "vip"',
    version: 1,
    author: 'Ann',
    folder: 'Trade',
    mode: 'live',
    createdAt: '2023-11-14T22:13:20Z',
  });
  expect(usedBy).toEqual([]);
  expect(await readSegment(context.control, 'VERY IMPORTANT')).toEqual(segment);
});

test('a taken name, a wrong definition and an unknown segment are refused', async () => {
  const context = await shop();
  await createSegment(context, vip);
  await expect(createSegment(context, { name: 'very  important!', text: 'orders >= 1' })).rejects.toMatchObject({ code: 'segment.exists' });
  await expect(createSegment(context, { name: 'Typo', text: 'contry = "GB"' })).rejects.toMatchObject({
    code: 'segment.syntax',
    hint: 'Did you mean country?',
    extra: { position: { offset: 0, length: 6, line: 1, column: 1 } },
  });
  await expect(readSegment(context.control, 'very-importnt')).rejects.toMatchObject({ code: 'segment.unknown', hint: 'Did you mean very-important?' });
  expect(await listSegments(context.control)).toHaveLength(1);
});

test('an edit is a new version, names who uses it, and can be taken back', async () => {
  const context = await shop();
  await createSegment(context, vip);
  await createSegment(context, { name: 'Best', text: 'in segment "Very important" and orders >= 5' });
  await createSegment(context, { name: 'Best abroad', text: 'in segment best and country != "GB"' });
  const edited = await editSegment(context, 'very-important', { text: 'tags contains "wholesale"', note: 'only trade' });
  expect(edited.segment).toMatchObject({ version: 2, note: 'only trade' });
  expect(edited.usedBy).toEqual(['best', 'best-abroad']);
  const restored = await restoreVersion(context, 'very-important', 1);
  expect(restored.segment).toMatchObject({ version: 3, text: 'tags contains "vip"', note: 'Version 1 restored' });
  expect((await segmentVersions(context.control, 'very-important')).map(({ version, text }) => [version, text])).toEqual([
    [3, 'tags contains "vip"'],
    [2, 'tags contains "wholesale"'],
    [1, 'tags contains "vip"'],
  ]);
});

test('a new name alone is no new version, and definitions that use the segment still find it', async () => {
  const context = await shop();
  await createSegment(context, vip);
  await createSegment(context, { name: 'Best', text: 'in segment "Very important"' });
  const { segment } = await editSegment(context, 'very-important', { name: 'Trade customers' });
  expect(segment).toMatchObject({ slug: 'very-important', name: 'Trade customers', version: 1 });
  expect((await editSegment(context, 'best', { folder: 'Top' })).warnings).toEqual([]);
});

test('a circle is refused and named', async () => {
  const context = await shop();
  await createSegment(context, { name: 'A', text: 'orders >= 1' });
  await createSegment(context, { name: 'B', text: 'in segment "A"' });
  await createSegment(context, { name: 'C', text: 'not in segment "B"' });
  await expect(editSegment(context, 'a', { text: 'in segment "C"' })).rejects.toMatchObject({
    code: 'segment.cycle',
    message: 'Segments would refer to each other in a circle: a → c → b → a.',
  });
  await expect(editSegment(context, 'a', { text: 'in segment "A"' })).rejects.toMatchObject({ code: 'segment.cycle' });
  expect(await readSegment(context.control, 'a')).toMatchObject({ version: 1, text: 'orders >= 1' });
});

test('a segment that others use stays; one that nobody uses goes, and its name is free again', async () => {
  const context = await shop();
  await createSegment(context, vip);
  await createSegment(context, { name: 'Best', text: 'in segment "very-important"' });
  await expect(deleteSegment(context, 'very-important')).rejects.toMatchObject({
    code: 'segment.in-use',
    message: 'Segment "Very important" is used by "Best".',
  });
  await deleteSegment(context, 'best');
  await deleteSegment(context, 'very-important');
  expect(await listSegments(context.control)).toEqual([]);
  expect(await listSegments(context.control, { deleted: true })).toHaveLength(2);
  expect((await createSegment(context, vip)).segment.version).toBe(1);
});

test('lists hold each customer once, on one side', async () => {
  const context = await shop();
  await createSegment(context, vip);
  const ann = { namespace: 'email', value: 'ann@example.com' };
  const bob = { namespace: 'customer_id', value: '0017' };
  expect(await includeInSegment(context, 'very-important', [ann, bob])).toBe(2);
  expect(await includeInSegment(context, 'very-important', [ann])).toBe(0);
  expect(await excludeFromSegment(context, 'very-important', [ann])).toBe(1);
  expect((await readLists(context.control, 'very-important')).map(({ value, mode }) => [value, mode])).toEqual([
    ['0017', 'include'],
    ['ann@example.com', 'exclude'],
  ]);
  expect(await clearList(context, 'very-important', [ann])).toBe(1);
  expect(await clearList(context, 'very-important')).toBe(1);
});

test('a frozen segment has its members on its list until it is thawed', async () => {
  const context = await shop();
  await createSegment(context, vip);
  const members = Array.from({ length: 1201 }, (_, n) => ({ namespace: 'customer_id', value: String(n) }));
  expect(await freezeSegment(context, 'very-important', members)).toMatchObject({ mode: 'static' });
  expect(await readLists(context.control, 'very-important')).toHaveLength(1201);
  expect(await thawSegment(context, 'very-important')).toMatchObject({ mode: 'live' });
  expect(await readLists(context.control, 'very-important')).toEqual([]);
});

test('freezing and thawing give the manual lists back', async () => {
  const context = await shop();
  await createSegment(context, vip);
  await includeInSegment(context, 'very-important', [{ namespace: 'customer_id', value: '17' }]);
  await excludeFromSegment(context, 'very-important', [{ namespace: 'customer_id', value: '18' }]);
  const before = await readLists(context.control, 'very-important');
  await freezeSegment(context, 'very-important', [
    { namespace: 'customer_id', value: '18' },
    { namespace: 'customer_id', value: '19' },
  ]);
  await freezeSegment(context, 'very-important', [{ namespace: 'customer_id', value: '20' }]);
  expect((await readLists(context.control, 'very-important')).map(({ value, mode }) => [value, mode])).toEqual([['20', 'include']]);
  await thawSegment(context, 'very-important');
  expect(await readLists(context.control, 'very-important')).toEqual(before);
});

test('the exported file applies to an empty store, and then says the same', async () => {
  const first = await shop();
  await createSegment(first, { ...vip, note: 'by hand: "yes"' });
  await createSegment(first, {
    name: 'Long',
    text: 'any of (country in ("GB", "US", "CA", "DE", "FR") and total_spent > 500, in segment "Very important", city is unknown and orders between 2 and 5)',
  });
  await createSegment(first, { name: 'Ünïcode: #1', text: 'email contains "\\u0000\\n\'#: |"', origin: 'built-in' });
  await includeInSegment(first, 'very-important', [
    { namespace: 'customer_id', value: '00123' },
    { namespace: 'email', value: 'ann@example.com' },
  ]);
  await excludeFromSegment(first, 'very-important', [{ namespace: 'phone', value: '+441134960000' }]);
  await freezeSegment(first, 'long', [{ namespace: 'customer_id', value: '1e5' }]);
  const text = await exportSegments(first.control);
  expect(text).toMatchInlineSnapshot(`
    "# Segments of a Clientele workspace. Change this file and run \`clientele segments apply FILE --dry-run\`.
    version: 1
    segments:
      - slug: long
        name: Long
        mode: static
        definition: |
          (country in ("GB", "US", "CA", "DE", "FR") and total_spent > 500)
          or in segment "very-important"
          or (city is unknown and orders between 2 and 5)
        include:
          - customer_id: "1e5"
      - slug: unicode-1
        name: "Ünïcode: #1"
        origin: built-in
        definition: |
          email contains "\\u0000\\n'#: |"
      - slug: very-important
        name: Very important
        folder: Trade
        note: 'by hand: "yes"'
        definition: |
          tags contains "vip"
        include:
          - customer_id: "00123"
          - email: ann@example.com
        exclude:
          - phone: "+441134960000"
    "
  `);
  const second = await shop();
  const report = await applySegments(second.control, text, second);
  expect(report).toMatchObject({ created: ['long', 'unicode-1', 'very-important'], changed: [], unchanged: [], deleted: [] });
  expect(await exportSegments(second.control)).toBe(text);
  expect(await applySegments(second.control, text, second)).toMatchObject({
    created: [],
    changed: [],
    unchanged: ['long', 'unicode-1', 'very-important'],
    deleted: [],
  });
});

const twoSegments = `version: 1
segments:
  - slug: first
    name: First
    definition: |
      in segment "second"
      and orders >= 2
  - slug: second
    name: Second
    definition: country = "GB"
    folder:
    include:
`;

test('a dry run says what would change and changes nothing; prune deletes what the file has not', async () => {
  const context = await shop();
  await createSegment(context, vip);
  expect(await applySegments(context.control, twoSegments, { ...context, dryRun: true, prune: true })).toMatchObject({
    created: ['first', 'second'],
    deleted: ['very-important'],
  });
  expect((await listSegments(context.control)).map(({ slug }) => slug)).toEqual(['very-important']);
  expect(await applySegments(context.control, twoSegments, { ...context, prune: true })).toMatchObject({
    created: ['first', 'second'],
    deleted: ['very-important'],
  });
  const changed = twoSegments.replace('orders >= 2', 'orders >= 3');
  expect(await applySegments(context.control, changed, context)).toMatchObject({ created: [], changed: ['first'], unchanged: ['second'], deleted: [] });
  expect(await readSegment(context.control, 'first')).toMatchObject({ version: 2, text: 'in segment "second" and orders >= 3' });
});

test("a ready segment whose data is not there is skipped, a segment of one's own is refused", async () => {
  const context = await shop();
  const text = `${twoSegments}  - slug: teens\n    name: Teens\n    origin: built-in\n    definition: shoe_size < 30\n`;
  expect(await applySegments(context.control, text, context)).toMatchObject({ created: ['first', 'second'], skipped: ['teens'] });
  expect(await listSegments(context.control)).toHaveLength(2);
  await expect(applySegments(context.control, text.replace('built-in', 'user'), context)).rejects.toMatchObject({ code: 'segment.file' });
});

test('identifiers on the lists of a file are kept as imports keep them, and one that is nobody’s is told', async () => {
  const context = await shop();
  const text = `version: 1\nsegments:\n  - slug: ours\n    name: Ours\n    definition: orders >= 2\n    include:\n      - email: ANN@example.com\n    exclude:\n      - customer_id: K99\n`;
  const identify = async (listed: readonly ListedIdentifier[]) =>
    listed.map(({ namespace, value }) => (namespace === 'email' ? { namespace, value: value.toLowerCase(), known: true } : { namespace, value, known: false }));
  const { warnings } = await applySegments(context.control, text, { ...context, identify });
  expect(warnings).toMatchObject([
    { segment: 'ours', code: 'list.nobody', message: 'No customer has the customer_id K99 (under exclude).', position: { line: 9, column: 9 } },
  ]);
  expect(await readLists(context.control, 'ours')).toMatchObject([
    { namespace: 'customer_id', value: 'K99', mode: 'exclude' },
    { namespace: 'email', value: 'ann@example.com', mode: 'include' },
  ]);
  expect(await applySegments(context.control, text, { ...context, identify })).toMatchObject({ changed: [], unchanged: ['ours'] });
});

test.each([
  ['broken YAML', 'version: 1\nsegments: [', 'line 2, column 12'],
  ['an unknown key', `${twoSegments}    colour: red\n`, 'line 8, column 5'],
  ['a table', 'Kundennr;Name\nK1;Ann\n', 'line 1, column 1: This is no YAML file of segments'],
  ['nothing at all', '', 'This is no YAML file of segments'],
  ['no version', 'segments: []\n', 'line 1, column 1'],
  ['a broken definition', twoSegments.replace('orders >= 2', 'ordrs >= 2'), 'line 7, column 11: segment "first": No trait or feature is called `ordrs`.'],
  ['a broken definition on one line', twoSegments.replace('country', 'contry'), 'line 10, column 18'],
  ['a circle', twoSegments.replace('country = "GB"', 'not in segment "first"'), 'circle'],
  [
    'a slug twice',
    twoSegments.replace('slug: second', 'slug: first').replace('in segment "second"', 'orders = 9'),
    'line 8, column 11: segment "first": There are two segments first.',
  ],
  ['a slug that is none', twoSegments.replace('slug: second', 'slug: Se cond'), 'is no slug'],
  ['too many aliases', `version: &a [1]\nsegments: [${'*a,'.repeat(2000)}]`, 'line'],
])('%s applies nothing and says where', async (_, text, where) => {
  const context = await shop();
  await createSegment(context, vip);
  const before = await exportSegments(context.control);
  await expect(applySegments(context.control, text, { ...context, file: 'segments.yaml' })).rejects.toMatchObject({
    code: 'segment.file',
    message: expect.stringContaining(where) as string,
  });
  expect(await exportSegments(context.control)).toBe(before);
});
