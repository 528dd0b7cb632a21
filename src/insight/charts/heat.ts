import type { Html } from '../report/html.ts';
import { colour, type Level, onValueColour, valueColour } from './colours.ts';
import { draw } from './draw.ts';

export type HeatCell = { readonly x: number; readonly y: number; readonly level: Level; readonly label: string; readonly note?: string };
export type Heat = {
  readonly id: string;
  readonly title: string;
  readonly width: number;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly cells: readonly HeatCell[];
  readonly rowHeight: number;
  readonly columnTitle?: string;
  /** Whether numbers fit into the cells on a phone. */
  readonly narrowLabels?: boolean;
};

/** A grid of cells in six steps of the value scale, first row on top. */
export function heatChart(heat: Heat): Html {
  return draw(heat.id, heat.title, heat.width, ({ narrow }) => ({
    height: heat.rows.length * heat.rowHeight + (heat.columnTitle === undefined ? 28 : 48),
    option: {
      grid: { left: 4, right: 8, top: 4, bottom: heat.columnTitle === undefined ? 4 : 24, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: {
        ...axis(heat.columns),
        ...(heat.columnTitle === undefined ? {} : { name: heat.columnTitle, nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: colour('muted') } }),
      },
      yAxis: { ...axis(heat.rows), inverse: true, axisLabel: { color: colour('muted'), fontSize: 12, interval: 0 } },
      visualMap: { show: false, type: 'piecewise', dimension: 2, pieces: steps.map((step) => ({ value: step, color: valueColour(step) })) },
      series: [
        {
          type: 'heatmap',
          silent: true,
          itemStyle: { borderColor: colour('card'), borderWidth: 2, borderRadius: 4 },
          data: heat.cells.map((cell) => ({
            value: [cell.x, cell.y, cell.level],
            label: {
              show: !narrow || heat.narrowLabels !== false,
              formatter: narrow || cell.note === undefined ? cell.label : `${cell.label}\n{note|${cell.note}}`,
              color: onValueColour(cell.level),
              fontSize: 12,
              lineHeight: 15,
              rich: { note: { color: onValueColour(cell.level), fontSize: 11, lineHeight: 14 } },
            },
          })),
        },
      ],
    },
  }));
}

const steps: readonly Level[] = [1, 2, 3, 4, 5, 6];

const axis = (names: readonly string[]) => ({
  type: 'category',
  data: [...names],
  axisLine: { show: false },
  axisTick: { show: false },
  splitArea: { show: false },
  axisLabel: { color: colour('muted'), fontSize: 12, hideOverlap: true },
});
