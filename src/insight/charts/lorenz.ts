import type { Concentration } from '../../contract/index.ts';
import type { Html } from '../report/html.ts';
import { share } from '../report/words.ts';
import { colour } from './colours.ts';
import { draw } from './draw.ts';

/** Who brings the revenue: customers from the biggest spender on, and the share of revenue they bring together. */
export function concentrationChart(concentration: Concentration): Html {
  const fromTop = concentration.curve.map((point) => [(1 - point.customers) * 100, (1 - point.revenue) * 100]).toReversed();
  const percent = (value: number): string => `${value}%`;
  const axis = {
    type: 'value',
    min: 0,
    max: 100,
    interval: 20,
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { color: colour('muted'), formatter: percent },
    splitLine: { lineStyle: { color: colour('line') } },
  };
  return draw('concentration', 'Share of revenue by share of customers, biggest spenders first', 486, () => ({
    height: 280,
    option: {
      grid: { left: 4, right: 20, top: 12, bottom: 24, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { ...axis, name: 'customers, biggest spenders first', nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: colour('muted') } },
      yAxis: axis,
      series: [
        {
          type: 'line',
          silent: true,
          symbol: 'none',
          lineStyle: { color: colour('neutral'), width: 1, type: 'dashed' },
          data: [
            [0, 0],
            [100, 100],
          ],
        },
        {
          type: 'line',
          silent: true,
          symbol: 'none',
          lineStyle: { color: colour('value5'), width: 2.5 },
          areaStyle: { color: colour('value3'), opacity: 0.25 },
          data: fromTop,
          markPoint: {
            silent: true,
            symbol: 'circle',
            symbolSize: 9,
            itemStyle: { color: colour('accent') },
            label: { show: true, position: 'right', distance: 8, color: colour('ink'), fontSize: 12, formatter: `top 20% bring ${share(concentration.top20)}` },
            data: [{ coord: [20, concentration.top20 * 100] }],
          },
        },
      ],
    },
  }));
}
