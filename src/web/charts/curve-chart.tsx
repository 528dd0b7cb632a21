import { useMemo } from 'react';
import { nameShifts } from './apart.ts';
import { Chart } from './chart.tsx';
import { endName, endsAt, escaped, grid, roomForNames, tooltip, valueAxis } from './frame.ts';
import { usePhone } from './use-phone.ts';
import { categories, colourOfTone, type Tone } from './tone.ts';
import { useColours, type Colours } from './use-colours.ts';

export type CurvePoint = {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number /** For the tooltip. */;
  readonly note?: string;
};
export type Curve = {
  readonly name: string;
  readonly points: readonly CurvePoint[];
  readonly tone?: Tone;
  readonly dashed?: boolean;
  /** Each point is a measurement of its own and gets a dot. */
  readonly dots?: boolean;
};

type Props = {
  readonly label: string;
  readonly curves: readonly Curve[];
  readonly xTitle: string;
  readonly yTitle: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  /** From the lower left to the upper right: what a perfect forecast, or none at all, would be. */
  readonly diagonal?: { readonly words: string; readonly x: number; readonly y: number };
  readonly mostX?: number;
  readonly mostY?: number;
  readonly height?: number;
  readonly onSelect?: (curve: number, point: number) => void;
};

/** Curves over two measures, such as foretold against happened. A point's interval is a thin line through it. */
export function CurveChart({ label, curves, xTitle, yTitle, formatX, formatY, diagonal, mostX, mostY, height = 300, onSelect }: Props) {
  const colours = useColours();
  const phone = usePhone();
  const option = useMemo(
    () => curveOption({ curves, xTitle, yTitle, formatX, formatY, diagonal, mostX, mostY, phone, height }, colours),
    [curves, xTitle, yTitle, formatX, formatY, diagonal, mostX, mostY, phone, height, colours],
  );
  const select =
    onSelect === undefined
      ? undefined
      : ({ seriesIndex, dataIndex }: { readonly seriesIndex: number; readonly dataIndex: number }) => {
          if (seriesIndex < curves.length) onSelect(seriesIndex, dataIndex);
        };
  return <Chart label={label} option={option} height={height} onSelect={select} />;
}

type Data = Pick<Props, 'curves' | 'xTitle' | 'yTitle' | 'formatX' | 'formatY'> & {
  readonly diagonal: Props['diagonal'] | undefined;
  readonly mostX: number | undefined;
  readonly mostY?: number | undefined;
  readonly phone?: boolean;
  readonly height?: number;
};

export function curveOption({ curves, xTitle, yTitle, formatX, formatY, diagonal, mostX, mostY, phone = false, height = 300 }: Data, colours: Colours) {
  const title = { nameLocation: 'middle' as const, nameTextStyle: { color: colours.muted, fontSize: 12 } };
  const named = curves.length > 1;
  const right = roomForNames(
    curves.map(({ name }) => name),
    phone,
  );
  const shifts = endShifts(curves, diagonal, mostY, height);
  const tones = curves.map(({ tone }, index) => colourOfTone(tone ?? categories[index % categories.length] ?? 'neutral', colours));
  return {
    // A phone has no room for the whole of a long title: there the lines need it more.
    grid: grid({ ...(phone ? { left: 24, bottom: 24 } : { left: 8, bottom: 8, outerBoundsContain: 'all' as const }), right: named ? right : 20 }),
    xAxis: valueAxis(formatX, colours, { name: xTitle, nameGap: 28, splitLine: { show: false }, ...endsAt(mostX), ...title }),
    yAxis: valueAxis(formatY, colours, { name: yTitle, nameGap: phone ? 36 : 48, ...endsAt(mostY), ...title }),
    tooltip: {
      ...tooltip(colours),
      trigger: 'item' as const,
      formatter: ({ seriesIndex, dataIndex }: { readonly seriesIndex: number; readonly dataIndex: number }) => {
        const curve = curves[seriesIndex];
        const point = curve?.points[dataIndex];
        if (curve === undefined || point === undefined) return '';
        const range = point.low === undefined || point.high === undefined ? '' : ` (${escaped(formatY(point.low))} – ${escaped(formatY(point.high))})`;
        return [
          ...(named ? [`<b>${escaped(curve.name)}</b>`] : []),
          `${escaped(xTitle)} ${escaped(formatX(point.x))}`,
          `${escaped(yTitle)} <b>${escaped(formatY(point.y))}</b>${range}`,
          ...(point.note === undefined ? [] : [escaped(point.note)]),
        ].join('<br>');
      },
    },
    series: [
      ...curves.map(({ name, points, dashed, dots }, index) => ({
        type: 'line' as const,
        name,
        data: points.map(({ x, y }) => [x, y]),
        showSymbol: dots === true || points.length <= 2,
        symbol: 'circle',
        symbolSize: 8,
        z: 3,
        lineStyle: { width: 2, color: tones[index], type: dashed === true ? ('dashed' as const) : ('solid' as const) },
        itemStyle: { color: tones[index] },
        endLabel: { show: named, ...endName(name, colours, phone), offset: [0, shifts[index] ?? 0] },
        emphasis: { disabled: true },
      })),
      ...curves.flatMap(({ points }, index) => (points.some(({ low }) => low !== undefined) ? [whiskers(points, tones[index] ?? colours.neutral)] : [])),
      ...(diagonal === undefined ? [] : [straight(diagonal, shifts.at(-1) ?? 0, colours)]),
    ],
  };
}

/** What the axis below and its title take of the height. */
const belowAxis = 64;

/** By how many pixels the name at each curve's end moves, those of the curves first, then the diagonal's. */
function endShifts(curves: readonly Curve[], diagonal: Props['diagonal'], mostY: number | undefined, height: number): readonly number[] {
  const ends = [...curves.map(({ points }) => points.at(-1)?.y ?? 0), ...(diagonal === undefined ? [] : [diagonal.y])];
  const all = curves.flatMap(({ points }) => points.map(({ y }) => y));
  return nameShifts(ends, Math.min(0, ...all), mostY ?? Math.max(...all, ...ends), height - belowAxis);
}

/** One line with gaps: from the low to the high end of each point's interval. */
const whiskers = (points: readonly CurvePoint[], colour: string) => ({
  type: 'line' as const,
  data: points.flatMap(({ x, low, high }) =>
    low === undefined || high === undefined
      ? []
      : [
          [x, low],
          [x, high],
          [x, null],
        ],
  ),
  connectNulls: false,
  showSymbol: false,
  silent: true,
  lineStyle: { width: 1.5, color: colour, opacity: 0.5 },
  itemStyle: { color: colour },
  tooltip: { show: false },
  emphasis: { disabled: true },
});

const straight = ({ words, x, y }: NonNullable<Props['diagonal']>, shift: number, colours: Colours) => ({
  type: 'line' as const,
  data: [
    [0, 0],
    [x, y],
  ],
  showSymbol: false,
  silent: true,
  lineStyle: { width: 1, color: colours.neutral, type: 'dashed' as const },
  itemStyle: { color: colours.neutral },
  endLabel: { show: words !== '', formatter: () => words, color: colours.muted, fontSize: 12, distance: 6, offset: [0, shift] },
  tooltip: { show: false },
  emphasis: { disabled: true },
});
