import type { OverTime } from '../../contract/index.ts';
import type { Html } from '../report/html.ts';
import { periodName, type Words } from '../report/words.ts';
import { colour } from './colours.ts';
import { draw } from './draw.ts';
import { categoryAxis, grid, valueAxis } from './axes.ts';

/** Revenue per period, returning customers below, new ones on top; a last period that is not over is paler. */
export function revenueChart(time: OverTime, words: Words): Html {
  const names = time.points.map((point) => periodName(point.starts, time.unit));
  const faded = (index: number): number => (time.lastIsPartial && index === time.points.length - 1 ? 0.45 : 1);
  const series = (name: string, fill: string, value: (index: number) => number) => ({
    type: 'bar',
    name,
    stack: 'revenue',
    silent: true,
    barCategoryGap: '22%',
    itemStyle: { color: fill },
    data: names.map((_, index) => ({ value: Math.round(value(index) * 100) / 100, itemStyle: { color: fill, opacity: faded(index) } })),
  });
  return draw('revenue', `Revenue per ${time.unit}, of returning and of new customers`, 1030, () => ({
    height: 240,
    option: {
      grid: grid(),
      xAxis: categoryAxis(names),
      yAxis: valueAxis(words.shortMoney),
      series: [
        series('returning', colour('value5'), (index) => (time.points[index]?.revenue ?? 0) - (time.points[index]?.newRevenue ?? 0)),
        series('new', colour('value3'), (index) => time.points[index]?.newRevenue ?? 0),
      ],
    },
  }));
}

/** Customers who ordered per period, and those who did so for the first time. */
export function customersChart(time: OverTime): Html {
  const names = time.points.map((point) => periodName(point.starts, time.unit));
  const whole = time.lastIsPartial ? time.points.slice(0, -1) : time.points;
  const line = (name: string, stroke: string, values: readonly number[]) => ({
    type: 'line',
    name,
    silent: true,
    symbol: 'circle',
    symbolSize: 4,
    showSymbol: values.length <= 24,
    lineStyle: { color: stroke, width: 2 },
    itemStyle: { color: stroke },
    endLabel: { show: true, formatter: name, color: colour('ink'), fontSize: 12, distance: 6 },
    data: values,
  });
  return draw('customers', `Customers who ordered per ${time.unit}, and how many of them were new`, 1030, () => ({
    height: 200,
    option: {
      grid: { ...grid(), right: 64 },
      xAxis: categoryAxis(names),
      yAxis: valueAxis(String),
      series: [
        line(
          'ordered',
          colour('value5'),
          whole.map((point) => point.customers),
        ),
        line(
          'first order',
          colour('growth'),
          whole.map((point) => point.newCustomers),
        ),
      ],
    },
  }));
}
