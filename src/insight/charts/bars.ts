import { type Html, shorten } from '../report/html.ts';
import { type ColourName, colour } from './colours.ts';
import { draw } from './draw.ts';

export type Bar = { readonly name: string; readonly value: number; readonly label: string; readonly colour?: ColourName };

/** Horizontal bars from zero, first on top, each with its name before it and its number behind it. */
export function barChart(id: string, title: string, bars: readonly Bar[], width = 486): Html {
  return draw(id, title, width, ({ narrow }) => ({
    height: 16 + bars.length * 30,
    option: {
      grid: { left: 4, right: narrow ? 92 : 130, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { type: 'value', show: false, min: 0 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map((bar) => shorten(bar.name, narrow ? 16 : 26)),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: colour('ink'), fontSize: 12, interval: 0 },
      },
      series: [
        {
          type: 'bar',
          silent: true,
          barWidth: 16,
          barMinHeight: 1,
          data: bars.map((bar) => ({
            value: Math.max(0, bar.value),
            itemStyle: { color: colour(bar.colour ?? 'value5'), borderRadius: [0, 3, 3, 0] },
            label: { show: true, position: 'right', formatter: bar.label, color: colour('muted'), fontSize: 12 },
          })),
        },
      ],
    },
  }));
}
