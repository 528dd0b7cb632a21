import { useMemo } from 'react';
import { Chart } from './chart.tsx';
import { escaped, grid, tooltip, valueAxis } from './frame.ts';
import { colourOfTone, type Tone } from './tone.ts';
import { useColours, type Colours } from './use-colours.ts';

export type Point = { readonly name: string; readonly x: number; readonly y: number /** Area of the circle. */; readonly size?: number; readonly tone?: Tone };

type Props = {
  readonly label: string;
  readonly points: readonly Point[];
  readonly xTitle: string;
  readonly yTitle: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  readonly height?: number;
  readonly onSelect?: (point: Point) => void;
};

/** Named circles by two measures. */
export function ScatterChart({ label, points, xTitle, yTitle, formatX, formatY, height = 320, onSelect }: Props) {
  const colours = useColours();
  const option = useMemo(() => scatterOption({ points, xTitle, yTitle, formatX, formatY }, colours), [points, xTitle, yTitle, formatX, formatY, colours]);
  const select =
    onSelect === undefined
      ? undefined
      : ({ dataIndex }: { readonly dataIndex: number }) => {
          const point = points[dataIndex];
          if (point !== undefined) onSelect(point);
        };
  return <Chart label={label} option={option} height={height} onSelect={select} />;
}

export function scatterOption(
  { points, xTitle, yTitle, formatX, formatY }: Pick<Props, 'points' | 'xTitle' | 'yTitle' | 'formatX' | 'formatY'>,
  colours: Colours,
) {
  const largest = Math.max(1, ...points.map(({ size = 0 }) => size));
  const title = { nameLocation: 'middle' as const, nameTextStyle: { color: colours.muted, fontSize: 12 } };
  return {
    grid: grid({ left: 28, bottom: 24, right: 48 }),
    xAxis: valueAxis(formatX, colours, { name: xTitle, nameGap: 28, splitLine: { show: false }, ...title }),
    yAxis: valueAxis(formatY, colours, { name: yTitle, nameGap: 52, ...title }),
    tooltip: {
      ...tooltip(colours),
      trigger: 'item' as const,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const point = points[dataIndex];
        return point === undefined
          ? ''
          : `<b>${escaped(point.name)}</b><br>${escaped(xTitle)} ${escaped(formatX(point.x))}<br>${escaped(yTitle)} ${escaped(formatY(point.y))}`;
      },
    },
    series: [
      {
        type: 'scatter' as const,
        data: points.map(({ x, y, size, tone }) => ({
          value: [x, y],
          symbolSize: size === undefined ? 10 : Math.max(6, Math.sqrt(size / largest) * 40),
          itemStyle: { color: colourOfTone(tone ?? 'value', colours), opacity: 0.7 },
        })),
        label: {
          show: true,
          position: 'right' as const,
          color: colours.ink,
          fontSize: 12,
          formatter: ({ dataIndex }: { readonly dataIndex: number }) => points[dataIndex]?.name ?? '',
        },
        labelLayout: { hideOverlap: true },
      },
    ],
  };
}
