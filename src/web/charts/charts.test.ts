import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { darkColours, lightColours } from '../../contract/index.ts';
import { bandOption } from './band-chart.tsx';
import { barOption } from './bar-chart.tsx';
import { cloudOption } from './cloud-chart.tsx';
import { curveOption } from './curve-chart.tsx';
import { flowOption } from './flow-chart.tsx';
import { leastStep } from './frame.ts';
import { heatOption } from './heat-map.tsx';
import { lineOption } from './line-chart.tsx';
import { lorenzOption } from './lorenz-chart.tsx';
import { mapOption } from './point-map.tsx';
import { scatterOption } from './scatter-chart.tsx';

const format = String;
const evil = '<img src=x onerror=alert(1)>';

const options = (colours: typeof darkColours) => ({
  line: lineOption(
    {
      axis: [evil, 'b'],
      lines: [
        { name: evil, values: [1, 2] },
        { name: 'two', values: [2, null], tone: 'risk' },
      ],
      format,
      area: true,
      unfinished: true,
    },
    colours,
  ),
  bar: barOption(
    {
      bars: [
        { name: evil, value: 3, tone: 'growth' },
        { name: 'b', value: 1 },
      ],
      format,
      lying: true,
    },
    colours,
  ),
  heat: heatOption(
    {
      columns: [evil],
      rows: ['r'],
      cells: [{ column: 0, row: 0, value: 2 }],
      format,
      steps: 'roots',
      numbers: true,
      everyName: true,
      columnTitle: '',
      rowTitle: '',
    },
    colours,
  ),
  flow: flowOption(
    {
      stops: [
        { id: 'a', name: evil },
        { id: 'b', name: 'b', tone: 'value' },
      ],
      streams: [{ from: 'a', to: 'b', value: 2 }],
      format,
    },
    colours,
  ),
  lorenz: lorenzOption(
    {
      points: [
        { people: 0, value: 0 },
        { people: 1, value: 1 },
      ],
      format,
      mark: { people: 0.5, value: 0.8, words: 'half' },
      peopleTitle: 'p',
      valueTitle: 'v',
    },
    colours,
  ),
  map: mapOption({ places: [{ name: evil, latitude: 50, longitude: 1, value: 3 }], format }, colours),
  band: bandOption(
    {
      axis: [evil, 'b', 'c'],
      bands: [
        { name: evil, values: [1, 2, 3], low: [0, 1, 1], high: [2, 4, 6] },
        { name: 'so far', values: [1, null, null], tone: 'neutral', dashed: true },
      ],
      format,
      marks: [{ at: 1, words: evil }],
      most: 10,
      fromZero: true,
      axisTitle: 'weeks',
    },
    colours,
  ),
  curve: curveOption(
    {
      curves: [
        { name: evil, points: [{ x: 0.1, y: 0.2, low: 0.1, high: 0.3, note: evil }], dots: true },
        { name: 'b', points: [{ x: 0, y: 0 }], dashed: true },
      ],
      xTitle: 'x',
      yTitle: 'y',
      formatX: format,
      formatY: format,
      diagonal: { words: 'as promised', x: 1, y: 1 },
      mostX: 1,
    },
    colours,
  ),
  cloud: cloudOption(
    {
      points: [
        { id: 1, group: 0, x: 1, y: 2 },
        { id: 2, group: 1, x: 2, y: 2 },
      ],
      groups: [
        { group: 0, name: evil },
        { group: 1, name: 'b' },
      ],
      xTitle: 'x',
      yTitle: 'y',
      nameOf: () => evil,
    },
    colours,
  ),
  scatter: scatterOption({ points: [{ name: evil, x: 1, y: 2 }], xTitle: 'x', yTitle: 'y', formatX: format, formatY: format }, colours),
});

