import { useMemo } from 'react';
import { nameShifts } from './apart.ts';
import { Chart } from './chart.tsx';
import { endName, endsAt, escaped, grid, lineAxis, roomForNames, tooltip, valueAxis } from './frame.ts';
import { usePhone } from './use-phone.ts';
import { categories, colourOfTone, type Tone } from './tone.ts';
import { useColours, type Colours } from './use-colours.ts';

/** A line, and the interval around it where there is one. */
export type Band = {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
  readonly tone?: Tone;
  readonly dashed?: boolean;
};

type Props = {
  readonly label: string;
  /** Names along the axis, oldest first. */
  readonly axis: readonly string[];
  readonly bands: readonly Band[];
  readonly format: (value: number) => string;
  /** Places on the axis that the reader should know of: where what is foretold begins, a holiday. */
  readonly marks?: readonly { readonly at: number; readonly words: string }[];
  /** The greatest value of the axis, where it has one: 1 for shares. */
  readonly most?: number;
  /** What is drawn can not be below zero. */
  readonly fromZero?: boolean;
  /** What stands along the axis, where the panel does not say it. */
  readonly axisTitle?: string;
  readonly height?: number;
  readonly onSelect?: (index: number) => void;
};

/** Lines with their intervals as pale bands: what was, what is foretold, and how sure that is. */
export function BandChart({ label, axis, bands, format, marks = none, most, fromZero = false, axisTitle, height, onSelect }: Props) {
  const colours = useColours();
  const phone = usePhone();
  const option = useMemo(
    () => bandOption({ axis, bands, format, marks, most, fromZero, axisTitle, phone, height: height ?? usualHeight }, colours),
    [axis, bands, format, marks, most, fromZero, axisTitle, phone, height, colours],
  );
  return (
    <Chart
      label={label}
      option={option}
      {...(height === undefined ? {} : { height })}
      onSelect={onSelect === undefined ? undefined : ({ dataIndex }) => onSelect(dataIndex)}
    />
  );
}

const none: readonly never[] = [];

/** Where a value has none on either side. */
const loneAt = (values: readonly (number | null)[]): ReadonlySet<number> =>
  new Set(values.flatMap((value, at) => (value !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null ? [at] : [])));

type Data = Pick<Props, 'axis' | 'bands' | 'format'> & {
  readonly marks: NonNullable<Props['marks']>;
  readonly most: number | undefined;
  readonly fromZero: boolean;
  readonly axisTitle: string | undefined;
  readonly height?: number;
  readonly phone?: boolean;
};

export function bandOption({ axis, bands, format, marks, most, fromZero, axisTitle, phone = false, height = usualHeight }: Data, colours: Colours) {
  const named = bands.length > 1;
  const right = roomForNames(
    bands.map(({ name }) => name),
    phone,
  );
  const shifts = named ? endShifts(bands, most, fromZero, height) : new Map<Band, number>();
  const titled =
    axisTitle === undefined ? {} : { name: axisTitle, nameLocation: 'middle' as const, nameGap: 28, nameTextStyle: { color: colours.muted, fontSize: 12 } };
  return {
    grid: grid({
      top: marks.length > 0 ? 28 : 12,
      ...(named ? { right } : {}),
      ...(axisTitle === undefined ? {} : { bottom: 24 }),
    }),
    xAxis: lineAxis(axis, colours, titled),
    yAxis: valueAxis(format, colours, {
      ...endsAt(most),
      ...(fromZero ? { min: 0 } : {}),
    }),
    tooltip: {
      ...tooltip(colours),
      trigger: 'axis' as const,
      formatter: (points: readonly { readonly dataIndex: number }[]) => {
        const at = points[0]?.dataIndex ?? 0;
        const rows = bands.flatMap((band) => {
          const value = band.values[at];
          if (value === null || value === undefined) return [];
          return [`${named ? `${escaped(band.name)} ` : ''}<b>${escaped(format(value))}</b>${interval(band, at, format)}`];
        });
        const told = marks.filter((mark) => mark.at === at).map(({ words }) => escaped(words));
        return [escaped(axis[at] ?? ''), ...told, ...rows].join('<br>');
      },
    },
    series: [
      ...bands.flatMap((band, index) => edges(band, index, colours)),
      ...bands.map((band, index) => {
        const colour = toneOf(band, index, colours);
        const lone = loneAt(band.values);
        return {
          type: 'line' as const,
          name: band.name,
          data: [...band.values],
          // A value between two holes draws no line: without a mark of its own it would not be seen.
          showSymbol: axis.length <= 2 || lone.size > 0,
          showAllSymbol: true,
          symbol: 'circle',
          symbolSize: (_value: unknown, { dataIndex }: { readonly dataIndex: number }) => (axis.length <= 2 || lone.has(dataIndex) ? 8 : 0),
          z: 3,
          // While a line is drawn its end label runs along it, and nowhere (NaN) where it has a hole.
          animation: !(named && band.values.includes(null)),
          lineStyle: { width: 2, color: colour, type: band.dashed === true ? ('dashed' as const) : ('solid' as const) },
          itemStyle: { color: colour },
          endLabel: { show: named, ...endName(band.name, colours, phone), offset: [0, shifts.get(band) ?? aboveTheNext] },
          emphasis: { disabled: true },
          ...(index === 0 && marks.length > 0 ? { markLine: markLine(marks, (phone ? 200 : 700) / axis.length, colours) } : {}),
        };
      }),
    ],
  };
}

