import { expect, test } from 'vitest';
import { checkText } from '../../language/index.ts';
import {
  adjustedRand,
  categoryColumn,
  type FeatureTable,
  principalComponents,
  project,
  randomNormal,
  seededRandom,
  squaredDistance,
} from '../../stats/index.ts';
import { vocabularyOf } from './fixtures/planted-shop.ts';
import {
  assignGroups,
  chooseK,
  amountsIn,
  describeGroup,
  describeGroups,
  fitGroupModel,
  groupPaths,
  groupSpace,
  matchGroups,
  placeRows,
  pointMethods,
  ruleText,
} from './index.ts';

const random = seededRandom(6);
const rows = 600;
const truth = Int32Array.from({ length: rows }, (_, row) => row % 3);
/** Medians 10, 40 and 200 with a long tail each. */
const spent = Float64Array.from(truth, (own) => ([10, 40, 200][own] ?? 0) * Math.exp(0.2 * randomNormal(random)));
const days = Float64Array.from(truth, (own) => ([5, 200, 30][own] ?? 0) * Math.exp(0.3 * randomNormal(random)));
const table: FeatureTable = {
  rows,
  columns: [
    { kind: 'number', name: 'total_spent', values: spent },
    { kind: 'number', name: 'days_since_last_order', values: days },
    { kind: 'number', name: 'twice_the_spend', values: spent.map((value) => 2 * value) },
    { kind: 'number', name: 'returns_count', values: new Float64Array(rows) },
    { kind: 'number', name: 'average_rating', values: new Float64Array(rows).fill(Number.NaN) },
    categoryColumn(
      'channel',
      Array.from(truth, (own) => (own === 2 ? 'shop' : 'web')),
    ),
  ],
};
const columns = ['total_spent', 'days_since_last_order', 'twice_the_spend', 'returns_count', 'average_rating'];

test('columns that say nothing, or nothing new, are left out with the reason', () => {
  const { space, leftOut } = groupSpace(table, columns);
  expect(space.columns.map(({ name }) => name)).toEqual(['total_spent', 'days_since_last_order']);
  expect(leftOut).toEqual([
    { name: 'twice_the_spend', reason: 'tells the same as another' },
    { name: 'returns_count', reason: 'nearly constant' },
    { name: 'average_rating', reason: 'mostly unknown' },
  ]);
});

// Two customers of nothing but tea and of nothing but coffee are as far apart as can be; rarely bought cups part nobody by more than they are bought.
test('shares of a whole are one thing: their distances are Hellinger’s, and their main direction counts as one number does', () => {
  const own = seededRandom(3);
  const shares = Array.from({ length: 400 }, (_, row) => {
    const cups = 0.04 * own();
    const tea = (row % 2 === 0 ? 0.8 : 0.1) + 0.1 * own();
    return [tea, 1 - tea - cups, cups] as const;
  });
  const mix = ['mix:tea', 'mix:coffee', 'mix:cups'].map((name, place) => ({
    kind: 'number' as const,
    name,
    values: Float64Array.from(shares, (each) => each[place] ?? 0),
  }));
  const { space } = groupSpace({ rows: 400, columns: mix }, ['mix:tea', 'mix:coffee', 'mix:cups']);
  const { points } = placeRows({ rows: 400, columns: mix }, space);
  const hellinger = (a: number, b: number): number =>
    [0, 1, 2].reduce((sum, place) => sum + (Math.sqrt(shares[a]?.[place] ?? 0) - Math.sqrt(shares[b]?.[place] ?? 0)) ** 2, 0);
  const ours = (a: number, b: number): number => squaredDistance(points.values, a, points.values, b, points.width);
  // But for the outer hundredths, which are drawn in, all pairs by one factor.
  const factors = Array.from({ length: 100 }, (_, pair) => ours(pair, 399 - pair) / hellinger(pair, 399 - pair)).sort((a, b) => a - b);
  expect((factors[90] ?? 0) / (factors[10] ?? 1)).toBeLessThan(1.02);
  const main = project(points, principalComponents(points, 1)).values;
  expect(main.reduce((sum, value) => sum + value * value, 0) / 400).toBeCloseTo(1, 6);
});

