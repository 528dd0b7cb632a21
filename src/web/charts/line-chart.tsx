import { useMemo } from 'react';
import { Chart } from './chart.tsx';
import { endName, endsAt, escaped, grid, lineAxis, roomForNames, tooltip, valueAxis } from './frame.ts';
import { usePhone } from './use-phone.ts';
import { categories, colourOfTone, type Tone } from './tone.ts';
import { useColours, type Colours } from './use-colours.ts';

export type Line = {
  readonly name: string;
  /** One for each name of the axis; null leaves a gap. */
  readonly values: readonly (number | null)[];
  readonly tone?: Tone;
  readonly dashed?: boolean;
};

type Props = {
  readonly label: string;
  /** Names along the axis, oldest first. */
  readonly axis: readonly string[];
  readonly lines: readonly Line[];
  readonly format: (value: number) => string;
  readonly area?: boolean;
  /** The last period is not over: it is drawn paler. */
  readonly unfinished?: boolean;
  /** The greatest value of the axis, where it has one: 1 for shares. */
  readonly most?: number | undefined;
  readonly height?: number;
  readonly onSelect?: (index: number) => void;
};

/** Lines over time, each named at its end. A single line needs no name: the title has it. */
export function LineChart({ label, axis, lines, format, area = false, unfinished = false, most, height, onSelect }: Props) {
  const colours = useColours();
  const phone = usePhone();
  const option = useMemo(
    () => lineOption({ axis, lines, format, area, unfinished, most, phone }, colours),
    [axis, lines, format, area, unfinished, most, phone, colours],
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

type Data = Required<Pick<Props, 'axis' | 'lines' | 'format' | 'area' | 'unfinished'>> & Pick<Props, 'most'> & { readonly phone?: boolean };

export function lineOption({ axis, lines, format, area, unfinished, most, phone = false }: Data, colours: Colours) {
  const named = lines.length > 1;
  return {
    grid: grid(
      named
        ? {
            right: roomForNames(
              lines.map(({ name }) => name),
              phone,
            ),
          }
        : {},
    ),
    xAxis: lineAxis(axis, colours),
    yAxis: valueAxis(format, colours, endsAt(most)),
    tooltip: {
      ...tooltip(colours),
      trigger: 'axis' as const,
      formatter: (points: readonly { readonly dataIndex: number }[]) => {
        const at = points[0]?.dataIndex ?? 0;
        const rows = lines.map(({ name, values }) => `${named ? `${escaped(name)} ` : ''}<b>${escaped(format(values[at] ?? 0))}</b>`);
        return [escaped(axis[at] ?? ''), ...rows].join('<br>');
      },
    },
    series: lines.map((line, index) => {
      const colour = colourOfTone(line.tone ?? categories[index % categories.length] ?? 'neutral', colours);
      return {
        type: 'line' as const,
        name: line.name,
        data: line.values.map((value, at) => (unfinished && at === line.values.length - 1 ? { value, itemStyle: { opacity: 0.4 } } : value)),
        showSymbol: axis.length <= 2,
        symbol: 'circle',
        symbolSize: 8,
        lineStyle: { width: 2, color: colour, type: line.dashed === true ? ('dashed' as const) : ('solid' as const) },
        itemStyle: { color: colour },
        ...(area ? { areaStyle: { color: colour, opacity: 0.12 } } : {}),
        endLabel: { show: named, ...endName(line.name, colours, phone) },
        labelLayout: { moveOverlap: 'shiftY' as const },
        emphasis: { disabled: true },
      };
    }),
  };
}