test('a chart has no colour but the tokens of its theme', () => {
  for (const colours of [lightColours, darkColours]) {
    const found = [...JSON.stringify(options(colours)).matchAll(/#[0-9a-f]{3,8}/gi)].map(([colour]) => colour);
    expect(found.filter((colour) => !Object.values(colours).includes(colour))).toEqual([]);
  }
  const folder = import.meta.dirname;
  const own = readdirSync(folder).filter((file) => !file.endsWith('.test.ts') && /#[0-9a-f]{3,8}\b|rgba?\(/i.test(readFileSync(join(folder, file), 'utf8')));
  expect(own).toEqual([]);
});

test('names in tooltips are text, whatever a file or person wrote', () => {
  const { line, bar, heat, flow, map, scatter, band, curve, cloud } = options(lightColours);
  const shown = [
    line.tooltip.formatter([{ dataIndex: 0 }]),
    bar.tooltip.formatter({ dataIndex: 0 }),
    heat.tooltip.formatter({ dataIndex: 0 }),
    flow.tooltip.formatter({ dataType: 'edge', dataIndex: 0, value: 2 }),
    flow.tooltip.formatter({ dataType: 'node', dataIndex: 0, value: 2 }),
    map.tooltip.formatter({ dataIndex: 0, seriesType: 'scatter' }),
    scatter.tooltip.formatter({ dataIndex: 0 }),
    band.tooltip.formatter([{ dataIndex: 0 }]),
    curve.tooltip.formatter({ seriesIndex: 0, dataIndex: 0 }),
    cloud.tooltip.formatter({ seriesIndex: 0, dataIndex: 0 }),
  ];
  for (const text of shown) {
    expect(text).toContain('&#60;img');
    expect(text).not.toContain('<img');
  }
});

test('ticks are no nearer than the words of the axis can tell apart: no 0, 0, 1, 1', () => {
  const rounded =
    (digits: number, style: 'decimal' | 'percent' = 'decimal') =>
    (value: number) =>
      new Intl.NumberFormat('en-GB', { style, maximumFractionDigits: digits }).format(value);
  expect([rounded(0), rounded(1), rounded(0, 'percent'), rounded(1, 'percent')].map(leastStep)).toEqual([1, 0.1, 0.01, 0.001]);
  expect(leastStep(String)).toBe(0);
  expect(
    lineOption({ axis: ['a', 'b'], lines: [{ name: 'one', values: [0, 1] }], format: rounded(0), area: false, unfinished: false }, lightColours).yAxis,
  ).toMatchObject({ minInterval: 1 });
});

test('bars start at zero, also when all are large', () => {
  const { xAxis } = barOption({ bars: [{ name: 'a', value: 900 }], format, lying: true }, lightColours);
  expect('min' in xAxis && typeof xAxis.min === 'function' ? xAxis.min({ min: 900 }) : undefined).toBe(0);
});

test('shares that come near the whole stand on an axis that ends with it; there is none of 120%', () => {
  const share = (value: number): string => `${Math.round(100 * value)}%`;
  const axis = (value: number, said: (value: number) => string) => barOption({ bars: [{ name: 'a', value }], format: said, lying: false }, lightColours).yAxis;
  expect(axis(1, share)).toMatchObject({ max: 1, interval: 0.25 });
  expect(axis(0.3, share)).not.toHaveProperty('max');
  expect(axis(1, String)).not.toHaveProperty('max');
});

test('a band lies between the ends of its intervals: its lower edge and its width are stacked', () => {
  const { series } = bandOption(
    {
      axis: ['a', 'b'],
      bands: [{ name: 'x', values: [1, 2], low: [-1, 1], high: [3, null] }],
      format,
      marks: [],
      most: undefined,
      fromZero: false,
      axisTitle: undefined,
    },
    lightColours,
  );
  expect(series.slice(0, 2).map((each) => ('data' in each ? each.data : undefined))).toEqual([
    [-1, 1],
    [4, null],
  ]);
});

test('a value with a hole on either side is seen by a mark of its own, and no other is', () => {
  const { series } = bandOption(
    {
      axis: ['2', '3', '4', '5'],
      bands: [
        { name: 'all', values: [1, 2, 3, 4] },
        { name: 'one', values: [null, null, 0.9, null] },
      ],
      format,
      marks: [],
      most: undefined,
      fromZero: true,
      axisTitle: undefined,
    },
    darkColours,
  );
  // The last two are the lines; what lies before are the ends of their intervals.
  const marks = series.slice(-2).flatMap((each) => {
    const { name, showSymbol, symbolSize } = each as { name?: string; showSymbol?: boolean; symbolSize?: unknown };
    return typeof symbolSize === 'function' ? [[name, showSymbol, [0, 1, 2, 3].map((dataIndex): unknown => symbolSize(null, { dataIndex }))]] : [];
  });
  expect(marks).toEqual([
    ['all', false, [0, 0, 0, 0]],
    ['one', true, [0, 0, 8, 0]],
  ]);
});