test.each(pointMethods)('%s finds the planted groups, and puts new rows into them from plain JSON', (method) => {
  const { space } = groupSpace(table, ['total_spent', 'days_since_last_order', ...(method === 'k-prototypes' ? ['channel'] : [])]);
  const model = fitGroupModel(method, space, placeRows(table, space), 3, 1);
  const assignments = assignGroups(JSON.parse(JSON.stringify(model)), table);
  expect(model.k).toBe(3);
  const inside = Uint32Array.from(assignments.keys()).filter((row) => (assignments[row] ?? -1) >= 0);
  expect(inside.length).toBeGreaterThan(0.9 * rows);
  expect(
    adjustedRand(
      Int32Array.from(inside, (row) => assignments[row] ?? -1),
      Int32Array.from(inside, (row) => truth[row] ?? -1),
    ),
  ).toBeGreaterThan(0.97);
});

test('three groups are chosen where there are three, and an even cloud is called none', () => {
  const { space } = groupSpace(table, columns);
  const choice = chooseK(placeRows(table, space).points, 6, 1);
  expect(choice).toMatchObject({ k: 3, natural: true });
  const cloud = { rows: 400, width: 2, values: Float64Array.from({ length: 800 }, () => randomNormal(random)) };
  expect(chooseK(cloud, 5, 1).natural).toBe(false);
});

// As the customers of a shopping mall lie by income and spending: two groups are no better than one, five are plain.
test('five groups of the same size are natural though two of them would not be, and one tilted cloud is not', () => {
  const own = seededRandom(8);
  const five = [
    [-2, -2],
    [-2, 2],
    [0, 0],
    [2, -2],
    [2, 2],
  ];
  const values = Float64Array.from({ length: 400 }, (_, at) => (five[(at >> 1) % 5]?.[at % 2] ?? 0) + 0.45 * randomNormal(own));
  expect(chooseK({ rows: 200, width: 2, values }, 8, 1)).toMatchObject({ k: 5, natural: true });
  for (const width of [2, 3, 5]) {
    const tilted = Float64Array.from({ length: 500 }, () => randomNormal(own));
    const cloud = Float64Array.from({ length: 500 * width }, (_, at) => (tilted[Math.floor(at / width)] ?? 0) + 0.6 * randomNormal(own));
    expect(chooseK({ rows: 500, width, values: cloud }, 8, 1).natural).toBe(false);
  }
});

// Three planted groups, each of two halves a little apart: as three or as six they lie about as far apart, and halves of the points always show them again; seven are clearly worse.
test('as many groups as before are kept where no other number is clearly better', () => {
  const own = seededRandom(5);
  const values = Float64Array.from({ length: 1200 }, (_, at) => {
    const row = at >> 1;
    const [group, half] = [row % 3, Math.floor(row / 3) & 1];
    return (at % 2 === 0 ? 10 * Math.cos(2.1 * group) : 10 * Math.sin(2.1 * group)) + (half === 0 ? 2.15 : -2.15) + 0.8 * randomNormal(own);
  });
  const points = { rows: 600, width: 2, values };
  const free = chooseK(points, 8, 1);
  const other = free.k === 3 ? 6 : 3;
  expect([3, 6]).toContain(free.k);
  expect(chooseK(points, 8, 1, undefined, other)).toMatchObject({ k: other, reason: `${other} groups as before: no other number is clearly better.` });
  expect(chooseK(points, 8, 1, undefined, 7)).toMatchObject({ k: free.k, reason: free.reason });
});

test('groups are named and described by what sets them apart', () => {
  const groups = describeGroups(table, truth, 3);
  expect(groups.map(({ customers }) => customers)).toEqual([200, 200, 200]);
  expect(groups[2]?.name.toLowerCase()).toContain('big spenders');
  expect(groups[1]?.name.toLowerCase()).toContain('long gone');
  expect(new Set(groups.map(({ name }) => name)).size).toBe(3);
  const shop = groups[2]?.distinctions.find(({ column }) => column === 'channel');
  expect(shop).toMatchObject({ level: 'shop', inside: 1, outside: 0 });
  // Twice the spend says what the spend says: one of them is told, of those with the middle one none.
  expect(groups.map(({ distinctions }) => distinctions.filter(({ column }) => column === 'total_spent' || column === 'twice_the_spend').length)).toEqual([
    1, 0, 1,
  ]);
  const [first] = describeGroups({ rows, columns: table.columns.filter(({ name }) => name !== 'twice_the_spend') }, truth, 3);
  expect(first === undefined ? '' : describeGroup(first, { label: (column) => column.replaceAll('_', ' '), amount: amountsIn(vocabularyOf()) })).toMatch(
    /^200 customers \(33%\): .*total spent £[\d.,]+ \(others £[\d.,]+\)/,
  );
});

