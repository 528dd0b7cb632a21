import { useMemo } from 'react';
import { evenLevel, level, type Level } from '../../contract/index.ts';
import { Chart } from './chart.tsx';
import { categoryAxis, escaped, grid, tooltip } from './frame.ts';
import { useColours, type Colours } from './use-colours.ts';
import { usePhone } from './use-phone.ts';

/** Positions are indexes of the names. */
export type Cell = {
  readonly column: number;
  readonly row: number;
  readonly value: number /** What its shade tells, where that is not its number. */;
  readonly shade?: number /** Words for the tooltip instead of the number. */;
  readonly note?: string /** Of a period that is not over: it is drawn paler. */;
  readonly unfinished?: boolean;
};

type Props = {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly cells: readonly Cell[];
  readonly format: (value: number) => string;
  /** `even` for shares that lie close together, else square roots, so that small values can still be told apart. */
  readonly steps?: 'roots' | 'even';
  /** The numbers stand in the cells. */
  readonly numbers?: boolean;
  /** Every column is named, however long the names: they stand aslant. Else as many as fit, which is enough for months. */
  readonly everyName?: boolean;
  readonly columnTitle?: string;
  readonly rowTitle?: string;
  readonly height?: number;
  readonly onSelect?: (cell: Cell) => void;
};

/** A grid whose cells are darker (in the dark theme lighter) the more they hold. */
export function HeatMap({
  label,
  height,
  onSelect,
  columns,
  rows,
  cells,
  format,
  steps = 'roots',
  numbers = true,
  everyName = false,
  columnTitle = '',
  rowTitle = '',
}: Props) {
  const colours = useColours();
  const phone = usePhone();
  const shown = numbers && (!phone || fitsPhone(columns, cells, format));
  const option = useMemo(
    () => heatOption({ columns, rows, cells, format, steps, numbers: shown, everyName, columnTitle, rowTitle }, colours),
    [columns, rows, cells, format, steps, shown, everyName, columnTitle, rowTitle, colours],
  );
  const select =
    onSelect === undefined
      ? undefined
      : ({ dataIndex }: { readonly dataIndex: number }) => {
          const cell = cells[dataIndex];
          if (cell !== undefined) onSelect(cell);
        };
  return <Chart label={label} option={option} height={(height ?? 56 + rows.length * 36) + (everyName ? aslant : 0)} onSelect={select} />;
}

/** What names that stand aslant take of the height. */
const aslant = 64;

/** On a phone some 170 pixels are left beside the names of the rows. Numbers that would run into each other stay in the table. */
const fitsPhone = (columns: readonly string[], cells: readonly Cell[], format: (value: number) => string): boolean =>
  170 / columns.length >= 8 * Math.max(0, ...cells.map(({ value }) => format(value).length));

const levels: readonly Level[] = [1, 2, 3, 4, 5, 6];

type Data = Required<Pick<Props, 'columns' | 'rows' | 'cells' | 'format' | 'steps' | 'numbers' | 'everyName' | 'columnTitle' | 'rowTitle'>>;

export function heatOption({ columns, rows, cells, format, steps, numbers, everyName, columnTitle, rowTitle }: Data, colours: Colours) {
  const largest = Math.max(0, ...cells.map(({ value, shade = value }) => shade));
  const stepOf = steps === 'even' ? evenLevel : level;
  const title = { nameLocation: 'middle' as const, nameTextStyle: { color: colours.muted, fontSize: 12 } };
  const slant = { axisLabel: { color: colours.muted, fontSize: 12, interval: 0, rotate: 38, width: 116, overflow: 'truncate' as const } };
  return {
    grid: grid({ top: 4, left: rowTitle === '' ? 4 : 24, bottom: columnTitle === '' ? 4 : 24 }),
    xAxis: categoryAxis(columns, colours, {
      axisLine: { show: false },
      name: columnTitle,
      nameGap: everyName ? 28 + aslant : 28,
      ...title,
      ...(everyName ? slant : {}),
    }),
    yAxis: categoryAxis(rows, colours, { inverse: true, axisLine: { show: false }, name: rowTitle, nameGap: 32, ...title }),
    tooltip: {
      ...tooltip(colours),
      trigger: 'item' as const,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const cell = cells[dataIndex];
        return cell === undefined
          ? ''
          : `${escaped(rows[cell.row] ?? '')} · ${escaped(columns[cell.column] ?? '')}<br><b>${escaped(cell.note ?? format(cell.value))}</b>`;
      },
    },
    // ECharts draws no heat map without one; the fourth number of a cell is its step.
    visualMap: {
      show: false,
      type: 'piecewise' as const,
      dimension: 3,
      pieces: [{ value: 0, color: colours.soft }, ...levels.map((step) => ({ value: step, color: colours[`value${step}`] }))],
    },
    series: [
      {
        type: 'heatmap' as const,
        itemStyle: { borderColor: colours.card, borderWidth: 2, borderRadius: 4 },
        data: cells.map(({ column, row, value, shade = value, unfinished = false }) => {
          const step: Level | 0 = shade > 0 ? stepOf(shade, largest) : 0;
          return {
            value: [column, row, value, step],
            // Its number is in the page's ink, which is legible on every pale shade.
            label: { color: unfinished ? colours.ink : step === 0 ? colours.muted : colours[`on${step}`] },
            ...(unfinished ? { itemStyle: { opacity: 0.35 } } : {}),
          };
        }),
        label: { show: numbers, fontSize: 12, formatter: ({ dataIndex }: { readonly dataIndex: number }) => format(cells[dataIndex]?.value ?? 0) },
        emphasis: { itemStyle: { borderColor: colours.accent } },
      },
    ],
  };
}