/** A line that ends before the axis does is followed by another one: its name stands above that, not in it. */
const aboveTheNext = -16;
/** As high as a chart is that is not told otherwise, and what its axis takes of that. */
const usualHeight = 260;
const besideLines = 64;

/** By how many pixels the names of lines move that end where the axis does. */
function endShifts(bands: readonly Band[], most: number | undefined, fromZero: boolean, height: number): ReadonlyMap<Band, number> {
  const all = bands.flatMap(({ values, low = none, high = none }) => [...values, ...low, ...high].filter((value) => value !== null));
  const reaching = bands.flatMap((band) => {
    const end = band.values.at(-1);
    return end === null || end === undefined ? [] : [{ band, end }];
  });
  const least = fromZero ? 0 : Math.min(...all);
  const shifts = nameShifts(
    reaching.map(({ end }) => end),
    least,
    most ?? Math.max(...all),
    height - besideLines,
  );
  return new Map(reaching.map(({ band }, at) => [band, shifts[at] ?? 0]));
}

function interval({ low, high }: Band, at: number, format: (value: number) => string): string {
  const [from, to] = [low?.[at], high?.[at]];
  return from === null || from === undefined || to === null || to === undefined ? '' : ` (${escaped(format(from))} – ${escaped(format(to))})`;
}

const toneOf = ({ tone }: Band, index: number, colours: Colours): string => colourOfTone(tone ?? categories[index % categories.length] ?? 'neutral', colours);

/** A band is the lower edge, unseen, with the width of the interval stacked on it. */
function edges(band: Band, index: number, colours: Colours): readonly object[] {
  const { low, high } = band;
  if (low === undefined || high === undefined) return [];
  const plain = {
    type: 'line' as const,
    stack: `band ${index}`,
    stackStrategy: 'all' as const,
    showSymbol: false,
    silent: true,
    lineStyle: { opacity: 0 },
    emphasis: { disabled: true },
    itemStyle: { color: toneOf(band, index, colours) },
  };
  const width = low.map((from, at) => {
    const to = high[at];
    return from === null || to === null || to === undefined ? null : to - from;
  });
  return [
    { ...plain, data: [...low] },
    { ...plain, data: width, areaStyle: { color: toneOf(band, index, colours), opacity: 0.16 } },
  ];
}

/** A mark whose words would run into those of the mark before stands without them: the tooltip has them. `step` is about how many pixels lie between two places of the axis. */
function markLine(marks: NonNullable<Props['marks']>, step: number, colours: Colours) {
  let end = Number.NEGATIVE_INFINITY;
  const labels = new Map<object, string>();
  for (const mark of marks.toSorted((one, other) => one.at - other.at)) {
    const half = (mark.words.length * 7) / 2;
    if (mark.at * step - half < end) continue;
    labels.set(mark, mark.words);
    end = mark.at * step + half + 6;
  }
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colours.neutral, type: 'dotted' as const, width: 1 },
    label: { color: colours.muted, fontSize: 12, position: 'end' as const },
    data: marks.map((mark) => ({ xAxis: mark.at, label: { formatter: labels.get(mark) ?? '' } })),
  };
}