test('a column of noughts and ones is told as who has it', () => {
  const has = Float64Array.from(truth, (own, row) => (own === 2 || row % 10 === 0 ? 1 : own === 1 && row % 7 === 0 ? Number.NaN : 0));
  const groups = describeGroups({ rows, columns: [{ kind: 'number', name: 'mens', values: has }] }, truth, 3);
  // Of the third all; of the other two the twentieth row, each tenth of them.
  expect(groups[2]).toMatchObject({ name: 'Mens', distinctions: [{ kind: 'category', column: 'mens', level: '1', inside: 1 }] });
  expect(groups[2]?.distinctions[0]?.outside).toBeCloseTo(0.105, 2);
  expect(groups[0]?.name).toBe('No mens');
  const words = { label: (column: string) => column, amount: amountsIn(vocabularyOf()) };
  expect(groups[2] === undefined ? '' : describeGroup(groups[2], words)).toMatch(/^200 customers \(33%\): mens: 100% \(others 1\d%\)\.$/);
});

test('what tells the same over another time is told once, unless it goes the other way', () => {
  const noisy = (factor: readonly number[]): Float64Array => Float64Array.from(truth, (own) => (factor[own] ?? 1) * Math.exp(0.5 * randomNormal(random)));
  const told = (lately: readonly number[]): readonly string[] | undefined =>
    describeGroups(
      {
        rows,
        columns: [
          { kind: 'number', name: 'orders_count', values: noisy([2, 3, 30]) },
          { kind: 'number', name: 'orders_last_12_months', values: noisy(lately) },
        ],
      },
      truth,
      3,
    )[2]?.distinctions.map(({ column }) => column);
  expect(told([1, 1, 8])).toHaveLength(1);
  expect(told([8, 8, 1])).toHaveLength(2);
});

test('a difference that rounds to the same number is left out, and money is money', () => {
  const words = { label: (column: string) => column, amount: amountsIn(vocabularyOf()) };
  const distinctions = [
    { kind: 'number', column: 'emails_opened_90d', inside: 0, outside: 0, effect: 1.3 },
    { kind: 'number', column: 'total_spent', inside: 0, outside: 74.5, effect: -1 },
    { kind: 'category', column: 'channel', level: 'web', inside: 0.101, outside: 0.099, effect: 0.4 },
  ] as const;
  expect(describeGroup({ group: 0, name: 'Quiet', customers: 16, share: 0.16, distinctions }, words)).toBe(
    '16 customers (16%): total_spent £0 (others £74.50).',
  );
});

test('a few conditions say a group, in the segment language', () => {
  const paths = groupPaths(
    { rows, columns: table.columns.slice(0, 2) },
    Uint8Array.from(truth, (own) => Number(own === 1)),
  );
  const text = ruleText(paths, { isBoolean: () => false });
  const checked = checkText(text ?? '', vocabularyOf());
  expect(checked.ok).toBe(true);
  expect(text).toMatch(/days_since_last_order > \d+/);
});

test('unknown values, ranges and levels are said as they are meant', () => {
  const range = { kind: 'number', column: 'orders_count', low: 2.5, high: 9.123456, unknown: false } as const;
  const levels = { kind: 'category', column: 'shop town', levels: ['Leeds', 'York "N"'], unknown: true } as const;
  expect(ruleText([[range, levels], [{ ...range, low: null, unknown: true }]], { isBoolean: () => false })).toBe(
    '((orders_count > 2.5 and orders_count <= 9.123) and ("shop town" in ("Leeds", "York \\"N\\"") or "shop town" is unknown)) or (orders_count <= 9.123 or orders_count is unknown)',
  );
  expect(ruleText([], { isBoolean: () => false })).toBeUndefined();
});

// Before: 7 = {1, 2, 3}, 9 = {4, 5}. Now: {4, 5, 6}, {1, 2, 3}, {8}: two go on (2/2 of those known before, 3/3), one is new.
test('groups that are found again keep their number', () => {
  const previous = { profiles: Int32Array.of(1, 2, 3, 4, 5), numbers: Int32Array.of(7, 7, 7, 9, 9) };
  const matched = matchGroups(previous, Int32Array.of(1, 2, 3, 4, 5, 6, 8), Int32Array.of(1, 1, 1, 0, 0, 0, 2), 3);
  expect(matched).toEqual({ numbers: [9, 7, 10], overlaps: [1, 1, null], ended: [] });
  expect(matchGroups(undefined, Int32Array.of(1, 2), Int32Array.of(0, 1), 2).numbers).toEqual([0, 1]);
});
