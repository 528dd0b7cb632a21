import { useMemo } from 'react';
import { Chart } from './chart.tsx';
import { categoryAxis, escaped, grid, tooltip, valueAxis } from './frame.ts';
import { colourOfTone, type Tone } from './tone.ts';
import { useColours, type Colours } from './use-colours.ts';
import { usePhone } from './use-phone.ts';

export type Bar = { readonly name: string; readonly value: number; readonly tone?: Tone /** A period that is not over. */; readonly unfinished?: boolean };

type Props = {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly format: (value: number) => string;
  /** Lying bars for names, standing ones for time. */
  readonly lying?: boolean;
  readonly height?: number;
  readonly onSelect?: (index: number) => void;
};

/** Bars from zero, each with its number at its end where there is room. */
export function BarChart({ label, bars, format, lying = false, height, onSelect }: Props) {
  const colours = useColours();
  const phone = usePhone();
  const option = useMemo(() => barOption({ bars, format, lying, phone }, colours), [bars, format, lying, phone, colours]);
  return (
    <Chart
      label={label}
      option={option}
      height={height ?? (lying ? 24 + bars.length * Math.max(32, phone ? 8 + linesOf(bars) * lineHeight : 0) : 260)}
      onSelect={onSelect === undefined ? undefined : ({ dataIndex }) => onSelect(dataIndex)}
    />
  );
}

/** More standing bars than these are too narrow for a number each: then the largest alone has one. */
const mostLabels = 8;

type Data = Required<Pick<Props, 'bars' | 'format' | 'lying'>> & { readonly phone?: boolean };

export function barOption({ bars, format, lying, phone = false }: Data, colours: Colours) {
  const largest = bars.reduce((best, { value }, index) => (value > (bars[best]?.value ?? 0) ? index : best), 0);
  const hasLabel = (index: number) => lying || bars.length <= mostLabels || index === largest;
  // There is no share of 120%: where bars come near the whole, the axis ends with it.
  const top = bars[largest]?.value ?? 0;
  const whole = format(1) === '100%' && top > 0.75 && top <= 1;
  const names = categoryAxis(
    bars.map(({ name }) => name),
    colours,
    lying ? { inverse: true, axisLine: { show: false }, axisLabel: { color: colours.ink, fontSize: 12, ...roomForLyingNames(phone) } } : {},
  );
  const values = valueAxis(format, colours, {
    // Below zero the axis ends at a round number of its own choice.
    min: (range: { readonly min: number }) => (range.min < 0 ? null : 0),
    ...(whole ? { max: 1, interval: 0.25 } : {}),
    ...(lying ? { show: false } : {}),
  });
  return {
    grid: grid(lying ? { right: roomForNumbers(bars, format), top: 4 } : { top: 24 }),
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    tooltip: {
      ...tooltip(colours),
      trigger: 'item' as const,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) =>
        `${escaped(bars[dataIndex]?.name ?? '')} <b>${escaped(format(bars[dataIndex]?.value ?? 0))}</b>`,
    },
    series: [
      {
        type: 'bar' as const,
        barMaxWidth: lying ? 20 : 40,
        barCategoryGap: '30%',
        data: bars.map(({ value, tone, unfinished }) => ({
          value,
          itemStyle: {
            color: colourOfTone(tone ?? 'value', colours),
            opacity: unfinished === true ? 0.45 : 1,
            borderRadius: lying ? [0, 3, 3, 0] : [3, 3, 0, 0],
          },
        })),
        label: {
          show: true,
          position: lying ? ('right' as const) : ('top' as const),
          color: colours.ink,
          fontSize: 12,
          formatter: ({ dataIndex }: { readonly dataIndex: number }) => (hasLabel(dataIndex) ? format(bars[dataIndex]?.value ?? 0) : ''),
        },
        labelLayout: { hideOverlap: true },
        emphasis: { itemStyle: { opacity: 0.8 } },
      },
    ],
  };
}

/** On a phone names of lying bars take two lines rather than being cut. */
const lineHeight = 14;
const widthOnPhone = 104;
const roomForLyingNames = (phone: boolean) => (phone ? { width: widthOnPhone, overflow: 'break', lineHeight } : { width: 200, overflow: 'truncate' });

/** Lines that the longest name takes on a phone: every bar gets room for as many, so that no name is drawn over its neighbour or left out. */
const linesOf = (bars: readonly Bar[]): number => Math.ceil(Math.max(0, ...bars.map(({ name }) => name.length * 7.5)) / widthOnPhone);

/** The longest bar ends where its number still has room. */
const roomForNumbers = (bars: readonly Bar[], format: (value: number) => string): number =>
  12 + Math.max(...bars.map(({ value }) => format(value).length), 0) * 8;
